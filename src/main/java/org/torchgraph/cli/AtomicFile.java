package org.torchgraph.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

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
            try (OutputStream out = Files.newOutputStream(file)) {
                content.writeTo(out);
            }
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path temporary = temporary(target);
        try {
            try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            condition.require(temporary);
            keepPermissions(target, temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
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
