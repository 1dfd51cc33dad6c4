package org.torchgraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.dataset.disk.StoreRecord;
import org.torchgraph.export.Dumps;
import org.torchgraph.export.FileHeader;
import org.torchgraph.export.Format;
import org.torchgraph.export.RdfWriter;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code torchgraph backup}. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the statements of a store on disk to a file of N-Quads, which load takes.",
            "While the site is up, its dump /export/torchgraph.nq is the same."
        })
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private PublicationOptions options;

    @Mixin
    private StoreOption store;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "file to write")
    private Path out;

    @Override
    public Integer call() throws IOException {
        try (DiskDataset dataset = DiskDataset.open(
                store.folder().orElseThrow(() -> new UsageException(Code.LOAD_NO_STORE)), Limits.standard())) {
            StoreRecord filled = dataset.record().orElseThrow(() -> new CommandFailedException(Code.STORE_EMPTY));
            Snapshot snapshot = dataset.snapshot();
            RdfWriter writer = new RdfWriter(options.read().prefixes(), snapshot.union())
                    .with(FileHeader.of(snapshot.union(), filled.base(), snapshot.version()));
            AtomicFile.write(out, target -> Dumps.write(snapshot, writer, Format.NQUADS, target));
            return 0;
        }
    }
}
