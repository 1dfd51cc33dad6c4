package org.torchgraph.cli;

import java.time.Duration;
import java.util.Optional;
import org.torchgraph.check.Checks;
import org.torchgraph.dataset.engine.EngineAddress;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.server.Monitoring;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.version.ReplaceableVersion;

/**
 * A site over an engine, whose statements are served as they are. Questions, settings, prefixes and the base are those
 * of the files.
 *
 * @param limits those of each query
 * @param versions how its version is told
 * @param gate refuses files with faults
 */
record EngineSite(
        EngineAddress address, Limits limits, EngineVersionOptions versions, Monitoring monitoring, FaultGate gate) {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** Starts the server. */
    TorchgraphServer start(Publication files, ServerAddress reach, ReplaceableVersion served) {
        Publication publication = files.withoutStatements();
        RemoteDataset dataset =
                RemoteDataset.open(address, publication.base(), limits, versions.of(files), versions.mostCopied());
        try {
            Checks checks = new Checks(publication, dataset.snapshot());
            gate.passFiles(checks);
            TorchgraphServer server = new ServerLauncher(publication, dataset, monitoring)
                    .at(reach, gate, true, served, Optional.empty());
            new EngineWatch(dataset, publication, checks.questions(), served, gate)
                    .start(BETWEEN_LOOKS, versions.timeToLive());
            return server;
        } catch (RuntimeException failed) {
            dataset.close();
            throw failed;
        }
    }
}
