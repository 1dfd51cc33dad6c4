package org.torchgraph.server.version;

import java.time.Instant;
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
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Link;
import org.torchgraph.http.Preconditions;
import org.torchgraph.model.DatasetModel;
import org.torchgraph.model.Resources;
import org.torchgraph.question.Questions;
import org.torchgraph.search.Search;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.site.frame.Site;
import org.torchgraph.site.words.LocalLinks;

/**
 * One dataset version as it is served: all that is worked out once for it rather than for each request.
 *
 * @param base what the publication's IRIs begin with
 * @param prefixes the prefix table
 * @param snapshot the triples
 * @param model what the version holds for its readers
 * @param search words to things
 * @param questions the saved queries
 * @param site what each page says of the publication
 * @param writer of its triples
 * @param description what the version says of itself
 * @param program version and build of the program, which shapes every answer too
 */
public record PublishedVersion(
        String base,
        PrefixMap prefixes,
        Snapshot snapshot,
        DatasetModel model,
        Search search,
        Questions questions,
        Site site,
        RdfWriter writer,
        SelfDescription description,
        String program) {

    public static PublishedVersion of(
            String base, PrefixMap prefixes, Snapshot snapshot, Questions questions, String program) {
        DatasetModel model = DatasetModel.of(base, prefixes, snapshot);
        DumpFormats wholes = new DumpFormats(snapshot);
        Site site = Site.of(LocalLinks.of(base, model.resources()), snapshot.version(), prefixes, model, wholes);
        return new PublishedVersion(
                base,
                prefixes,
                snapshot,
                model,
                new Search(snapshot, base),
                questions,
                site,
                new RdfWriter(prefixes, snapshot.union()),
                new SelfDescription(
                        base,
                        snapshot,
                        () -> Catalogue.of(
                                base,
                                prefixes,
                                snapshot,
                                questions,
                                model.entry().dataset(),
                                wholes)),
                program);
    }

    /** Returns what is known of each IRI. */
    public Resources resources() {
        return model.resources();
    }

    /** The writer of what is kept as a file: it opens with licence, version and digest. */
    public RdfWriter signingWriter() {
        return writer.with(new FileHeader(model.entry().licence().map(Node::getURI), snapshot.version()));
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
                                model.entry()
                                        .dataset()
                                        .flatMap(dataset -> site.links().path(dataset.getURI()))
                                        .map(path -> Link.to(path, "describedby")),
                                model.entry().licence().map(licence -> Link.to(licence.getURI(), "license")))
                        .flatMap(Optional::stream)
                        .toList());
    }
}
