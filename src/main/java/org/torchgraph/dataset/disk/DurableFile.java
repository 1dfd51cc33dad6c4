package org.torchgraph.dataset.disk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.apache.jena.atlas.RuntimeIOException;

/** Writes files that a loss of power leaves whole or not there. */
final class DurableFile {
    private DurableFile() {}

    /** Writes the content of a file. */
    interface DurableContent {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file in the place of the one with its name. It is on disk when this returns; no part of it is there
     * otherwise.
     *
     * @param part where it is written first, in the same folder
     */
    static void write(Path file, Path part, DurableContent content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        } catch (RuntimeIOException refused) {
            Files.deleteIfExists(part);
            throw new IOException(refused.getCause());
        } catch (IOException | RuntimeException refused) {
            Files.deleteIfExists(part);
            throw refused;
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
