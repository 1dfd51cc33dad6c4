package org.torchgraph.server;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import org.torchgraph.dataset.Availability;
import org.torchgraph.dataset.Dataset;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Answers {@code /health} with the state of the site, the kind of store and the dataset version, with a newer one that
 * was refused, whether an engine elsewhere answers, and whether writers are kept out.
 */
final class HealthRoute implements Route {
    private final CurrentVersion currentVersion;
    private final Dataset dataset;
    private final Monitoring monitoring;

    /**
     * Creates the route.
     *
     * @param dataset the store
     */
    HealthRoute(CurrentVersion currentVersion, Dataset dataset, Monitoring monitoring) {
        this.monitoring = monitoring;
        this.currentVersion = currentVersion;
        this.dataset = dataset;
    }

    @Override
    public Reply answer(Request request) {
        return Reply.once(200, "application/json", json().getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store");
    }

    /** Returns the state of the site as JSON. */
    String json() {
        PublishedVersion version = currentVersion.get();
        JsonObjectBuilder health = Json.createObjectBuilder()
                .add("status", "ok")
                .add("store", dataset.kind())
                .add("version", version.snapshot().version())
                .add("triples", version.snapshot().size())
                .add("lastReload", version.snapshot().since().toString())
                .add("program", version.program());
        dataset.availability().ifPresent(availability -> health.add("engine", engine(availability)));
        currentVersion
                .refused()
                .ifPresent(refused -> health.add(
                        "refused",
                        Json.createObjectBuilder()
                                .add("since", refused.since().toString())
                                .add("count", refused.count())
                                .add("faults", Json.createArrayBuilder(refused.faults()))));
        // The reason names a file of the machine, which is not for everybody.
        monitoring
                .fault()
                .ifPresent(fault ->
                        health.add("writers", Message.of(Code.WRITERS_REFUSED).in(Language.EN)));
        return health.build().toString();
    }

    private static JsonObjectBuilder engine(Availability availability) {
        JsonObjectBuilder engine = Json.createObjectBuilder()
                .add("answers", availability.silentSince().isEmpty());
        availability.silentSince().ifPresent(since -> engine.add("silentSince", since.toString()));
        return engine;
    }
}
