package org.torchgraph.server.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torchgraph.export.catalogue.DumpFile;
import org.torchgraph.http.Link;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.RdfReplies;
import org.torchgraph.server.version.Representation;

/** {@code /dataset} and {@code /.well-known/void}: what the dataset says of itself, in DCAT and VoID. */
public final class DatasetRoute implements Route {
    /** The paths without suffix; each is negotiated. */
    private static final List<String> ROOTS = List.of(SiteRoute.DATASET.path(), SiteRoute.VOID.path());

    private final CurrentVersion editions;
    private final DumpFiles dumps;

    public DatasetRoute(CurrentVersion editions, DumpFiles dumps) {
        this.editions = editions;
        this.dumps = dumps;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion edition = editions.get();
        String root =
                ROOTS.stream().filter(request.path()::startsWith).findFirst().orElseThrow();
        String rest = request.path().substring(root.length());
        Optional<Representation> asked = rest.isEmpty()
                ? Optional.empty()
                : Representation.ofSuffix(rest.substring(1), Representation.PAGE_AND_RDF);
        Representation form = asked.orElseGet(() -> Representation.chosen(request, Representation.PAGE_AND_RDF));
        Reply reply = form.rdf().isEmpty() ? Reply.seeOther(page(edition)) : description(edition, form, root);
        List<Link> links = new ArrayList<>(form.others(root, "", Representation.PAGE_AND_RDF));
        edition.site().entry().dataset().ifPresent(dataset -> links.add(0, Link.to(dataset.getURI(), "describes")));
        return (asked.isPresent() ? reply : reply.varying("Accept")).linking(links);
    }

    /** For readers: what the editors say of the dataset, or else what the site says of itself. */
    private static String page(PublishedVersion edition) {
        return edition.site()
                .entry()
                .dataset()
                .flatMap(dataset -> edition.site().links().path(dataset.getURI()))
                .orElse(SiteRoute.ABOUT.path());
    }

    private Reply description(PublishedVersion edition, Representation form, String root) {
        List<DumpFile> ready = dumps.ready(edition);
        return RdfReplies.document(
                        edition,
                        form,
                        edition.tag("description", form.key(), ready.toString()),
                        () -> edition.description().catalogue().with(ready))
                .with("Content-Location", form.at(root));
    }
}
