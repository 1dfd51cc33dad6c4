package org.torchgraph.model.thesaurus;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/**
 * Finds the letter below which an index lists a name: without accents and in upper case; for a Chinese character in
 * frequent use that with which its reading begins, for any other character itself.
 */
final class FirstLetter {
    /** Orders letters: digits, then Latin letters, then others. */
    static final Comparator<String> ORDER =
            Comparator.comparing(FirstLetter::group).thenComparing(Comparator.naturalOrder());

    private static final String DIGITS = "0–9";
    private static final String NONE = "…";

    /** The first character of each letter in the order of readings that the platform has, and the letters. */
    private static final String FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝";

    private static final String LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ";

    /** The last character of that order; less frequent ones come after it by their strokes. */
    private static final String LAST = "座";

    private final Collator readings = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);

    private static int group(String letter) {
        return letter.equals(DIGITS) ? 0 : letter.equals(NONE) ? 3 : letter.charAt(0) < 'Z' + 1 ? 1 : 2;
    }

    String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD);
        int at = 0;
        while (at < plain.length() && !Character.isLetterOrDigit(plain.codePointAt(at))) {
            at += Character.charCount(plain.codePointAt(at));
        }
        if (at == plain.length()) {
            return NONE;
        }
        int first = plain.codePointAt(at);
        String letter = Character.toString(first);
        if (Character.isDigit(first)) {
            return DIGITS;
        }
        return Character.UnicodeScript.of(first) == Character.UnicodeScript.HAN
                ? reading(letter)
                : firstOf(letter.toUpperCase(Locale.ROOT));
    }

    /** Returns the first character of a text, as S of SS, which ß is in upper case. */
    private static String firstOf(String text) {
        return Character.toString(text.codePointAt(0));
    }

    private String reading(String character) {
        if (readings.compare(character, LAST) > 0) {
            return character;
        }
        for (int at = FIRST.length() - 1; at >= 0; at--) {
            if (readings.compare(character, FIRST.substring(at, at + 1)) >= 0) {
                return LETTERS.substring(at, at + 1);
            }
        }
        return character;
    }
}
