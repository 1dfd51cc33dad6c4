package org.torchgraph.site;

/** Replaces the characters that HTML forbids: controls and noncharacters, also as references. */
final class HtmlCharacters {
    private static final int PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int REPLACEMENT = 0xFFFD;

    private HtmlCharacters() {}

    /** Returns the text of a page with a picture or a replacement in place of each forbidden character. */
    static String visible(String html) {
        if (html.codePoints().noneMatch(HtmlCharacters::isForbidden)) {
            return html;
        }
        StringBuilder visible = new StringBuilder(html.length());
        html.codePoints().map(c -> isForbidden(c) ? picture(c) : c).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static int picture(int c) {
        return c < ' ' ? PICTURES + c : c == DELETE ? PICTURE_OF_DELETE : REPLACEMENT;
    }

    private static boolean isForbidden(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r'
                || c >= DELETE && c < 0xA0
                || c >= 0xFDD0 && c <= 0xFDEF
                || (c & 0xFFFE) == 0xFFFE;
    }
}
