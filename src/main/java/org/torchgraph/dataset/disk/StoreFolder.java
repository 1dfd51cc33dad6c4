package org.torchgraph.dataset.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.apache.commons.lang3.Strings;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.IoReason;
import org.torchgraph.messages.Message;

/**
 * The folder of a store, which one process has at a time. It holds the lock, the record, and the folder of the database
 * that the record names. Another database beside it was not finished or has been replaced.
 */
final class StoreFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String RECORD = "store.properties";
    private static final String DATABASE = "data-";
    private static final String HISTORY = "history-";
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;
    private final FileChannel lockFile;

    private StoreFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder, and creates it if there is none.
     *
     * @throws StoreException if another process has it, or something else lies in it
     */
    static StoreFolder take(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> present = Files.list(folder)) {
                Optional<Path> other = present.filter(path -> !isOurs(path)).findFirst();
                if (other.isPresent()) {
                    throw new StoreException(
                            null, Code.STORE_OTHER_FILES, folder, other.get().getFileName());
                }
            }
            FileChannel lockFile =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lockFile)) {
                lockFile.close();
                throw new StoreException(null, Code.STORE_IN_USE, folder);
            }
            return new StoreFolder(folder, lockFile);
        } catch (IOException unusable) {
            throw new StoreException(unusable, Code.STORE_UNUSABLE, folder, IoReason.of(unusable));
        }
    }

    private static boolean isOurs(Path path) {
        String name = path.getFileName().toString();
        return name.equals(LOCK) || name.startsWith(RECORD) || name.startsWith(DATABASE) || name.startsWith(HISTORY);
    }

    private static boolean isLocked(FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    Path path() {
        return folder;
    }

    Path database(String name) {
        return folder.resolve(name);
    }

    /** Returns the history of a database, which stays when another one takes its place. */
    HistoryFolder history(String name) {
        return new HistoryFolder(folder.resolve(HISTORY + name));
    }

    /** Returns the name of a database that is not there yet. */
    String freeName() {
        int number = 1;
        while (Files.exists(database(DATABASE + number))
                || Files.exists(history(DATABASE + number).folder())) {
            number++;
        }
        return DATABASE + number;
    }

    /**
     * Returns the record; empty if the store was never filled.
     *
     * @throws StoreException if it cannot be read or its database is missing
     */
    Optional<StoreRecord> read() {
        try (InputStream in = Files.newInputStream(folder.resolve(RECORD))) {
            StoreRecord record = StoreRecord.read(in);
            if (!Files.isDirectory(database(record.folder()))) {
                throw new StoreException(null, Code.STORE_DAMAGED, folder, record.folder());
            }
            return Optional.of(record);
        } catch (NoSuchFileException neverFilled) {
            requireNothingFilled();
            return Optional.empty();
        } catch (IOException | IllegalArgumentException broken) {
            throw new StoreException(broken, Code.STORE_DAMAGED, folder, RECORD);
        }
    }

    /**
     * Requires that all that is here is what the filling of a store left that was broken off.
     *
     * @throws StoreException if there is more, whose record is lost
     */
    private void requireNothingFilled() {
        try {
            for (Path left : named(DATABASE, HISTORY)) {
                String name = Strings.CS.removeStart(left.getFileName().toString(), HISTORY);
                if (!name.endsWith(UNFINISHED) && !Files.exists(unfinished(name))) {
                    throw new StoreException(null, Code.STORE_NO_RECORD, folder, RECORD, left.getFileName());
                }
            }
        } catch (IOException unreadable) {
            throw new StoreException(unreadable, Code.STORE_UNUSABLE, folder, IoReason.of(unreadable));
        }
    }

    private List<Path> named(String... starts) throws IOException {
        try (Stream<Path> present = Files.list(folder)) {
            return present.filter(
                            path -> Strings.CS.startsWithAny(path.getFileName().toString(), starts))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the file that is there as long as a database is being filled. */
    private Path unfinished(String name) {
        return folder.resolve(name + UNFINISHED);
    }

    /**
     * Makes the folder of a new database, which is removed at the next start if it does not become that of the store.
     */
    Path begin(String name) throws IOException {
        DurableFile.write(unfinished(name), folder.resolve(name + ".part" + UNFINISHED), out -> {});
        return Files.createDirectory(database(name));
    }

    /** Removes a database that was begun, with its history. */
    void discard(String name) throws IOException {
        for (Path begun : List.of(database(name), history(name).folder(), unfinished(name))) {
            if (Files.exists(begun)) {
                PathUtils.delete(begun);
            }
        }
    }

    /**
     * Requires that this user may use all files.
     *
     * @throws StoreException for the first other one
     */
    void requireAccess() {
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.filter(file -> !Files.isReadable(file) || !Files.isWritable(file))
                    .findFirst()
                    .ifPresent(file -> {
                        throw new StoreException(null, Code.STORE_ACCESS, file);
                    });
        } catch (IOException unreadable) {
            throw new StoreException(unreadable, Code.STORE_UNUSABLE, folder, IoReason.of(unreadable));
        } catch (UncheckedIOException closed) {
            // A folder that is not readable is reported before it is seen.
            throw new StoreException(closed, Code.STORE_UNUSABLE, folder, IoReason.of(closed.getCause()));
        }
    }

    /**
     * Requires that the files of a database are those that were written.
     *
     * @throws StoreException if one has changed since
     */
    void requireWhole(StoreRecord record) {
        Path database = database(record.folder());
        try {
            DatabaseSums.changed(database, record.sums()).ifPresent(file -> {
                throw new StoreException(
                        null, Code.STORE_DAMAGED, folder, Message.of(Code.STORE_FILE_DIFFERS, database.resolve(file)));
            });
        } catch (IOException unreadable) {
            throw new StoreException(unreadable, Code.STORE_UNUSABLE, folder, IoReason.of(unreadable));
        }
    }

    /** Makes a database the one of the store; the record is on disk when this returns. */
    void write(StoreRecord record) throws IOException {
        DurableFile.write(folder.resolve(RECORD), folder.resolve(RECORD + ".next"), record::write);
        removeOthers();
    }

    /** Removes databases that the record does not name. */
    void removeOthers() throws IOException {
        Optional<String> kept = read().map(StoreRecord::folder);
        for (Path database : named(DATABASE)) {
            String name = database.getFileName().toString();
            String begun = Strings.CS.removeEnd(name, UNFINISHED);
            if (!begun.equals(name) && !kept.equals(Optional.of(begun))) {
                discard(begun);
            } else if (!kept.equals(Optional.of(name)) && Files.exists(database)) {
                PathUtils.delete(database);
            }
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException unusual) {
            throw new StoreException(unusual, Code.STORE_UNUSABLE, folder, unusual);
        }
    }
}
