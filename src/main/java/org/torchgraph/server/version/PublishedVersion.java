package org.torchgraph.server.version;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.export.DumpFormats;
import org.torchgraph.export.FileHeader;
import org.torchgraph.export.RdfWriter;
import org.torchgraph.export.catalogue.Catalogue;
import org.torchgraph.export.catalogue.Versions;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Link;
import org.torchgraph.http.Preconditions;
import org.torchgraph.model.Resources;
import org.torchgraph.question.Questions;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.search.Search;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.site.AboutPage;
import org.torchgraph.site.HomePage;
import org.torchgraph.site.frame.Site;
import org.torchgraph.site.vocabulary.Vocabulary;
import org.torchgraph.site.words.CommonTermNames;
import org.torchgraph.site.words.LocalLinks;

/**
 * One dataset version as it is served: all that is worked out once for it rather than for each request.
 *
 * @param base what the publication's IRIs begin with
 * @param prefixes the prefix table
 * @param snapshot the triples
 * @param resources what is known of each IRI
 * @param search words to things
 * @param questions the saved queries
 * @param site what each page says of the publication
 * @param versions the versions of the dataset that it records
 * @param classes how many things are in each class
 * @param cited the sources, and how often they are cited
 * @param writer of its triples
 * @param description what the version says of itself
 * @param vocabulary the terms it defines
 * @param program version and build of the program, which shapes every answer too
 */
public record PublishedVersion(
        String base,
        PrefixMap prefixes,
        Snapshot snapshot,
        Resources resources,
        Search search,
        Questions questions,
        Site site,
        Versions versions,
        Map<Node, Long> classes,
        List<AboutPage.Cited> cited,
        RdfWriter writer,
        SelfDescription description,
        Lazy<Vocabulary> vocabulary,
        String program) {

    public static PublishedVersion of(
            String base, PrefixMap prefixes, Snapshot snapshot, Questions questions, String program) {
        TripleSource union = snapshot.union();
        Resources resources = new Resources(snapshot, prefixes, CommonTermNames::names);
        DumpFormats wholes = new DumpFormats(snapshot);
        Site site = Site.of(
                LocalLinks.of(base, resources), snapshot.version(), prefixes, union, resources.languages(), wholes);
        return new PublishedVersion(
                base,
                prefixes,
                snapshot,
                resources,
                new Search(snapshot, base),
                questions,
                site,
                Versions.of(union, site.dataset()),
                HomePage.count(union),
                AboutPage.Cited.in(union),
                new RdfWriter(prefixes, union),
                new SelfDescription(
                        base,
                        snapshot,
                        () -> Catalogue.of(base, prefixes, snapshot, questions, site.dataset(), wholes)),
                new Lazy<>(() -> Vocabulary.of(union, SiteRoute.VOCABULARY.iri(base) + "#")),
                program);
    }

    /** The writer of what is kept as a file: it opens with licence, version and digest. */
    public RdfWriter signingWriter() {
        return writer.with(new FileHeader(site.licence().map(Node::getURI), snapshot.version()));
    }

    /** A strong tag for an answer that follows from this version and the parts named. */
    public EntityTag tag(String... parts) {
        return EntityTag.of(Stream.concat(Stream.of(snapshot.version(), program), Stream.of(parts))
                .toArray(String[]::new));
    }

    /** An answer that follows from this version, with what is to be known of the dataset that it comes from. */
    public Reply reply(String mediaType, EntityTag tag, Supplier<Content> content) {
        Reply reply = Reply.ok(mediaType, tag, content).with("Torchgraph-Version", snapshot.version());
        // A date counts seconds: one in which the data may still change would be taken for that of the next version.
        boolean settled = snapshot.since().plusSeconds(1).isBefore(Instant.now());
        return (settled ? reply.with("Last-Modified", Preconditions.date(snapshot.since())) : reply)
                .linking(Stream.of(
                                site.dataset()
                                        .flatMap(dataset -> site.links().path(dataset.getURI()))
                                        .map(path -> Link.to(path, "describedby")),
                                site.licence().map(licence -> Link.to(licence.getURI(), "license")))
                        .flatMap(Optional::stream)
                        .toList());
    }
}
