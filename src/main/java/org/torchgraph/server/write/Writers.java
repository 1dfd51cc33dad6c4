package org.torchgraph.server.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.IoReason;
import org.torchgraph.messages.Message;

/**
 * The writers of a file with a line {@code name token} each, which is read again when it has changed. A token is kept
 * as its digest only. As long as the file cannot be used, nobody is a writer, because it may have been changed to
 * remove one.
 */
public final class Writers {
    private static final Logger LOG = LoggerFactory.getLogger(Writers.class);
    private static final int MIN_TOKEN = 16;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path file;
    private Optional<FileState> read;
    private Map<String, byte[]> digests;
    private Optional<Message> fault = Optional.empty();

    /** What changes when a file is written, is put in the place of another, or gets another owner or other rights. */
    private record FileState(
            FileTime modified, long size, Optional<Object> key, String owner, Set<PosixFilePermission> rights) {
        static Optional<FileState> of(Path file) {
            try {
                BasicFileAttributes now =
                        file.getFileSystem().supportedFileAttributeViews().contains("posix")
                                ? Files.readAttributes(file, PosixFileAttributes.class)
                                : Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(new FileState(
                        now.lastModifiedTime(),
                        now.size(),
                        Optional.ofNullable(now.fileKey()),
                        now instanceof PosixFileAttributes posix ? posix.owner().getName() : "",
                        now instanceof PosixFileAttributes posix ? posix.permissions() : Set.of()));
            } catch (IOException gone) {
                return Optional.empty();
            }
        }
    }

    /**
     * Reads the file.
     *
     * @throws WritersException if it cannot be read, others may read it, it has no writers, or a line is no writer
     */
    public Writers(Path file) {
        this.file = file;
        read = FileState.of(file);
        digests = load();
    }

    /** Returns the name of the writer with a token. The time that it takes does not depend on the token. */
    public synchronized Optional<String> named(String token) {
        refresh();
        byte[] digest = DigestUtils.sha256(token);
        String found = null;
        for (Map.Entry<String, byte[]> writer : digests.entrySet()) {
            if (MessageDigest.isEqual(writer.getValue(), digest)) {
                found = writer.getKey();
            }
        }
        return Optional.ofNullable(found);
    }

    /** Returns why the file as it is now cannot be used; empty if it can. */
    public synchronized Optional<Message> fault() {
        refresh();
        return fault;
    }

    private void refresh() {
        Optional<FileState> now = FileState.of(file);
        if (now.equals(read)) {
            return;
        }
        read = now;
        try {
            digests = load();
            if (fault.isPresent()) {
                LOG.warn("Writers are let on again.");
            }
            fault = Optional.empty();
        } catch (WritersException unusable) {
            LOG.warn("No writer is let on: {}", unusable.getMessage());
            digests = Map.of();
            fault = Optional.of(unusable.message());
        }
    }

    private Map<String, byte[]> load() {
        if (Files.isDirectory(file)) {
            throw new WritersException(Message.of(Code.WRITERS_FOLDER, file));
        }
        if (read.stream().flatMap(state -> state.rights().stream()).anyMatch(OTHERS::contains)) {
            throw new WritersException(Message.of(Code.WRITERS_OPEN, file));
        }
        try {
            Map<String, byte[]> named = new LinkedHashMap<>();
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                String[] parts = line.strip().split("\\s+");
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (parts.length != 2 || parts[1].length() < MIN_TOKEN || named.containsKey(parts[0])) {
                    throw new WritersException(Message.of(Code.WRITERS_LINE, file, number, MIN_TOKEN));
                }
                byte[] digest = DigestUtils.sha256(parts[1]);
                if (named.values().stream().anyMatch(other -> Arrays.equals(other, digest))) {
                    throw new WritersException(Message.of(Code.WRITERS_TOKEN, file, number));
                }
                named.put(parts[0], digest);
            }
            if (named.isEmpty()) {
                throw new WritersException(Message.of(Code.WRITERS_NONE, file));
            }
            return named;
        } catch (IOException unreadable) {
            throw new WritersException(
                    IoReason.of(unreadable) instanceof Message told ? told : Message.of(Code.INPUT_UNREADABLE, file));
        }
    }
}
