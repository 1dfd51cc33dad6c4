package org.torchgraph.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An {@code ETag} validates one representation of a resource (RFC 9110 §8.8.3).
 *
 * <p>The opaque part may end with the content coding of the representation, {@code "…-gzip"}, because different bytes
 * need different strong tags. The form {@code --gzip}, which other servers and proxies write, is recognised too.
 *
 * @param opaque the characters between the quotes
 * @param weak whether the tag promises equivalent content only, not identical bytes
 */
public record EntityTag(String opaque, boolean weak) {
    static final Pattern SYNTAX = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    private static final Pattern CODING = Pattern.compile("--?(?:gzip|br|zstd|deflate)$");

    /** Returns a strong tag that is equal only if all parts are equal: dataset version, path, format, language. */
    public static EntityTag of(String... parts) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return new EntityTag(HexFormat.of().formatHex(digest.digest(), 0, 12), false);
    }

    /** Returns a strong tag that depends on the bytes alone. */
    public static EntityTag ofContent(byte[] content) {
        return new EntityTag(HexFormat.of().formatHex(DigestUtils.sha256(content), 0, 12), false);
    }

    /** Returns the tag of the same representation under a content coding such as {@code gzip}. */
    public EntityTag coded(String coding) {
        return new EntityTag(plain() + "-" + coding, weak);
    }

    /** Returns the opaque part without the content coding. */
    String plain() {
        return CODING.matcher(opaque).replaceFirst("");
    }

    @Override
    public String toString() {
        return (weak ? "W/\"" : "\"") + opaque + '"';
    }
}
