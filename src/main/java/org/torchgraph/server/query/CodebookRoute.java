package org.torchgraph.server.query;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import org.torchgraph.http.MediaType;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.MarkdownReplies;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.codebook.CodebookFile;
import org.torchgraph.site.codebook.CroissantMetadata;
import org.torchgraph.site.codebook.DataPackage;
import org.torchgraph.site.codebook.ResearchCrate;
import org.torchgraph.site.frame.PageContext;

/** Serves the tables of all questions with what their columns hold, in a form for programs. */
public final class CodebookRoute implements Route {
    private final CurrentVersion currentVersion;
    private final Codebooks codebooks;
    private final SiteRoute route;
    private final BiFunction<List<CodebookFile>, PageContext, JsonObject> form;

    private CodebookRoute(
            CurrentVersion currentVersion,
            Codebooks codebooks,
            SiteRoute route,
            BiFunction<List<CodebookFile>, PageContext, JsonObject> form) {
        this.currentVersion = currentVersion;
        this.codebooks = codebooks;
        this.route = route;
        this.form = form;
    }

    /** Returns the route of {@code /datapackage.json}. */
    public static Route dataPackage(CurrentVersion currentVersion, Codebooks codebooks) {
        return new CodebookRoute(currentVersion, codebooks, SiteRoute.DATA_PACKAGE, DataPackage::of);
    }

    /** Returns the route of {@code /croissant.json}. */
    public static Route croissant(CurrentVersion currentVersion, Codebooks codebooks) {
        return new CodebookRoute(currentVersion, codebooks, SiteRoute.CROISSANT, CroissantMetadata::of);
    }

    /** Returns the route of {@code /ro-crate-metadata.json}. */
    public static Route researchCrate(CurrentVersion currentVersion, Codebooks codebooks) {
        return new CodebookRoute(currentVersion, codebooks, SiteRoute.RESEARCH_CRATE, ResearchCrate::of);
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        MediaType type = MediaType.of(route == SiteRoute.DATA_PACKAGE ? "application/json" : "application/ld+json");
        return MarkdownReplies.of(
                        version,
                        request.only(List.of("lang")),
                        type,
                        version.site().entry().dataset().map(Object::toString).orElse(version.base()),
                        frame -> Content.of(form.apply(codebooks.all(version), frame)
                                .toString()
                                .getBytes(StandardCharsets.UTF_8)))
                .asRationed();
    }
}
