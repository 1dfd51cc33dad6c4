package org.torchgraph.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.WritePatch;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.dataset.disk.StoreRecord;
import org.torchgraph.export.Dumps;
import org.torchgraph.export.FileHeader;
import org.torchgraph.export.Format;
import org.torchgraph.export.RdfWriter;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Limits;
import org.torchgraph.routes.SiteRoute;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code torchgraph backup}. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a store on disk to a file that load takes: with its history if the name ends in .zip, "
                    + "else its statements as N-Quads.",
            "Takes the store while the site is down, or the address of the site while it is up."
        })
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private PublicationOptions options;

    @Mixin
    private StoreOption store;

    @Mixin
    private SiteOption endpoint;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "file to write")
    private Path out;

    @Override
    public Integer call() throws IOException {
        boolean whole = out.toString().endsWith(BackupFile.SUFFIX);
        Optional<SiteClient> site = endpoint.site(store);
        if (site.isPresent()) {
            if (whole) {
                int writes = site.get().json(SiteRoute.HISTORY.path()).getInt("total");
                BackupFile.write(
                        out, writes, (number, zip) -> copy(site.get(), SiteRoute.WRITE.path("" + number), zip));
            } else {
                AtomicFile.write(
                        out, target -> copy(site.get(), SiteRoute.DUMP.path(Format.NQUADS.fileName()), target));
            }
            return 0;
        }
        try (DiskDataset dataset = DiskDataset.open(store.folder().orElseThrow(), Limits.standard())) {
            StoreRecord filled = dataset.record().orElseThrow(() -> new CommandFailedException(Code.STORE_EMPTY));
            Snapshot snapshot = dataset.snapshot();
            if (whole) {
                BackupFile.write(
                        out, snapshot.history().size(), (number, zip) -> WritePatch.write(snapshot, number, zip));
            } else {
                RdfWriter writer = new RdfWriter(options.read().prefixes(), snapshot.union())
                        .with(FileHeader.of(snapshot.union(), filled.base(), snapshot.version()));
                AtomicFile.write(out, target -> Dumps.write(snapshot, writer, Format.NQUADS, target));
            }
            return 0;
        }
    }

    private static void copy(SiteClient site, String path, OutputStream out) throws IOException {
        try (InputStream body = site.get(path).body()) {
            body.transferTo(out);
        }
    }
}
