package org.torchgraph.server.reconcile;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.torchgraph.model.Labels;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.version.PublishedVersion;

/** What the service says of itself to clients that ask nothing. */
final class ReconciliationManifest {
    private static final int DEFAULT_TYPES = 12;
    private static final int PREVIEW_WIDTH = 420;
    private static final int PREVIEW_HEIGHT = 260;
    private static final String ID = "{{id}}";

    private ReconciliationManifest() {}

    /**
     * Returns the manifest.
     *
     * @param root the absolute address of the site
     */
    static JsonObjectBuilder of(KnownTerms terms, String root, List<String> ranges) {
        PublishedVersion version = terms.version();
        Labels labels = terms.labels();
        JsonArrayBuilder types = Json.createArrayBuilder();
        terms.own(DEFAULT_TYPES).forEach(type -> types.add(terms.named(type, labels, ranges)));
        JsonObjectBuilder suggest = Json.createObjectBuilder();
        for (ReconciliationServiceRoute.Service service : ReconciliationServiceRoute.Service.SUGGESTIONS) {
            suggest.add(
                    service.kind(),
                    place(root, service)
                            .add("flyout_service_url", root)
                            .add(
                                    "flyout_service_path",
                                    ReconciliationServiceRoute.Service.FLYOUT.path() + "?id=${id}"));
        }
        return Json.createObjectBuilder()
                .add("versions", Json.createArrayBuilder().add("0.2"))
                .add(
                        "name",
                        labels.best(version.site().entry().names(), ranges)
                                .map(name -> name.getLiteralLexicalForm())
                                .orElse(version.base()))
                .add("identifierSpace", version.base())
                .add("schemaSpace", SiteRoute.VOCABULARY.iri(version.base()) + "#")
                .add("documentation", root + SiteRoute.ABOUT.path())
                .add("logo", root + SiteRoute.ASSETS.path("torch.svg"))
                .add("serviceVersion", version.program())
                .add("batchSize", ReconciliationQuery.MAX_BATCH)
                .add("defaultTypes", types)
                .add("view", Json.createObjectBuilder().add("url", root + SiteRoute.RESOURCE.path() + "?iri=" + ID))
                .add(
                        "preview",
                        Json.createObjectBuilder()
                                .add("url", root + ReconciliationServiceRoute.Service.PREVIEW.path() + "?id=" + ID)
                                .add("width", PREVIEW_WIDTH)
                                .add("height", PREVIEW_HEIGHT))
                .add("suggest", suggest)
                .add(
                        "extend",
                        Json.createObjectBuilder()
                                .add("propose_properties", place(root, ReconciliationServiceRoute.Service.PROPERTIES)));
    }

    private static JsonObjectBuilder place(String root, ReconciliationServiceRoute.Service service) {
        return Json.createObjectBuilder().add("service_url", root).add("service_path", service.path());
    }
}
