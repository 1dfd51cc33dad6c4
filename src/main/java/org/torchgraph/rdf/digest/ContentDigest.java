package org.torchgraph.rdf.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Computes the dataset version: a digest over the base IRI and over the path and content of each file. Line ends,
 * compression and the machine do not affect it.
 */
public final class ContentDigest {
    private static final int HEX_DIGITS = 32;
    private final MessageDigest all = DigestUtils.getSha256Digest();

    /** Starts a digest with the base IRI of the publication. */
    public ContentDigest(String base) {
        add("base", ofText(base.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds one file; files have to be added in the order of their paths. */
    public void add(String file, byte[] digestOfContent) {
        all.update(DigestUtils.sha256(file.getBytes(StandardCharsets.UTF_8)));
        all.update(digestOfContent);
    }

    /** Returns the digest of the files added, 32 hex digits. */
    public String version() {
        return HexFormat.of().formatHex(all.digest()).substring(0, HEX_DIGITS);
    }

    /** Returns the SHA-256 digest of a text with CRLF read as LF. */
    public static byte[] ofText(byte[] content) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        int kept = 0;
        for (int i = 0; i + 1 < content.length; i++) {
            if (content[i] == '\r' && content[i + 1] == '\n') {
                digest.update(content, kept, i - kept);
                kept = i + 1;
            }
        }
        digest.update(content, kept, content.length - kept);
        return digest.digest();
    }
}
