package org.torchgraph.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.export.diff.Difference;
import org.torchgraph.export.diff.RdfPatch;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code torchgraph history}. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the writes that a store on disk has accepted since it was filled: number, time, writer, statements, note.",
            "The store may not be in use meanwhile."
        })
final class HistoryCommand implements Callable<Integer> {

    @Mixin
    private PublicationOptions options;

    @Mixin
    private StoreOption store;

    @Option(names = "--show", paramLabel = "N", description = "show what a write changed, as RDF Patch")
    private Integer number;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (DiskDataset dataset = DiskDataset.open(
                store.folder().orElseThrow(() -> new UsageException(Code.LOAD_NO_STORE)), Limits.standard())) {
            List<WriteRecord> writes = dataset.history();
            if (number == null) {
                writes.stream()
                        .map(HistoryCommand::line)
                        .forEach(spec.commandLine().getOut()::println);
                return 0;
            }
            WriteRecord shown = writes.stream()
                    .filter(write -> write.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new UsageException(Code.HISTORY_NUMBER, number, writes.size()));
            RdfPatch.write(
                    Difference.of(shown.change().removed(), shown.change().added()), System.out);
            System.out.flush();
            return 0;
        }
    }

    private static String line(WriteRecord write) {
        return String.join(
                "  ",
                Integer.toString(write.number()),
                write.time().toString(),
                write.writer(),
                "+" + write.change().added().size() + " -"
                        + write.change().removed().size(),
                write.note());
    }
}
