package org.torchgraph.publication.evidence;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** The text of a source, addressed by code points as in {@code oa:TextPositionSelector}. */
public final class SourceText {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private final byte[] bytes;
    private final int[] codePoints;

    /** Decodes a text. */
    public SourceText(byte[] utf8) {
        this.bytes = utf8;
        this.codePoints = new String(utf8, StandardCharsets.UTF_8).codePoints().toArray();
    }

    /** Returns the number of code points. */
    public int length() {
        return codePoints.length;
    }

    /** Returns the SHA-256 digest of the file's bytes in upper-case hex. */
    public String fileDigest() {
        return sha256(bytes);
    }

    /**
     * Returns the SHA-256 digest of a passage in NFC without white space in upper-case hex, which re-wrapping the text
     * does not change.
     */
    public String passageDigest(int start, int end) {
        return sha256(withoutWhiteSpace(passage(start, end)).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a passage as it is. */
    public String passage(int start, int end) {
        return new String(codePoints, start, end - start);
    }

    /** Returns the whole text in the form in which passages are compared: NFC without white space. */
    public String withoutWhiteSpace() {
        return withoutWhiteSpace(passage(0, codePoints.length));
    }

    /** Returns a text in the form in which passages are compared: NFC without white space. */
    public static String withoutWhiteSpace(String text) {
        return WHITE_SPACE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
    }

    /** Returns the lines of a passage, counted from 1, as {@code 12} or {@code 12-18}. */
    public String lines(int start, int end) {
        return LineRange.counted(lineFragment(start, end)).orElseThrow();
    }

    /** Returns the lines of a passage as an RFC 5147 fragment: {@code line=11,18} is lines 12 to 18. */
    public String lineFragment(int start, int end) {
        return "line=" + newlinesBefore(start) + "," + (1 + newlinesBefore(end - 1));
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
