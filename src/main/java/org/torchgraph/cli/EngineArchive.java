package org.torchgraph.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
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
    /**
     * Reads a package.
     *
     * @throws CommandFailedException if the file is not the package of the release, or lacks one of the files
     */
    static EngineArchive read(Path file, EngineRelease release) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailedException(Code.PACKAGE_MISSING, file, release.packed());
        }
        String digest = digest(file);
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
        Map<String, byte[]> members = members(file, Set.of(release.script(), release.module()));
        return new EngineArchive(
                release, member(members, release.script(), file), member(members, release.module(), file));
    }

    private static String digest(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(content);
        }
    }

    private static Map<String, byte[]> members(Path file, Set<String> wanted) throws IOException {
        Map<String, byte[]> members = new HashMap<>();
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file));
                TarArchiveInputStream archive = new TarArchiveInputStream(new GZIPInputStream(content))) {
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
