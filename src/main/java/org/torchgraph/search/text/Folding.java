package org.torchgraph.search.text;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * A token filter that removes what people omit when they type: accents of the Latin, Greek and Cyrillic scripts, Hebrew
 * points, Arabic vowel marks, letter case, and variant forms of letters. Lucene's filter folds Latin letters only.
 */
final class Folding extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Folding(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String folded = folded(term.toString());
        term.setEmpty().append(folded);
        return true;
    }

    static String folded(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> !isMark(c))
                .forEach(bare::appendCodePoint);
        // Recomposed, so that Hangul and Kana do not stay decomposed.
        char[] whole = Normalizer.normalize(bare, Normalizer.Form.NFC).toCharArray();
        char[] plain = new char[4 * whole.length];
        int length = ASCIIFoldingFilter.foldToASCII(whole, 0, plain, 0, whole.length);
        StringBuilder folded = new StringBuilder(length);
        new String(plain, 0, length)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(Folding::plain)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Returns the usual form of a letter that is also written otherwise, and the ASCII digit of any decimal digit. */
    private static int plain(int c) {
        return switch (c) {
            case 'ς' -> 'σ';
            case 'ة', 'ہ', 'ە' -> 'ه';
            case 'ى', 'ی' -> 'ي';
            case 'ک' -> 'ك';
            case 'ٱ' -> 'ا';
            default -> c > 0x7F && Character.isDigit(c) ? '0' + Character.digit(c, 10) : c;
        };
    }

    private static boolean isMark(int c) {
        return c >= 0x300 && c <= 0x36F
                || c >= 0x591 && c <= 0x5C7 && Character.getType(c) == Character.NON_SPACING_MARK
                || c >= 0x64B && c <= 0x65F
                || c == 0x670
                || c == 0x640;
    }
}
