package org.torchgraph.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.torchgraph.messages.Code;

/**
 * The files of a package of a query engine that a site needs.
 *
 * @param release the release that the package is
 * @param script the module of JavaScript
 * @param module the module of WebAssembly
 */
record EngineArchive(EngineRelease release, byte[] script, byte[] module) {
    /** A package above this size is not the known one, and is not read. */
    private static final long MAX_BYTES = 64 << 20;

    /**
     * Reads a package.
     *
     * @throws CommandFailedException if the file is not the package of the release, or lacks one of the files
     */
    static EngineArchive read(Path file, EngineRelease release) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailedException(Code.PACKAGE_MISSING, file, release.packed());
        }
        byte[] packed = Files.size(file) > MAX_BYTES ? new byte[0] : Files.readAllBytes(file);
        String digest = DigestUtils.sha256Hex(packed);
        if (!digest.equals(release.sha256())) {
            throw new CommandFailedException(
                    Code.PACKAGE_OTHER,
                    file,
                    release.name(),
                    release.version(),
                    digest,
                    release.sha256(),
                    release.packed());
        }
        Map<String, byte[]> members = members(packed, Set.of(release.script(), release.module()));
        return new EngineArchive(
                release, member(members, release.script(), file), member(members, release.module(), file));
    }

    private static Map<String, byte[]> members(byte[] packed, Set<String> wanted) throws IOException {
        Map<String, byte[]> members = new HashMap<>();
        try (TarArchiveInputStream archive =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (wanted.contains(entry.getName())) {
                    members.put(entry.getName(), archive.readAllBytes());
                }
            }
        }
        return members;
    }

    private static byte[] member(Map<String, byte[]> members, String name, Path file) {
        if (!members.containsKey(name)) {
            throw new CommandFailedException(Code.PACKAGE_MEMBER, file, name);
        }
        return members.get(name);
    }
}
