package org.torchgraph.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** A file that takes its place only once it is written whole; whatever was there stays until then. */
public final class AtomicFile {
    private AtomicFile() {}

    /** What is to be in the file. */
    public interface ContentWriter {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What has to hold of the file as it was written; it throws when it does not. */
    public interface Condition {
        void require(Path written) throws IOException;
    }

    /** Writes beside, then moves. */
    public static void write(Path file, ContentWriter content) throws IOException {
        write(file, content, written -> {});
    }

    /** Writes beside, sees whether what is there will do, then moves. */
    public static void write(Path file, ContentWriter content, Condition condition) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A device or a pipe has nothing to lose.
            try (OutputStream out = Files.newOutputStream(file)) {
                content.writeTo(out);
            }
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path beside = beside(target);
        try {
            try (OutputStream out = Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            condition.require(beside);
            keepPermissions(target, beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Hidden, so that it is no part of a publication, and with the same ending, by which it can be read. */
    private static Path beside(Path target) {
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
