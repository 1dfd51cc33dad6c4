package org.torchgraph.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.riot.WebContent;
import org.torchgraph.publication.settings.Logo.LogoFormat;
import org.torchgraph.rdf.digest.ContentDigest;

/** The files of a publication as they are copied, so that a version of it can be read again later. */
public final class PublicationCopy {
    private final List<PublicationFile> files;

    private PublicationCopy(List<PublicationFile> files) {
        this.files = files;
    }

    /** Lists the files of the publication in a folder. */
    public static PublicationCopy of(Path root) {
        Path settings = root.resolve(SettingsFile.NAME);
        Stream<PublicationFile> set =
                Files.exists(settings) ? Stream.of(new PublicationFile(SettingsFile.NAME, settings)) : Stream.empty();
        return new PublicationCopy(Stream.of(
                        Stream.of("data", MessageFiles.FOLDER, "ontology", "queries")
                                .flatMap(folder -> below(root, folder)),
                        set,
                        SettingsFile.logo(root).stream())
                .flatMap(each -> each)
                .filter(file -> !file.isLinkToNoFile())
                .toList());
    }

    private static Stream<PublicationFile> below(Path root, String folder) {
        return PublicationFile.below(root, folder).stream();
    }

    /**
     * A file that is copied.
     *
     * @param name its path in the publication, with {@code /}
     * @param mediaType its media type
     * @param path where it is
     */
    public record CopiedFile(String name, String mediaType, Path path) {}

    /** Returns the files. */
    public List<CopiedFile> files() {
        return files.stream()
                .map(file -> new CopiedFile(file.file(), mediaType(file), file.path()))
                .toList();
    }

    private static String mediaType(PublicationFile file) {
        Optional<LogoFormat> picture = LogoFormat.of(file.file());
        if (picture.isPresent()) {
            return picture.get().mediaType();
        }
        return !file.plainName().equals(file.file())
                ? "application/gzip"
                : file.lang()
                        .map(lang -> lang.getContentType().getContentTypeStr())
                        .orElse(file.file().endsWith(".rq") ? WebContent.contentTypeSPARQLQuery : "text/plain");
    }

    /** Returns how many bytes the files have. */
    public long length() {
        return files.stream().mapToLong(PublicationFile::length).sum();
    }

    /** Returns the digest of the text of each file, by its path without the extension of compression. */
    public SortedMap<String, String> digests() {
        SortedMap<String, String> digests = new TreeMap<>();
        for (PublicationFile file : files) {
            try (InputStream content = file.open()) {
                digests.put(file.plainName(), HexFormat.of().formatHex(ContentDigest.ofText(content)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return digests;
    }

    /** Writes the files to an archive, in which a publication of the same version can be read. */
    public void writeTo(OutputStream out) throws IOException {
        ZipOutputStream archive = new ZipOutputStream(out);
        for (PublicationFile file : files) {
            archive.putNextEntry(new ZipEntry(file.file()));
            Files.copy(file.path(), archive);
            archive.closeEntry();
        }
        archive.finish();
    }
}
