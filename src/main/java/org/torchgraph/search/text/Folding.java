package org.torchgraph.search.text;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes from words what people leave out when they type: accents of the Latin, Greek and Cyrillic scripts, points of
 * Hebrew and vowel marks of Arabic, case, and the ways in which one letter is written. Lucene folds Latin letters
 * alone.
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
        // Together again: what is left of Hangul and Kana is not taken apart.
        char[] whole = Normalizer.normalize(bare, Normalizer.Form.NFC).toCharArray();
        char[] plain = new char[4 * whole.length];
        int length = ASCIIFoldingFilter.foldToASCII(whole, 0, plain, 0, whole.length);
        return new String(plain, 0, length).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }

    private static boolean isMark(int c) {
        return c >= 0x300 && c <= 0x36F
                || c >= 0x591 && c <= 0x5C7 && Character.getType(c) == Character.NON_SPACING_MARK
                || c >= 0x64B && c <= 0x65F
                || c == 0x670
                || c == 0x640;
    }
}
