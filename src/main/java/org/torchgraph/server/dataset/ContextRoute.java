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
    private final CurrentVersion editions;

    public ContextRoute(CurrentVersion editions) {
        this.editions = editions;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion edition = editions.get();
        return edition.reply(
                Format.JSONLD.mediaType(),
                edition.tag("context"),
                () -> Content.of(
                        JsonLd.context(edition.prefixes(), edition.writer().coercions())
                                .getBytes(StandardCharsets.UTF_8)));
    }
}
