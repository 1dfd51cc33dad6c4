package org.torchgraph.site.bundle;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive that is an attached RO-Crate: the metadata at its root describes each of its other files.
 *
 * @param metadata the RO-Crate
 * @param files the other files, by path
 */
public record Bundle(JsonObject metadata, List<BundledFile> files) {
    /** The name of the metadata. */
    public static final String METADATA = "ro-crate-metadata.json";

    /** The earliest time that an archive can state; the bytes of a bundle do not depend on when it was written. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Writes the archive, the same bytes for the same files. */
    public void writeTo(OutputStream out) throws IOException {
        ZipOutputStream archive = new ZipOutputStream(out);
        begin(METADATA, archive);
        archive.write(metadata.toString().getBytes(StandardCharsets.UTF_8));
        for (BundledFile file : files) {
            begin(file.path(), archive);
            file.content().writeTo(archive);
        }
        archive.finish();
    }

    private static void begin(String path, ZipOutputStream archive) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(NO_TIME);
        archive.putNextEntry(entry);
    }
}
