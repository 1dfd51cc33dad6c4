package org.torchgraph.publication.evidence;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/** The text of a source, addressed by code points as {@code oa:TextPositionSelector} counts them. */
public final class SourceText {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private final byte[] bytes;
    private final int[] codePoints;

    public SourceText(byte[] utf8) {
        this.bytes = utf8;
        this.codePoints = new String(utf8, StandardCharsets.UTF_8).codePoints().toArray();
    }

    /** How many code points. */
    public int length() {
        return codePoints.length;
    }

    /** SHA-256 of the bytes of the file, upper-case hex. */
    public String fileDigest() {
        return sha256(bytes);
    }

    /** SHA-256 of a passage after NFC and removal of all white space, so that re-wrapping the text does not matter. */
    public String passageDigest(int start, int end) {
        return sha256(withoutWhiteSpace(passage(start, end)).getBytes(StandardCharsets.UTF_8));
    }

    /** A passage as it stands. */
    public String passage(int start, int end) {
        return new String(codePoints, start, end - start);
    }

    /** The whole text as passages are compared: NFC, no white space. */
    public String withoutWhiteSpace() {
        return withoutWhiteSpace(passage(0, codePoints.length));
    }

    /** Any text as passages are compared: NFC, no white space. */
    public static String withoutWhiteSpace(String text) {
        return WHITE_SPACE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
    }

    /** The lines of a passage, counted from 1: {@code 12} or {@code 12-18}. */
    public String lines(int start, int end) {
        return LineRange.counted(lineFragment(start, end)).orElseThrow();
    }

    /** The lines of a passage as RFC 5147 writes them: {@code line=11,18} is lines 12 to 18. */
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
