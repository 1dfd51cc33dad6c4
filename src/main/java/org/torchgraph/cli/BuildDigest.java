package org.torchgraph.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A digest of the program's files. It changes with any class, template, message or library, so that output of another
 * build is not taken for that of this one.
 */
public final class BuildDigest {
    private static final int BYTES = 6;

    private BuildDigest() {}

    /** Returns the digest of the running program. */
    public static String ofThisProgram() {
        URL location = BuildDigest.class.getProtectionDomain().getCodeSource().getLocation();
        if (location == null) {
            // A class from an AOT cache that was made in another folder; such a program is run from a single jar.
            return of(Path.of(System.getProperty("java.class.path")));
        }
        try {
            return of(Path.of(location.toURI()));
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /**
     * Returns the digest of a jar, of which only the table of contents is read, or of a folder of classes.
     *
     * @param code a jar, of which only the table of contents is read, or a folder of classes
     */
    public static String of(Path code) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try {
            if (Files.isDirectory(code)) {
                addFolder(code, digest);
            } else {
                addJar(code, digest);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static void addJar(Path jar, MessageDigest digest) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                add(entry.getName() + "\t" + entry.getSize() + "\t" + entry.getCrc(), digest);
            }
        }
    }

    private static void addFolder(Path folder, MessageDigest digest) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                add(folder.relativize(file) + "\t" + DigestUtils.sha256Hex(Files.readAllBytes(file)), digest);
            }
        }
    }

    private static void add(String line, MessageDigest digest) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
