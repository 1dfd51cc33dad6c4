package org.torchgraph.server.dataset;

import java.nio.charset.StandardCharsets;
import org.torchgraph.export.Format;
import org.torchgraph.rdf.syntax.JsonLd;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Serves {@code /context.jsonld}, the JSON-LD context of all properties; each document includes the part that it needs.
 */
public final class ContextRoute implements Route {
    private final CurrentVersion currentVersion;

    public ContextRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        return version.reply(
                Format.JSONLD.mediaType(),
                version.tag("context"),
                () -> Content.of(
                        JsonLd.context(version.prefixes(), version.writer().coercions())
                                .getBytes(StandardCharsets.UTF_8)));
    }
}
