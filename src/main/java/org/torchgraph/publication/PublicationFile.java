package org.torchgraph.publication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.torchgraph.messages.Code;

/**
 * A file of a publication on disk, not parsed yet.
 *
 * @param file the path relative to the publication's folder, with {@code /}
 * @param path the path in the file system
 */
record PublicationFile(String file, Path path) {
    private static final String GZIP = ".gz";
    /** How much longer than its compressed form a text usually is. */
    private static final int OF_COMPRESSED = 10;

    private static final Pattern ENDINGS = Pattern.compile("(?:\\.[A-Za-z]+){1,2}$");

    /** Names of documentation and licence files. */
    private static final Pattern DOCUMENTATION = Pattern.compile(
            "(?i)(?:licen[cs]e|copying|notice|readme|changelog|changes|authors|contributors|contributing|citation)"
                    + "(?:-[^./]*)?(?:\\.(?:rst|adoc|html?|cff|pdf))?|[^/]*\\.(?:md|txt)");

    /**
     * Returns all files below a folder of the publication, by path; empty if there is no such folder. Hidden files and
     * documentation such as a licence are left out.
     */
    static List<PublicationFile> below(Path root, String folder) {
        Path top = root.resolve(folder);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(top)) {
            return paths.filter(path -> Files.isRegularFile(path) || Files.isSymbolicLink(path))
                    .map(path -> new PublicationFile(slashed(root.relativize(path)), path))
                    .filter(file -> !file.isDocumentation())
                    .filter(file -> Stream.of(file.file().split("/")).noneMatch(part -> part.startsWith(".")))
                    .sorted(Comparator.comparing(PublicationFile::file))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean isDocumentation() {
        return DOCUMENTATION.matcher(path.getFileName().toString()).matches();
    }

    private static String slashed(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }

    /** Returns the path without the extensions of syntax and compression: {@code data/x} for {@code data/x.nt.gz}. */
    String stem() {
        String plain = plainName();
        int dot = plain.lastIndexOf('.');
        return dot > plain.lastIndexOf('/') ? plain.substring(0, dot) : plain;
    }

    /** Returns the RDF syntax of the file by its extension; empty if it is not supported. */
    Optional<Lang> lang() {
        String plain = plainName();
        return Optional.ofNullable(
                switch (plain.substring(plain.lastIndexOf('.') + 1)) {
                    case "ttl" -> Lang.TURTLE;
                    case "nt" -> Lang.NTRIPLES;
                    case "nq" -> Lang.NQUADS;
                    case "trig" -> Lang.TRIG;
                    case "jsonld" -> Lang.JSONLD;
                    case "rdf", "owl" -> Lang.RDFXML;
                    default -> null;
                });
    }

    /** Returns the path with its endings in small letters. */
    String withSmallEndings() {
        return ENDINGS.matcher(file).replaceAll(endings -> endings.group().toLowerCase(Locale.ROOT));
    }

    /** Returns whether it is a symbolic link to a folder or to nothing, which is not followed. */
    boolean isLinkToNoFile() {
        return Files.isSymbolicLink(path) && !Files.isRegularFile(path);
    }

    /** Returns the content, decompressed. */
    byte[] bytes() throws IOException {
        byte[] raw = Files.readAllBytes(path);
        if (!file.endsWith(GZIP)) {
            return raw;
        }
        try (InputStream content = new GZIPInputStream(new ByteArrayInputStream(raw))) {
            return content.readAllBytes();
        }
    }

    /** Opens the content, decompressed, for a reader that need not keep all of it. */
    InputStream open() throws IOException {
        InputStream raw = Files.newInputStream(path);
        return file.endsWith(GZIP) ? new GZIPInputStream(raw) : raw;
    }

    /** Returns the length of the content in bytes, for a compressed file a guess; 0 if it cannot be read. */
    long length() {
        try {
            long raw = Files.size(path);
            return file.endsWith(GZIP) ? raw * OF_COMPRESSED : raw;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    String plainName() {
        return file.endsWith(GZIP) ? file.substring(0, file.length() - GZIP.length()) : file;
    }

    /** Returns an error at the first byte sequence that is not UTF-8, which parsers would silently replace. */
    Optional<Fault> brokenEncoding(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8192);
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        if (!result.isError()) {
            return Optional.empty();
        }
        long line = 1;
        for (int i = 0; i < in.position(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return Optional.of(Fault.of(new Location(file, line, 0), Code.FILE_ENCODING));
    }
}
