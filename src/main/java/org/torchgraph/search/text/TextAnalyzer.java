package org.torchgraph.search.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
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

/**
 * Text to terms, the same way for what is indexed and for what is asked. The filters are those of Lucene's
 * {@code CJKAnalyzer} and {@code EnglishAnalyzer} in one chain, because names mix the two scripts: Chinese becomes
 * bigrams, and single characters beside them so that one character can be asked for; English is stemmed; accents and
 * case are folded, but for the field that tells which of two is written as it was typed.
 */
public final class TextAnalyzer {
    /** What is kept of a name for comparing it as a whole. */
    private static final int MOST_SQUEEZED = 200;

    /** The field whose words keep their accents. */
    public static final String AS_WRITTEN = "written";

    public static final Analyzer ANALYZER = new Analyzer(Analyzer.PER_FIELD_REUSE_STRATEGY) {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream terms = new EnglishPossessiveFilter(new CJKWidthFilter(words));
            terms = field.equals(AS_WRITTEN) ? new LowerCaseFilter(terms) : new Folding(terms);
            int scripts = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA;
            terms = new CJKBigramFilter(terms, scripts, true);
            terms = new StopFilter(terms, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
            return new TokenStreamComponents(words, new PorterStemFilter(terms));
        }
    };

    private TextAnalyzer() {}

    /**
     * The smallest piece of a text that can be searched for: a stemmed word, a number, or one Chinese character.
     *
     * @param term as the index has it
     * @param pair the term of this character and the next, or null
     * @param position among the words of the text; words too common to be indexed leave gaps
     * @param start where it begins in the text
     * @param end where it ends
     */
    public record Atom(String term, String pair, int position, int start, int end) {

        Atom pairedAs(String bigram) {
            return new Atom(term, bigram, position, start, end);
        }
    }

    public static List<Atom> atoms(String text) {
        return atoms("", text);
    }

    /** With the accents that are written. */
    public static List<Atom> asWritten(String text) {
        return atoms(AS_WRITTEN, text);
    }

    private static List<Atom> atoms(String field, String text) {
        List<Atom> atoms = new ArrayList<>();
        try (TokenStream terms = ANALYZER.tokenStream(field, text)) {
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
     * A text by its letters and digits alone: two names that differ in case, width, accents, brackets or spaces are the
     * same.
     */
    public static String squeezed(String text) {
        return Folding.folded(written(text));
    }

    /** The same with the accents that are written. */
    public static String written(String text) {
        String beginning = text.length() > 4 * MOST_SQUEEZED ? text.substring(0, 4 * MOST_SQUEEZED) : text;
        String plain = Normalizer.normalize(beginning, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder();
        plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(MOST_SQUEEZED)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
