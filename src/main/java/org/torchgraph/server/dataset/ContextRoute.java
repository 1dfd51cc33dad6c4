package org.torchgraph.server.dataset;

import java.nio.charset.StandardCharsets;
import org.torchgraph.export.Format;
import org.torchgraph.export.syntax.JsonLd;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Editions;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;

/** {@code /context.jsonld}: the JSON-LD context of all properties; each document carries the part that it needs. */
public final class ContextRoute implements Route {
    private final Editions editions;

    public ContextRoute(Editions editions) {
        this.editions = editions;
    }

    @Override
    public Reply answer(Request request) {
        Edition edition = editions.get();
        return edition.reply(
                Format.JSONLD.mediaType(),
                edition.tag("context"),
                () -> Content.of(
                        JsonLd.context(edition.prefixes(), edition.writer().coercions())
                                .getBytes(StandardCharsets.UTF_8)));
    }
}
