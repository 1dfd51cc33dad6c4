package org.torchgraph.rdf.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The dataset version: a digest over the base and over the path and content of each file. Line ends and compression do
 * not count, nor does anything of the machine.
 */
public final class ContentDigest {
    private static final int HEX_DIGITS = 32;
    private final MessageDigest all = DigestUtils.getSha256Digest();

    public ContentDigest(String base) {
        add("base", ofText(base.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds one file; files are added in the order of their paths. */
    public void add(String file, byte[] digestOfContent) {
        all.update(DigestUtils.sha256(file.getBytes(StandardCharsets.UTF_8)));
        all.update(digestOfContent);
    }

    /** The digest of what was added, 32 hex digits. */
    public String version() {
        return HexFormat.of().formatHex(all.digest()).substring(0, HEX_DIGITS);
    }

    /** The digest of one text, whatever its line ends. */
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
