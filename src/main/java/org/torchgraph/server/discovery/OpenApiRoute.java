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
    private final CurrentVersion currentVersion;

    public OpenApiRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        String root = request.root();
        boolean hasFeeds = currentVersion.kept().areKept();
        return version.reply(
                "application/json",
                version.tag("openapi", root, Boolean.toString(hasFeeds)),
                () -> Content.of(OpenApi.of(version, root, hasFeeds).toString().getBytes(StandardCharsets.UTF_8)));
    }
}
