package org.torchgraph.search.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Analyses text in the same way for the index and for queries. One chain combines the filters of Lucene's
 * {@code CJKAnalyzer} and {@code EnglishAnalyzer}, because names mix both scripts: Chinese, Japanese and Korean become
 * bigrams with the single characters beside them, so that one character can be searched for; English is stemmed;
 * accents and case are folded except in the field {@link #AS_WRITTEN}. The stems of other languages have fields of
 * their own ({@link #stems}), so that the words of every text are found as they are written, whatever language it is
 * in.
 */
public final class TextAnalyzer {
    /** The number of characters of a name that are compared as a whole. */
    private static final int MAX_SQUEEZED_CHARACTERS = 200;

    /** The field whose words keep their accents. */
    public static final String AS_WRITTEN = "written";

    private static final CharArraySet ELIDED = new CharArraySet(
            List.of(
                    "l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu", "un", "gl",
                    "dell", "all", "dall", "nell", "sull", "coll", "agl", "degl", "dagl", "negl", "sugl", "quest",
                    "quell"),
            true);

    /** What parts the name of a field from the language whose stems it has. */
    private static final char STEMS = '@';

    private static final int SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    /** The analyser of words in any language. */
    private static final Analyzer WORDS = new Analyzer(Analyzer.PER_FIELD_REUSE_STRATEGY) {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream terms = new EnglishPossessiveFilter(new CJKWidthFilter(words));
            // French and Italian write an article before a vowel as one word with it.
            terms = new ElisionFilter(terms, ELIDED);
            terms = field.equals(AS_WRITTEN) ? new LowerCaseFilter(terms) : new Folding(terms);
            terms = new CJKBigramFilter(terms, SCRIPTS, true);
            terms = new StopFilter(terms, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
            return new TokenStreamComponents(words, new PorterStemFilter(terms));
        }
    };

    /** The analyser of all fields. */
    public static final Analyzer ANALYZER = new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            int language = field.indexOf(STEMS);
            return language < 0 ? WORDS : Stemming.analyzer(field.substring(language + 1));
        }
    };

    private TextAnalyzer() {}

    /**
     * The smallest searchable piece of a text: a stemmed word, a number, or one Chinese character.
     *
     * @param term the indexed term
     * @param pair the bigram of this character and the next, or null
     * @param position the position among the words of the text; stop words leave gaps
     * @param start the index of its first character in the text
     * @param end the index after its last character
     */
    public record Atom(String term, String pair, int position, int start, int end) {

        /** Returns the same atom with another bigram, or with none. */
        public Atom pairedAs(String bigram) {
            return new Atom(term, bigram, position, start, end);
        }
    }

    /** Returns the name of the field with the stems of the texts of another that are in a language. */
    public static String stems(String field, String language) {
        return field + STEMS + language;
    }

    /** Returns the language whose stems a field has; empty if it has words. */
    public static Optional<String> language(String field) {
        int at = field.indexOf(STEMS);
        return at < 0 ? Optional.empty() : Optional.of(field.substring(at + 1));
    }

    /** Splits a text into atoms with folded accents. */
    public static List<Atom> atoms(String text) {
        return atoms(WORDS, "", text);
    }

    /** Splits a text into atoms that keep their accents. */
    public static List<Atom> asWritten(String text) {
        return atoms(WORDS, AS_WRITTEN, text);
    }

    static List<Atom> atoms(Analyzer analyzer, String field, String text) {
        List<Atom> atoms = new ArrayList<>();
        try (TokenStream terms = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = terms.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = terms.getAttribute(OffsetAttribute.class);
            TypeAttribute type = terms.getAttribute(TypeAttribute.class);
            PositionIncrementAttribute step = terms.getAttribute(PositionIncrementAttribute.class);
            int position = -1;
            terms.reset();
            while (terms.incrementToken()) {
                position += step.getPositionIncrement();
                int last = atoms.size() - 1;
                if (type.type().equals(CJKBigramFilter.DOUBLE_TYPE)) {
                    atoms.set(last, atoms.get(last).pairedAs(term.toString()));
                } else {
                    atoms.add(new Atom(term.toString(), null, position, offset.startOffset(), offset.endOffset()));
                }
            }
            terms.end();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return atoms;
    }

    /**
     * Reduces a text to its folded letters and digits: names that differ only in case, width, accents, brackets or
     * spaces become equal.
     */
    public static String squeezed(String text) {
        return Folding.folded(written(text));
    }

    /** Reduces a text to its letters and digits and keeps their accents. */
    public static String written(String text) {
        String beginning =
                text.length() > 4 * MAX_SQUEEZED_CHARACTERS ? text.substring(0, 4 * MAX_SQUEEZED_CHARACTERS) : text;
        String plain = Normalizer.normalize(beginning, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder();
        plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(MAX_SQUEEZED_CHARACTERS)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
