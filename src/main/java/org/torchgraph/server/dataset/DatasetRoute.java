package org.torchgraph.server.dataset;

import java.util.List;
import java.util.Optional;
import org.torchgraph.export.catalogue.DumpFile;
import org.torchgraph.http.Link;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.RdfReplies;
import org.torchgraph.server.version.Representation;

/** Serves {@code /dataset} and {@code /.well-known/void}, the description of the dataset in DCAT and VoID. */
public final class DatasetRoute implements Route {
    /** The paths without suffix, which are negotiated. */
    private static final List<String> ROOTS = List.of(SiteRoute.DATASET.path(), SiteRoute.VOID.path());

    private final CurrentVersion currentVersion;
    private final DumpFiles dumps;

    public DatasetRoute(CurrentVersion currentVersion, DumpFiles dumps) {
        this.currentVersion = currentVersion;
        this.dumps = dumps;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        String root =
                ROOTS.stream().filter(request.path()::startsWith).findFirst().orElseThrow();
        String rest = request.path().substring(root.length());
        Optional<Representation> asked = rest.isEmpty()
                ? Optional.empty()
                : Representation.ofSuffix(rest.substring(1), Representation.PAGE_AND_RDF);
        Representation form = asked.orElseGet(() -> Representation.chosen(request, Representation.PAGE_AND_RDF));
        Reply reply = form.rdf().isEmpty()
                ? elsewhere(version, form, root, request.query())
                : description(version, form, root);
        List<Link> described = version.site().entry().dataset().stream()
                .map(dataset -> Link.to(dataset.getURI(), "describes"))
                .toList();
        return (asked.isPresent() ? reply : reply.varying("Accept")).linking(described);
    }

    /**
     * Returns the page for readers: that of the dataset, else the page about the site, and for assistants the guide.
     */
    private static String page(PublishedVersion version, Representation form) {
        if (form.equals(Representation.MARKDOWN)) {
            return SiteRoute.GUIDE.path();
        }
        return version.site()
                .entry()
                .dataset()
                .flatMap(dataset -> version.site().links().path(dataset.getURI()))
                .orElse(SiteRoute.ABOUT.path());
    }

    /**
     * Returns a redirect to the page with the same parameters, and links to the forms that can express the whole
     * dataset.
     */
    private static Reply elsewhere(PublishedVersion version, Representation form, String root, String query) {
        List<Representation> offered =
                Representation.expressible(Representation.RDF, version.site().dumpFormats()::isExpressible);
        return Reply.seeOther(page(version, form) + query).linking(form.others(root, "", offered));
    }

    private Reply description(PublishedVersion version, Representation form, String root) {
        // The dumps of a small publication follow from its version, so that its tag needs none of them.
        boolean ahead = DumpFiles.areWrittenAhead(version);
        List<DumpFile> ready = ahead ? List.of() : dumps.ready(version);
        return RdfReplies.document(
                        version,
                        form,
                        version.tag("description", form.key(), ready.toString()),
                        new PageAddress(root, ""),
                        () -> version.description().catalogue().with(ahead ? dumps.ready(version) : ready))
                .with("Content-Location", form.at(root));
    }
}
