package org.torchgraph.dataset.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.Strings;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.WritePatch;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.messages.Code;

/** The accepted writes of a store on disk, each in a file of its own. */
record HistoryFolder(Path folder) {
    private static final String SUFFIX = ".rdfp";
    private static final String UNFINISHED = ".part";

    /**
     * Returns all writes in order.
     *
     * @param filled tells what the first one changed
     * @throws StoreException if one cannot be read or is missing
     */
    History read(StoreRecord filled) {
        return new History(
                filled.version(),
                filled.filled(),
                IntStream.rangeClosed(1, Math.max(last(), filled.merged()))
                        .mapToObj(this::read)
                        .toList());
    }

    /**
     * Returns the writes after one, up to the first that cannot be read.
     *
     * @param number the number of that one
     */
    List<WriteRecord> readable(int number) {
        List<WriteRecord> writes = new ArrayList<>();
        try {
            for (int next = number + 1; next <= last(); next++) {
                writes.add(read(next));
            }
        } catch (StoreException ends) {
            return writes;
        }
        return writes;
    }

    /** Returns the number of the last write; 0 if there is none. */
    int last() {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .mapToInt(name -> Integer.parseInt(Strings.CS.removeEnd(name, SUFFIX)))
                    .max()
                    .orElse(0);
        } catch (IOException | NumberFormatException unreadable) {
            throw new StoreException(unreadable, Code.STORE_HISTORY_DAMAGED, folder.getParent(), folder.getFileName());
        }
    }

    private WriteRecord read(int number) {
        Path file = file(number);
        try (InputStream in = Files.newInputStream(file)) {
            return WritePatch.read(number, in);
        } catch (IOException | RuntimeException broken) {
            throw new StoreException(
                    broken,
                    Code.STORE_HISTORY_DAMAGED,
                    folder.getParent(),
                    folder.getParent().relativize(file));
        }
    }

    private Path file(int number) {
        return folder.resolve(String.format("%08d", number) + SUFFIX);
    }

    /** Writes a record; it is on disk when this returns, and no part of it is there otherwise. */
    void append(WriteRecord write) throws IOException {
        Files.createDirectories(folder);
        DurableFile.write(
                file(write.number()), folder.resolve("next" + UNFINISHED), out -> WritePatch.write(write, out));
    }
}
