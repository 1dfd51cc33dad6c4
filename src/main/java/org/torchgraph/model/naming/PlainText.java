package org.torchgraph.model.naming;

/**
 * Reduces a text to what fits a heading, a link or a page title: one line of limited length, without characters that
 * reorder or hide their neighbours (Unicode UAX 9 §2, UTR 36 §3).
 */
public final class PlainText {
    /** The maximal length of a name; a longer one is cut. */
    public static final int MAX_NAME_CHARACTERS = 300;

    private PlainText() {}

    /** Returns the text on one line, cut to the maximal length of a name. */
    public static String of(String text) {
        return of(text, MAX_NAME_CHARACTERS);
    }

    /**
     * Returns the text on one line, cut to a maximal length.
     *
     * @param text the text
     * @param maxCharacters the maximal length in characters
     */
    public static String of(String text, int maxCharacters) {
        StringBuilder line = new StringBuilder();
        boolean gap = false;
        int kept = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            if (isSpace(c)) {
                gap = kept > 0;
            } else if (!isHidden(c)) {
                if (kept + (gap ? 1 : 0) >= maxCharacters) {
                    return line.append('…').toString();
                }
                kept += gap ? 2 : 1;
                line.append(gap ? " " : "").appendCodePoint(c);
                gap = false;
            }
        }
        return line.toString();
    }

    /** Returns whether a text has no visible character. */
    public static boolean isEmpty(String text) {
        return text.codePoints().allMatch(c -> isSpace(c) || isHidden(c) || Character.getType(c) == Character.FORMAT);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    /**
     * Returns whether a character is a control, a direction mark or a lone surrogate; joiners, which letters and emoji
     * need, are not.
     */
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
