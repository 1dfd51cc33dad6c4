package org.torchgraph.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.WritePatch;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.Publication;

/**
 * A backup of a store with its history: a ZIP file with an RDF Patch for what the store was filled with, number 0, and
 * one for each write.
 *
 * @param first the statements before the first write
 * @param history the writes
 */
record BackupFile(Set<Quad> first, History history) {
    /** The ending of the name of such a file. */
    static final String SUFFIX = ".zip";

    /** Writes the patches that a backup consists of. */
    interface PatchSource {
        void copy(int number, OutputStream out) throws IOException;
    }

    /** Writes a backup. */
    static void write(Path file, int writes, PatchSource patches) throws IOException {
        AtomicFile.write(file, target -> {
            ZipOutputStream zip = new ZipOutputStream(target);
            for (int number = 0; number <= writes; number++) {
                zip.putNextEntry(new ZipEntry(name(number)));
                patches.copy(number, zip);
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    private static String name(int number) {
        return String.format("%08d.rdfp", number);
    }

    /**
     * Reads a backup.
     *
     * @throws CommandFailedException if it is not whole
     */
    static BackupFile read(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            WriteRecord first = patch(zip, 0);
            List<WriteRecord> writes = new ArrayList<>();
            for (int number = 1; number < zip.size(); number++) {
                writes.add(patch(zip, number));
            }
            History history = new History(first.version(), first.time(), writes);
            return new BackupFile(first.change().added(), history);
        } catch (NoSuchFileException | FileNotFoundException unreadable) {
            throw new UsageException(Code.INPUT_UNREADABLE, file);
        } catch (IOException | RuntimeException broken) {
            throw new CommandFailedException(Code.BACKUP_DAMAGED, file, String.valueOf(broken.getMessage()));
        }
    }

    private static WriteRecord patch(ZipFile zip, int number) throws IOException {
        ZipEntry entry = zip.getEntry(name(number));
        if (entry == null) {
            throw new IOException(name(number));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return WritePatch.read(number, in);
        }
    }

    /** Returns the statements after the last write. */
    List<Quad> statements() {
        return history.after(first);
    }

    /** Returns what is said of a backup that was written. */
    Message told(Path file) {
        String version = history.last().map(WriteRecord::version).orElse(history.filled());
        return Message.of(Code.BACKUP_WHOLE, file, statements().size(), version, history.size());
    }

    /** Returns a publication with these statements in place of its own. */
    Publication in(Publication files, Path file) {
        return files.with(
                history.filled(),
                List.of(new DataFile(file.toString(), Quad.defaultGraphIRI, statements())),
                List.of());
    }
}
