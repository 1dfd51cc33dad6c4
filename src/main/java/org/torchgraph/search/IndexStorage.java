package org.torchgraph.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.query.TemporaryFolders;
import org.torchgraph.query.TemporaryNames;

/**
 * Where the index of a snapshot is: in memory, or in files of a temporary folder that are mapped into memory. The files
 * lose their names as soon as the index is open, so that none is left behind, however the program ends; their room on
 * the disk is free when the index is closed. What a program leaves that is killed before that, the next removes.
 *
 * @param directory what the index is written to
 * @param folder the temporary folder, if there is one
 */
record IndexStorage(Directory directory, Optional<Path> folder) implements AutoCloseable {
    private static final String KIND = "search";
    private static final Cleaner CLEANER = Cleaner.create();
    private static final Logger LOG = LoggerFactory.getLogger(IndexStorage.class);

    /** Creates storage in memory. */
    static IndexStorage inMemory() {
        return new IndexStorage(new ByteBuffersDirectory(), Optional.empty());
    }

    /** Creates storage in a new folder among those of another. */
    static IndexStorage inFilesBelow(Path temporary) throws IOException {
        Path folder = Files.createTempDirectory(temporary, TemporaryNames.prefix(KIND));
        return new IndexStorage(new MMapDirectory(folder), Optional.of(folder));
    }

    /** Removes what processes that do not live any more left in a folder while they wrote an index. */
    static void removeAbandonedBelow(Path temporary) {
        TemporaryFolders.removeAbandonedBelow(temporary, KIND);
    }

    /** Opens the written index. */
    DirectoryReader open() throws IOException {
        return DirectoryReader.open(directory);
    }

    /** Closes a reader once an object that reads from it is no longer used. */
    static void closeAfter(Object user, IndexReader reader) {
        CLEANER.register(user, () -> {
            try {
                reader.close();
            } catch (IOException alreadyGone) {
                throw new UncheckedIOException(alreadyGone);
            }
        });
    }

    /** Removes the names of files; what is open stays readable where the system lets files go while they are read. */
    @Override
    public void close() {
        folder.ifPresent(named -> {
            try (Stream<Path> files = Files.list(named)) {
                Stream.concat(files, Stream.of(named)).toList().forEach(IndexStorage::remove);
            } catch (IOException gone) {
                LOG.debug("{} cannot be removed", named, gone);
            }
        });
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException inUse) {
            file.toFile().deleteOnExit();
        }
    }
}
