package org.torchgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.commons.io.FileUtils;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.IoReason;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationCopy;
import org.torchgraph.query.TemporaryFolders;
import org.torchgraph.query.TemporaryNames;
import org.torchgraph.question.Questions;
import org.torchgraph.server.kept.VersionArchives;
import org.torchgraph.server.kept.WrittenVersions;
import org.torchgraph.server.version.KeptVersions;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.ReplaceableVersion;
import picocli.CommandLine.Option;

/** The options that say how many versions before the current one still have answers. */
public final class KeptVersionsOption {
    /** The size of a publication that is copied to temporary files without being told to. */
    private static final long MAX_TEMPORARY_BYTES = 64L << 20;

    /** The kind of temporary folder. */
    private static final String TEMPORARY = "versions";

    @Option(
            names = "--keep-versions",
            paramLabel = "N",
            description =
                    "how many versions before the current one still answer questions by ?version=, default ${DEFAULT-VALUE}; 0 keeps none")
    private int number = 10;

    @Option(
            names = "--keep-versions-in",
            paramLabel = "DIR",
            description =
                    "folder in which the files of these versions are kept, for later starts too (default: temporary files)")
    private Path folder;

    /** @throws UsageException if the options do not fit each other or the store */
    void require(boolean inMemory) {
        if (number < 0) {
            throw new UsageException(Code.KEEP_NUMBER, number);
        }
        if (folder != null && number == 0) {
            throw new UsageException(Code.KEEP_NONE);
        }
        if (folder != null && !inMemory) {
            throw new UsageException(Code.KEEP_STORE);
        }
    }

    /** Returns the keeper of the versions of a store on disk. */
    KeptVersions written(DiskDataset dataset, Publication publication) {
        Questions questions = Questions.of(publication);
        return number == 0
                ? KeptVersions.NONE
                : new WrittenVersions(
                        dataset,
                        number,
                        dataset.limits().time(),
                        earlier -> PublishedVersion.of(publication, earlier, questions, CommandLines.build()));
    }

    /**
     * Returns the keeper of the versions of files in memory; empty if none are kept.
     *
     * @throws CommandFailedException if it cannot write to its folder
     */
    Optional<VersionArchives> archives(PublicationOptions options, Publication publication, MemoryDataset dataset) {
        if (number == 0
                || folder == null && PublicationCopy.of(options.folder()).length() > MAX_TEMPORARY_BYTES) {
            return Optional.empty();
        }
        return Optional.of(new VersionArchives(
                folder == null ? temporary() : writable(),
                number,
                publication.base(),
                dataset.limits().time(),
                files -> PublishedVersion.of(
                        files, dataset.candidate(files), Questions.of(files), CommandLines.build())));
    }

    private Path writable() {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".", ".tmp"));
            return folder;
        } catch (IOException refused) {
            throw new CommandFailedException(Code.KEEP_FOLDER, folder, IoReason.of(refused));
        }
    }

    /**
     * Keeps the current version, then tells which of those that were kept before are damaged, both in a thread beside
     * the server.
     *
     * @param root the folder of the files
     * @param err where it is told why a version is not kept
     * @return what has to be run for each version that becomes the current one after it
     */
    static Runnable copying(VersionArchives archives, Path root, ReplaceableVersion served, PrintWriter err) {
        Executor inOrder = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("versions").factory());
        Runnable copy = () -> {
            Snapshot current = served.get().snapshot();
            String version = current.version();
            Instant since = current.since();
            long statements = current.size();
            inOrder.execute(() -> {
                try {
                    if (!archives.keep(version, since, statements, root)) {
                        tell(err, Message.of(Code.KEEP_CHANGED, version));
                    }
                } catch (IOException | UncheckedIOException full) {
                    tell(err, Message.of(Code.KEEP_UNWRITTEN, version, archives.folder(), reason(full)));
                }
            });
        };
        copy.run();
        inOrder.execute(() -> tellDamaged(archives, err));
        return copy;
    }

    private static void tellDamaged(VersionArchives archives, PrintWriter err) {
        try {
            archives.damaged().forEach((version, file) -> tell(err, Message.of(Code.KEEP_DAMAGED, version, file)));
        } catch (IOException | UncheckedIOException unreadable) {
            tell(err, Message.of(Code.KEEP_FOLDER, archives.folder(), reason(unreadable)));
        }
    }

    private static Object reason(Exception full) {
        return IoReason.of(full instanceof UncheckedIOException wrapped ? wrapped.getCause() : (IOException) full);
    }

    private static Path temporary() {
        try {
            TemporaryFolders.removeAbandonedBelow(FileUtils.getTempDirectory().toPath(), TEMPORARY);
            Path made = Files.createTempDirectory(TemporaryNames.prefix(TEMPORARY));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(made.toFile()), "versions removed"));
            return made;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void tell(PrintWriter err, Message message) {
        err.println("torchgraph: " + message.in(Language.EN));
    }
}
