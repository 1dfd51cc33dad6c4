package org.torchgraph.server.dataset;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.PageContexts;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.write.WriteGate;

/** Tells a writer what was accepted. */
final class WriteReplies {
    /** The header field in which a writer says what a write is for. */
    static final String NOTE = "Torchgraph-Note";

    private WriteReplies() {}

    /**
     * Returns the reply to an accepted write.
     *
     * @param now the version that is served since
     */
    static Reply of(WriteGate.AcceptedWrite accepted, int status, Request request, PublishedVersion now) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("version", now.snapshot().version())
                .add(
                        "warnings",
                        Json.createArrayBuilder(accepted.warnings().stream()
                                .map(finding -> finding.in(PageContexts.chosen(request)))
                                .toList()));
        accepted.write().ifPresent(write -> json.add("number", write.number())
                .add("added", write.change().added().size())
                .add("removed", write.change().removed().size()));
        return Reply.once(status, "application/json", json.build().toString().getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store")
                .with("Torchgraph-Version", now.snapshot().version());
    }
}
