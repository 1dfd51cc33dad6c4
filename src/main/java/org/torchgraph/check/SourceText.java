package org.torchgraph.check;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** The text of a source, addressed by code points as {@code oa:TextPositionSelector} counts them. */
final class SourceText {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private final byte[] bytes;
    private final int[] codePoints;

    SourceText(byte[] utf8) {
        this.bytes = utf8;
        this.codePoints = new String(utf8, StandardCharsets.UTF_8).codePoints().toArray();
    }

    int length() {
        return codePoints.length;
    }

    /** SHA-256 of the bytes of the file, upper-case hex. */
    String fileDigest() {
        return sha256(bytes);
    }

    /** SHA-256 of a passage after NFC and removal of all white space, so that re-wrapping the text does not matter. */
    String passageDigest(int start, int end) {
        return sha256(
                withoutWhiteSpace(new String(codePoints, start, end - start)).getBytes(StandardCharsets.UTF_8));
    }

    /** The whole text as passages are compared: NFC, no white space. */
    String withoutWhiteSpace() {
        return withoutWhiteSpace(new String(codePoints, 0, codePoints.length));
    }

    static String withoutWhiteSpace(String text) {
        return WHITE_SPACE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
    }

    /** The lines of a passage, counted from 1: {@code 12} or {@code 12-18}. */
    String lines(int start, int end) {
        long first = 1 + newlinesBefore(start);
        long last = 1 + newlinesBefore(end - 1);
        return first == last ? Long.toString(first) : first + "-" + last;
    }

    private long newlinesBefore(int end) {
        long count = 0;
        for (int i = 0; i < end; i++) {
            count += codePoints[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    private static String sha256(byte[] content) {
        return UPPER.formatHex(DigestUtils.sha256(content));
    }
}
