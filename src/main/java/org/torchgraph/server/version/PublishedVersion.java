package org.torchgraph.server.version;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.UnionChange;
import org.torchgraph.export.DumpFormats;
import org.torchgraph.export.FileHeader;
import org.torchgraph.export.RdfWriter;
import org.torchgraph.export.catalogue.Catalogue;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Link;
import org.torchgraph.http.Preconditions;
import org.torchgraph.model.DatasetModel;
import org.torchgraph.model.Lazy;
import org.torchgraph.model.Resources;
import org.torchgraph.model.catalogue.CatalogueEntry;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.settings.Settings;
import org.torchgraph.question.Question;
import org.torchgraph.question.Questions;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.search.Search;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.site.frame.Site;
import org.torchgraph.site.words.Appearance;
import org.torchgraph.site.words.LocalLinks;

/**
 * A dataset version as it is served: everything that is computed once per version.
 *
 * @param base the IRI prefix of the publication's own IRIs
 * @param prefixes the prefixes of the publication
 * @param snapshot the triples
 * @param model what the version holds for its readers
 * @param search the full-text search
 * @param questions the saved queries
 * @param site the catalogue data that every page uses
 * @param pages all pages of the site
 * @param pictureSources from where its pages load pictures of things, besides from the site
 * @param writer writes its triples
 * @param description the description of the version
 * @param modified the date of the version for {@code Last-Modified}
 * @param origins links from each reply to the dataset and its licence
 * @param program the version and build of the program, on which every reply depends too
 */
public record PublishedVersion(
        String base,
        PrefixMap prefixes,
        Snapshot snapshot,
        DatasetModel model,
        Search search,
        Questions questions,
        Site site,
        Lazy<SitePages> pages,
        Lazy<List<String>> pictureSources,
        RdfWriter writer,
        SelfDescription description,
        String modified,
        List<Link> origins,
        String program) {

    /** Computes a version of a publication from a snapshot, shown as its settings say. */
    public static PublishedVersion of(Publication publication, Snapshot snapshot, Questions questions, String program) {
        DatasetModel model =
                DatasetModel.of(publication.base(), publication.prefixes(), snapshot, publication.settings());
        return of(
                publication,
                snapshot,
                questions,
                program,
                model,
                LocalLinks.of(
                        new IriPaths(
                                publication.base(), publication.settings().web().bases()),
                        model.resources()),
                new DumpFormats(snapshot));
    }

    /**
     * Computes the version that a write makes of this one, for which the change is looked at, and not all of the data.
     */
    public PublishedVersion after(Change change, Publication publication, Snapshot next) {
        UnionChange union = UnionChange.of(change, snapshot, next);
        DatasetModel nextModel = model.after(union, base, next, publication.settings());
        Stream<String> touched = Resources.iris(union.triples(), union.graphs().stream());
        return of(
                publication,
                next,
                questions,
                program,
                nextModel,
                site.links().after(touched, nextModel.resources()),
                site.dumpFormats().after(union, next));
    }

    private static PublishedVersion of(
            Publication publication,
            Snapshot snapshot,
            Questions questions,
            String program,
            DatasetModel model,
            LocalLinks links,
            DumpFormats dumpFormats) {
        String base = publication.base();
        PrefixMap prefixes = publication.prefixes();
        Publication catalogued = publication.withoutStatements();
        Settings settings = publication.settings();
        Site site = Site.of(
                links,
                snapshot.version(),
                prefixes,
                model,
                dumpFormats,
                Appearance.of(settings),
                settings.website(),
                publication.interfaceLanguages());
        return new PublishedVersion(
                base,
                prefixes,
                snapshot,
                model,
                new Search(
                        snapshot,
                        base,
                        settings.presentation(),
                        questions.all().stream().map(Question::searched).toList()),
                questions,
                site,
                new Lazy<>(() -> SitePages.of(snapshot.whole().union(), model, questions, links)),
                new Lazy<>(() -> PictureSources.of(snapshot.whole().union(), site)),
                new RdfWriter(prefixes, snapshot.whole().union()),
                new SelfDescription(
                        base,
                        snapshot,
                        () -> Catalogue.of(
                                catalogued, snapshot, questions, model.entry().dataset(), dumpFormats)),
                Preconditions.date(snapshot.since()),
                origins(model.entry(), links),
                program);
    }

    private static List<Link> origins(CatalogueEntry entry, LocalLinks links) {
        return Stream.of(
                        entry.dataset()
                                .flatMap(dataset -> links.path(dataset.getURI()))
                                .map(path -> Link.to(path, "describedby")),
                        entry.licence().map(licence -> Link.to(licence.getURI(), "license")))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Computes everything that is computed on first use, for a store that is better read at once. */
    public void compute() {
        if (model.resources().areTooMany()) {
            // The index is what readers wait for longest.
            search.begin();
        }
        model.resources().compute();
        List.of(model.classes(), model.cited(), model.vocabulary(), pages, pictureSources)
                .forEach(Lazy::get);
        model.views().compute();
        description.catalogue();
        writer.coercions().compute();
        site.dumpFormats().formats();
        search.prepare();
    }

    /** Returns the IRI of the dataset, which {@code /dataset} stands for if the publication names none. */
    public String dataset() {
        return model.entry().dataset().map(Node::getURI).orElse(SiteRoute.DATASET.iri(base));
    }

    /** Returns what is known of each IRI. */
    public Resources resources() {
        return model.resources();
    }

    /** Returns the writer for files that clients keep: they begin with licence, version and digest. */
    public RdfWriter signingWriter() {
        return writer.with(new FileHeader(model.entry().licence().map(Node::getURI), snapshot.version()));
    }

    /** Returns a strong entity tag of a reply that depends on this version and the given parts. */
    public EntityTag tag(String... parts) {
        return EntityTag.of(Stream.concat(Stream.of(snapshot.version(), program), Stream.of(parts))
                .toArray(String[]::new));
    }

    /** Returns a reply that depends on this version, with the header fields about the dataset. */
    public Reply reply(String mediaType, EntityTag tag, Supplier<Content> content) {
        Reply reply = Reply.ok(mediaType, tag, content).with(Reply.VERSION, snapshot.version());
        // HTTP dates have whole seconds: during the first one a later version could get the same date.
        boolean settled = snapshot.since().plusSeconds(1).isBefore(Instant.now());
        return (settled ? reply.with("Last-Modified", modified) : reply).linking(origins);
    }
}
