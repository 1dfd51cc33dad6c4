package org.torchgraph.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.question.Questions;
import org.torchgraph.server.mcp.StandardIo;
import org.torchgraph.server.mcp.Toolboxes;
import org.torchgraph.server.query.QueryService;
import org.torchgraph.server.version.PublishedVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code torchgraph mcp}. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description = "Answers an assistant by the Model Context Protocol over standard input and output.")
final class McpCommand implements Callable<Integer> {

    @Mixin
    private PublicationOptions options;

    @Option(
            names = "--query-timeout",
            paramLabel = "SECONDS",
            description = "time limit of a query, default ${DEFAULT-VALUE}")
    private int queryTimeout = 10;

    @Override
    public Integer call() throws IOException {
        if (queryTimeout < 1) {
            throw new UsageException(Code.TIMEOUT_SECONDS, queryTimeout);
        }
        Publication publication = options.readWhole();
        Limits limits = Limits.standard().within(Duration.ofSeconds(queryTimeout));
        try (MemoryDataset dataset = new MemoryDataset(publication, limits);
                // Messages of the protocol alone.
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            PublishedVersion version = PublishedVersion.of(
                    publication, dataset.snapshot(), Questions.of(publication), CommandLines.build());
            version.search().begin();
            StandardIo.serve(new Toolboxes(new QueryService(limits), Optional::empty).of(version), System.in, out);
        }
        return 0;
    }
}
