package org.torchgraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.torchgraph.check.Checks;
import org.torchgraph.check.Finding;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.server.CannotListenException;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Starts a server for a publication, unless it has faults.
 *
 * @param lenient whether it is served although it has faults
 * @param err where the faults are printed
 */
record ServerLauncher(Publication publication, boolean lenient, PrintWriter err) {

    /** @throws CommandFailedException when the publication has faults or the address cannot be had */
    TorchgraphServer at(ServerAddress reach, Limits limits) {
        MemoryDataset memory = new MemoryDataset(publication, limits);
        Checks checks = new Checks(publication, memory.snapshot());
        // Beside the checks, which take as long; nothing is served before they are through.
        CompletableFuture<PublishedVersion> made = CompletableFuture.supplyAsync(
                () -> PublishedVersion.of(publication, memory.snapshot(), checks.questions(), CommandLines.build()));
        refuseFaults(checks.toServe(), checks.leftOut());
        PublishedVersion version = result(made);
        try {
            return TorchgraphServer.start(reach, () -> version, memory);
        } catch (CannotListenException refused) {
            throw new CommandFailedException(refused.message());
        }
    }

    /** Returns the result of a task, or throws what it has thrown. */
    private static <T> T result(CompletableFuture<T> task) {
        try {
            return task.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException thrown ? thrown : failed;
        }
    }

    private void refuseFaults(List<Finding> findings, int leftOut) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        CommandLines.list(errors, leftOut, Language.EN, err);
        if (!errors.isEmpty() && !lenient) {
            throw new CommandFailedException(Code.SERVE_REFUSED, errors.size());
        }
        if (!errors.isEmpty()) {
            err.println("torchgraph: "
                    + Message.of(Code.SERVE_WITH_FAULTS, errors.size()).in(Language.EN));
        }
    }
}
