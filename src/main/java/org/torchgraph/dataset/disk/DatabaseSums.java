package org.torchgraph.dataset.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The checksums of the files of a database, which do not change while it is only read. TDB2 itself has none: it takes a
 * file that was cut off for one with fewer statements.
 */
final class DatabaseSums {
    /** The file that TDB2 writes the number of the process to. */
    private static final String LOCK = "tdb.lock";

    private static final int PART_BYTES = 1 << 16;

    private DatabaseSums() {}

    /**
     * Returns the checksum of each file, by its path. What comes after a part of zeros is left out: TDB2 fills its
     * files up with them.
     */
    static Map<String, String> of(Path database) throws IOException {
        ByteBuffer part = ByteBuffer.allocateDirect(PART_BYTES);
        ByteBuffer zeros = ByteBuffer.allocateDirect(PART_BYTES);
        Map<String, String> sums = new TreeMap<>();
        for (Path file : files(database)) {
            CRC32C sum = new CRC32C();
            try (FileChannel channel = FileChannel.open(file)) {
                while (channel.read(part.clear()) > 0
                        && !part.flip().equals(zeros.clear().limit(part.limit()))) {
                    sum.update(part);
                }
            }
            sums.put(database.relativize(file).toString(), Long.toHexString(sum.getValue()));
        }
        return sums;
    }

    private static List<Path> files(Path database) throws IOException {
        try (Stream<Path> inside = Files.walk(database)) {
            return inside.filter(file -> Files.isRegularFile(file) && !file.endsWith(LOCK))
                    .toList();
        }
    }

    /** Returns the first file that does not have its checksum any more, or is not there. */
    static Optional<String> changed(Path database, Map<String, String> sums) throws IOException {
        Map<String, String> now = of(database);
        return sums.entrySet().stream()
                .filter(file -> !file.getValue().equals(now.get(file.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
