package org.torchgraph.dataset.disk;

import java.io.IOException;
import java.io.InputStream;
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
import org.torchgraph.messages.Code;

/**
 * The folder of a store, which one process has at a time. It holds the lock, the record, and the folder of the database
 * that the record names. Another database beside it was not finished or has been replaced.
 */
final class StoreFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String RECORD = "store.properties";
    private static final String DATABASE = "data-";
    private static final String HISTORY = "history-";

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
            throw new StoreException(unusable, Code.STORE_UNUSABLE, folder, unusable);
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
            return Optional.empty();
        } catch (IOException | IllegalArgumentException broken) {
            throw new StoreException(broken, Code.STORE_DAMAGED, folder, RECORD);
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
        try (Stream<Path> present = Files.list(folder)) {
            List<Path> others = present.filter(
                            path -> path.getFileName().toString().startsWith(DATABASE))
                    .filter(path -> !kept.equals(Optional.of(path.getFileName().toString())))
                    .toList();
            for (Path other : others) {
                PathUtils.delete(other);
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
