package org.torchgraph.server.discovery;

import java.nio.charset.StandardCharsets;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;

/** Serves {@code /openapi.json}, every path for programs with the parameters of each saved question. */
public final class OpenApiRoute implements Route {
    private final CurrentVersion editions;

    public OpenApiRoute(CurrentVersion editions) {
        this.editions = editions;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion edition = editions.get();
        String root = request.root();
        return edition.reply(
                "application/json",
                edition.tag("openapi", root),
                () -> Content.of(OpenApi.of(edition, root).toString().getBytes(StandardCharsets.UTF_8)));
    }
}
