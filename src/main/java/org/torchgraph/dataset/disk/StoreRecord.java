package org.torchgraph.dataset.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torchgraph.dataset.History;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.Publication;

/**
 * What a store was filled with.
 *
 * @param folder the name of the folder of its database
 * @param base the base of the publication
 * @param version the version of the publication
 * @param filled the time
 * @param files the digest of each file by its path
 * @param merged the number of writes that are in the database
 * @param replaced the databases whose place this one has taken and whose histories are kept
 * @param sums the checksum of each file of the database by its path; none while it is being written to
 */
public record StoreRecord(
        String folder,
        String base,
        String version,
        Instant filled,
        Map<String, String> files,
        int merged,
        List<String> replaced,
        Map<String, String> sums) {
    private static final String FILE = "file.";
    private static final String SUM = "sum.";
    private static final String MERGED = "merged";
    private static final String REPLACED = "replaced";

    /**
     * Returns the record of a database that is made.
     *
     * @param publication has its statements
     * @param files the digest of each file whose statements it was filled with
     * @param history the writes that are in it
     * @param old the record of the one whose place it takes
     */
    static StoreRecord of(
            Publication publication,
            Map<String, String> files,
            History history,
            String folder,
            Optional<StoreRecord> old) {
        return new StoreRecord(
                folder,
                publication.base(),
                history.filled(),
                history.since(),
                files,
                history.size(),
                old.stream()
                        .flatMap(before -> Stream.concat(before.replaced.stream(), Stream.of(before.folder)))
                        .toList(),
                Map.of());
    }

    /** Returns the digest of each file of a publication. */
    public static Map<String, String> files(Publication publication) {
        return publication.data().stream().collect(Collectors.toMap(DataFile::file, DataFile::digest));
    }

    /**
     * Reads the record.
     *
     * @throws IllegalArgumentException if it is no whole record
     */
    static StoreRecord read(InputStream in) throws IOException {
        Properties written = new Properties();
        written.load(in);
        return new StoreRecord(
                required(written, "folder"),
                required(written, "base"),
                required(written, "version"),
                Instant.ofEpochMilli(Long.parseLong(required(written, "filled"))),
                named(written, FILE),
                Integer.parseInt(written.getProperty(MERGED, "0")),
                Stream.of(written.getProperty(REPLACED, "").split(","))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                named(written, SUM));
    }

    /** Returns the same record of a database as it is now. */
    StoreRecord with(int writes, Map<String, String> now) {
        return new StoreRecord(folder, base, version, filled, files, writes, replaced, now);
    }

    private static Map<String, String> named(Properties written, String start) {
        Map<String, String> values = new TreeMap<>();
        written.stringPropertyNames().stream()
                .filter(name -> name.startsWith(start))
                .forEach(name -> values.put(name.substring(start.length()), written.getProperty(name)));
        return values;
    }

    private static String required(Properties written, String name) {
        String value = written.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    void write(OutputStream out) throws IOException {
        Properties written = new Properties();
        written.setProperty("folder", folder);
        written.setProperty("base", base);
        written.setProperty("version", version);
        written.setProperty("filled", Long.toString(filled.toEpochMilli()));
        written.setProperty(MERGED, Integer.toString(merged));
        written.setProperty(REPLACED, String.join(",", replaced));
        files.forEach((file, digest) -> written.setProperty(FILE + file, digest));
        sums.forEach((file, sum) -> written.setProperty(SUM + file, sum));
        written.store(out, null);
    }
}
