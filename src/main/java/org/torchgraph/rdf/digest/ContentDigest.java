package org.torchgraph.rdf.digest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
        try {
            return ofText(new ByteArrayInputStream(content));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** Returns the SHA-256 digest of a text with CRLF read as LF, which is read to its end and not kept. */
    public static byte[] ofText(InputStream content) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        byte[] block = new byte[1 << 16];
        // 1 if the block begins with a carriage return that ended the block before it.
        int held = 0;
        for (int read; (read = content.readNBytes(block, held, block.length - held)) > 0; ) {
            int end = held + read;
            int kept = 0;
            // A string finds a character several bytes at a time.
            String characters = new String(block, 0, end, StandardCharsets.ISO_8859_1);
            for (int at = characters.indexOf("\r\n"); at >= 0; at = characters.indexOf("\r\n", at + 1)) {
                digest.update(block, kept, at - kept);
                kept = at + 1;
            }
            held = block[end - 1] == '\r' ? 1 : 0;
            digest.update(block, kept, end - held - kept);
            block[0] = block[end - 1];
        }
        digest.update(block, 0, held);
        return digest.digest();
    }
}
