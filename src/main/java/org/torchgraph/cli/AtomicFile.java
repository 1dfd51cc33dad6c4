package org.torchgraph.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.atlas.RuntimeIOException;

/** Writes a file completely before it replaces an existing one. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the content of the file. */
    public interface ContentWriter {
        /** Writes the complete content to a stream, which the caller closes. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Checks the written file before it replaces the existing one. */
    public interface Condition {
        /** Throws an exception if the written file is not acceptable. */
        void require(Path written) throws IOException;
    }

    /** Writes to a temporary file in the same folder, then renames it. */
    public static void write(Path file, ContentWriter content) throws IOException {
        write(file, content, written -> {});
    }

    /** Writes to a temporary file in the same folder, checks it, then renames it. */
    public static void write(Path file, ContentWriter content, Condition condition) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A device or a pipe has no content to preserve.
            fill(file, file, content, StandardOpenOption.WRITE);
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (!Files.isDirectory(target.getParent())) {
            throw new NoSuchFileException(target.getParent().toString());
        }
        Path temporary = temporary(target);
        // For a process that is told to end while it writes.
        temporary.toFile().deleteOnExit();
        try {
            fill(temporary, target, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            condition.require(temporary);
            keepPermissions(target, temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Writes a file.
     *
     * @param named is named as the file that cannot be written
     */
    private static void fill(Path file, Path named, ContentWriter content, OpenOption... options) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, options)) {
            content.writeTo(out);
        } catch (AccessDeniedException denied) {
            throw new AccessDeniedException(named.toString());
        } catch (FileSystemException other) {
            throw other;
        } catch (IOException full) {
            throw new FileSystemException(named.toString(), null, full.getMessage());
        } catch (RuntimeIOException full) {
            throw new FileSystemException(
                    named.toString(), null, ExceptionUtils.getRootCause(full).getMessage());
        }
    }

    /**
     * Returns the temporary file: hidden, so that it is no part of a publication, with the same extension, so that it
     * can be parsed.
     */
    private static Path temporary(Path target) {
        String name = target.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > 20 ? "" : name.substring(dot);
        return target.resolveSibling("." + UUID.randomUUID() + ending);
    }

    private static void keepPermissions(Path old, Path now) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(now, PosixFileAttributeView.class);
        if (view != null && Files.exists(old)) {
            view.setPermissions(Files.getPosixFilePermissions(old));
        }
    }
}
