package org.torchgraph.site.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.output.CountingOutputStream;

/**
 * A file of a bundle.
 *
 * @param path its path in the bundle, with {@code /}
 * @param title what it is, in words
 * @param mediaType its media type
 * @param relations other files that it has to do with
 * @param bytes its length
 * @param sha256 its digest in hex
 * @param content writes it
 */
public record BundledFile(
        String path,
        String title,
        String mediaType,
        List<FileRelation> relations,
        long bytes,
        String sha256,
        BundleContent content) {

    /**
     * What a file has to do with another.
     *
     * @param property a property of schema.org
     * @param path the path of the other file
     */
    public record FileRelation(String property, String path) {}

    /** Writes the content of a file, the same each time. */
    public interface BundleContent {
        /** Writes the complete content to a stream, which the caller closes. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Returns a file with its length and digest, for which it is written once. */
    public static BundledFile of(String path, String title, String mediaType, BundleContent content) {
        try (CountingOutputStream counted = new CountingOutputStream(OutputStream.nullOutputStream());
                DigestOutputStream digest = new DigestOutputStream(counted, DigestUtils.getSha256Digest())) {
            content.writeTo(digest);
            return new BundledFile(
                    path,
                    title,
                    mediaType,
                    List.of(),
                    counted.getByteCount(),
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()),
                    content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns a file with a text. */
    public static BundledFile of(String path, String title, String mediaType, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(path, title, mediaType, out -> out.write(bytes));
    }

    /** Returns the same file with relations to others. */
    public BundledFile relating(List<FileRelation> others) {
        return new BundledFile(path, title, mediaType, others, bytes, sha256, content);
    }
}
