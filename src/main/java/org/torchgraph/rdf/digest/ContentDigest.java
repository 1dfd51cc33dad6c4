package org.torchgraph.rdf.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
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
        return DigestUtils.sha256(withoutCarriageReturns(content));
    }

    private static byte[] withoutCarriageReturns(byte[] content) {
        ByteBuffer kept = ByteBuffer.allocate(content.length);
        for (int i = 0; i < content.length; i++) {
            if (content[i] != '\r' || i + 1 == content.length || content[i + 1] != '\n') {
                kept.put(content[i]);
            }
        }
        return Arrays.copyOf(kept.array(), kept.position());
    }
}
