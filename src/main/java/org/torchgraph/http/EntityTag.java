package org.torchgraph.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A validator (RFC 9110 §8.8.3).
 *
 * <p>A tag made here may name the content coding of its representation at the end, {@code "…-gzip"}: bytes that differ
 * need strong tags that differ. Tags with {@code --gzip}, as proxies and other servers write them, are understood too.
 *
 * @param opaque what is between the quotes
 * @param weak whether it only says that the content is equivalent
 */
public record EntityTag(String opaque, boolean weak) {
    static final Pattern SYNTAX = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    private static final Pattern CODING = Pattern.compile("--?(?:gzip|br|zstd|deflate)$");

    /** A strong tag that is the same exactly when all parts are: dataset version, path, format, language. */
    public static EntityTag of(String... parts) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return new EntityTag(HexFormat.of().formatHex(digest.digest(), 0, 12), false);
    }

    /** A strong tag that follows from the content alone. */
    public static EntityTag ofContent(byte[] content) {
        return new EntityTag(HexFormat.of().formatHex(DigestUtils.sha256(content), 0, 12), false);
    }

    /** The tag of the same representation under a content coding, {@code gzip}. */
    public EntityTag coded(String coding) {
        return new EntityTag(plain() + "-" + coding, weak);
    }

    /** The opaque part without the content coding. */
    String plain() {
        return CODING.matcher(opaque).replaceFirst("");
    }

    @Override
    public String toString() {
        return (weak ? "W/\"" : "\"") + opaque + '"';
    }
}
