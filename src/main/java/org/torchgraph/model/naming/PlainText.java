package org.torchgraph.model.naming;

/**
 * A text as it can stand in a heading, a link or the head of a page: on one line, of a bounded length, and without
 * characters that turn or hide what stands beside them (Unicode UAX 9 §2, UTR 36 §3).
 */
public final class PlainText {
    /** Characters that a name has at most; a longer one is cut. */
    public static final int LONGEST = 300;

    private PlainText() {}

    /** The text on one line, cut when it is longer than a name may be. */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /** @param most characters of the text that are kept */
    public static String of(String text, int most) {
        StringBuilder line = new StringBuilder();
        boolean gap = false;
        int kept = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            if (isSpace(c)) {
                gap = kept > 0;
            } else if (!isHidden(c)) {
                if (kept + (gap ? 1 : 0) >= most) {
                    return line.append('…').toString();
                }
                kept += gap ? 2 : 1;
                line.append(gap ? " " : "").appendCodePoint(c);
                gap = false;
            }
        }
        return line.toString();
    }

    /** Whether nothing of a text shows. */
    public static boolean isEmpty(String text) {
        return text.codePoints().allMatch(c -> isSpace(c) || isHidden(c) || Character.getType(c) == Character.FORMAT);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    /** Controls, marks of direction, halves of characters; not the joiners that letters and emoji need. */
    private static boolean isHidden(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || c == 0x61C
                || c >= 0x200E && c <= 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F
                || c == 0x200B
                || c == 0xFEFF
                || c >= 0xFFF9 && c <= 0xFFFB
                || (c & 0xFFFE) == 0xFFFE;
    }
}
