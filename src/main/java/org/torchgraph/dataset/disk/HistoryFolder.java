package org.torchgraph.dataset.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
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
        if (!Files.isDirectory(folder)) {
            return new History(filled.version(), filled.filled(), List.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<WriteRecord> writes = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(this::read)
                    .sorted(Comparator.comparing(WriteRecord::number))
                    .toList();
            for (int at = 0; at < writes.size(); at++) {
                if (writes.get(at).number() != at + 1) {
                    throw new StoreException(
                            null, Code.STORE_DAMAGED, folder, file(at + 1).getFileName());
                }
            }
            return new History(filled.version(), filled.filled(), writes);
        } catch (IOException unreadable) {
            throw new StoreException(unreadable, Code.STORE_DAMAGED, folder, unreadable);
        }
    }

    private WriteRecord read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return WritePatch.read(
                    Integer.parseInt(
                            StringUtils.substringBefore(file.getFileName().toString(), ".")),
                    in);
        } catch (IOException | RuntimeException broken) {
            throw new StoreException(broken, Code.STORE_DAMAGED, folder, file.getFileName());
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
