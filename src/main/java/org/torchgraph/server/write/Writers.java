package org.torchgraph.server.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;

/**
 * The writers of a file with a line {@code name token} each, which is read again when it has changed. A token is kept
 * as its digest only.
 */
public final class Writers {
    private static final int MIN_TOKEN = 16;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path file;
    private FileTime read;
    private Map<String, byte[]> digests = Map.of();

    /**
     * Reads the file.
     *
     * @throws WritersException if it cannot be read, others may read it, or a line is no writer
     */
    public Writers(Path file) {
        this.file = file;
        load();
    }

    /** Returns the name of the writer with a token. The time that it takes does not depend on the token. */
    public synchronized Optional<String> named(String token) {
        try {
            if (!Files.getLastModifiedTime(file).equals(read)) {
                load();
            }
        } catch (IOException | WritersException unreadable) {
            digests = Map.of();
            return Optional.empty();
        }
        byte[] digest = DigestUtils.sha256(token);
        String found = null;
        for (Map.Entry<String, byte[]> writer : digests.entrySet()) {
            if (MessageDigest.isEqual(writer.getValue(), digest)) {
                found = writer.getKey();
            }
        }
        return Optional.ofNullable(found);
    }

    private synchronized void load() {
        try {
            PosixFileAttributeView mode = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (mode != null && mode.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
                throw new WritersException(Message.of(Code.WRITERS_OPEN, file));
            }
            FileTime time = Files.getLastModifiedTime(file);
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
                named.put(parts[0], DigestUtils.sha256(parts[1]));
            }
            digests = named;
            read = time;
        } catch (IOException unreadable) {
            throw new WritersException(Message.of(Code.INPUT_UNREADABLE, file));
        }
    }
}
