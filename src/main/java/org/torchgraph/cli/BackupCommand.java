package org.torchgraph.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.WritePatch;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.dataset.disk.StoreRecord;
import org.torchgraph.export.Dumps;
import org.torchgraph.export.FileHeader;
import org.torchgraph.export.Format;
import org.torchgraph.export.RdfWriter;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.settings.Website;
import org.torchgraph.query.Limits;
import org.torchgraph.routes.SiteRoute;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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

    @Option(names = "--replace", description = "replace the file if it is there already")
    private boolean replace;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (Files.isRegularFile(out) && !replace) {
            throw new CommandFailedException(Code.BACKUP_EXISTS, out);
        }
        boolean whole = out.toString().endsWith(BackupFile.SUFFIX);
        write(whole);
        if (Files.isRegularFile(out)) {
            tell(whole ? BackupFile.read(out).told(out) : toldOfStatements());
        }
        return 0;
    }

    private void write(boolean whole) throws IOException {
        Optional<SiteClient> site = endpoint.site(store);
        if (site.isPresent()) {
            if (whole) {
                int writes = site.get().json(SiteRoute.HISTORY.path()).getInt("total");
                BackupFile.write(
                        out, writes, (number, zip) -> copy(site.get(), SiteRoute.WRITE.path("" + number), zip));
            } else {
                AtomicFile.write(
                        out,
                        target -> copy(
                                site.get(), SiteRoute.DUMP.path(Format.NQUADS.fileName(Website.DUMP_NAME)), target));
            }
            return;
        }
        Path folder = store.folder().orElseThrow();
        // Statements are to be had of a store even when its history is damaged.
        try (DiskDataset dataset = whole
                ? DiskDataset.open(folder, Limits.standard())
                : DiskDataset.rescue(folder, Limits.standard(), this::tell)) {
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
        }
    }

    /** Returns what is said of the written file, of which it is read again. */
    private Message toldOfStatements() throws IOException {
        try (Stream<String> lines = Files.lines(out)) {
            long statements = lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .count();
            return Message.of(
                    Code.BACKUP_DONE, out, statements, FileHeader.versionIn(out).orElse("?"));
        }
    }

    private void tell(Message message) {
        spec.commandLine().getErr().println("torchgraph: " + message.in(Language.EN));
    }

    private static void copy(SiteClient site, String path, OutputStream out) throws IOException {
        try (InputStream body = site.get(path).body()) {
            body.transferTo(out);
        }
    }
}
