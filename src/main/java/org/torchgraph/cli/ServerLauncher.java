package org.torchgraph.cli;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.torchgraph.check.Checks;
import org.torchgraph.dataset.Dataset;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationTooLargeException;
import org.torchgraph.server.CannotListenException;
import org.torchgraph.server.Monitoring;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.ReplaceableVersion;
import org.torchgraph.server.write.WriteGate;

/**
 * Starts a server for a publication.
 *
 * @param dataset the statements of the publication
 * @param monitoring how the server is observed
 */
record ServerLauncher(Publication publication, Dataset dataset, Monitoring monitoring) {

    /** Creates a launcher of a server that nobody observes. */
    ServerLauncher(Publication publication, Dataset dataset) {
        this(publication, dataset, Monitoring.none());
    }

    /**
     * Starts the server.
     *
     * @param gate refuses publications with faults
     * @param judged whether the publication has passed before
     * @param served gets the version, and is what the server serves from then on
     * @param writes accepts writes; empty for a site that is read only
     * @throws CommandFailedException when the publication has faults or the address cannot be had
     */
    TorchgraphServer at(
            ServerAddress reach,
            FaultGate gate,
            boolean judged,
            ReplaceableVersion served,
            Optional<WriteGate> writes) {
        Checks checks = new Checks(publication, dataset.snapshot());
        // Beside the checks, which take as long; nothing is served before they are through.
        CompletableFuture<PublishedVersion> made = CompletableFuture.supplyAsync(
                () -> PublishedVersion.of(publication, dataset.snapshot(), checks.questions(), CommandLines.build()));
        CompletableFuture<TorchgraphServer> prepared = CompletableFuture.supplyAsync(
                () -> TorchgraphServer.prepare(reach, served, dataset, writes, monitoring));
        if (!judged) {
            gate.pass(checks);
        }
        served.replace(result(made));
        try {
            return result(prepared).begin(reach);
        } catch (CannotListenException refused) {
            throw new CommandFailedException(refused.message());
        }
    }

    /** Returns the result of a task, or throws what it has thrown. */
    private static <T> T result(CompletableFuture<T> task) {
        try {
            return task.join();
        } catch (CompletionException failed) {
            throw switch (failed.getCause()) {
                case OutOfMemoryError usedUp -> PublicationTooLargeException.afterReading();
                case RuntimeException thrown -> thrown;
                case null, default -> failed;
            };
        }
    }
}
