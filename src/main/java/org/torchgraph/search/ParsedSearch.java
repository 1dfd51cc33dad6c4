package org.torchgraph.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.torchgraph.search.text.Stemming;
import org.torchgraph.search.text.Synonyms;
import org.torchgraph.search.text.TextAnalyzer;
import org.torchgraph.search.text.TextAnalyzer.Atom;

/**
 * A search text split into words and synonyms. It has no query syntax except quotation marks around a phrase. Words
 * that only make a sentence of the others do not count, unless there are no others.
 *
 * @param text the text as typed
 * @param groups one group per word; a thing has to match one alternative of each
 * @param unfinished whether the last word may be a prefix, as in suggestions
 * @param inPieces whether the words are taken apart, so that what has more of the pieces is better
 * @param stemmed the fields in which the stems of the words are looked for
 */
record ParsedSearch(
        String text, List<PhraseGroup> groups, boolean unfinished, boolean inPieces, StemmedFields stemmed) {
    private static final Pattern BETWEEN = Pattern.compile("[\\s，、。；：！？,;《》「」]+");
    /** Besides the English articles and prepositions, which the analyser leaves out. */
    private static final Pattern FUNCTION_WORDS = Pattern.compile(
            "\\b(?:which|what|who|when|where|why|how|many|much|do|does|did|has|have|had|were|from)\\b"
                    + "|的|吗|呢|有哪些|哪些|哪个|哪家|什么|多少|(?<=(?<!\\d)\\d{4})年",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"”]*)[\"”]");

    /**
     * A word and its synonyms.
     *
     * @param alternatives the phrases of which one has to match
     */
    record PhraseGroup(List<Phrase> alternatives) {}

    /**
     * Consecutive atoms.
     *
     * @param text the phrase as typed, or the synonym
     * @param atoms its atoms in order
     * @param given whether the phrase was typed, which a synonym was not
     */
    record Phrase(String text, List<Atom> atoms, boolean given) {

        /** Returns the stems of the phrase in a language; none of a synonym or a piece. */
        List<Atom> stems(String language) {
            return given ? StemmedFields.atoms(language, text) : List.of();
        }

        /** Splits the phrase into its character bigrams and words. */
        List<Phrase> pieces() {
            List<Phrase> pieces = new ArrayList<>();
            for (int i = 0; i < atoms.size(); i++) {
                boolean paired = i + 1 < atoms.size() && atoms.get(i).pair() != null;
                boolean covered = i > 0 && atoms.get(i - 1).pair() != null;
                if (paired || !covered) {
                    pieces.add(new Phrase("", atoms.subList(i, paired ? i + 2 : i + 1), given));
                }
            }
            return pieces;
        }
    }

    static ParsedSearch of(String text, Synonyms synonyms, boolean unfinished, StemmedFields stemmed) {
        List<Atom> atoms = counting(text, TextAnalyzer.atoms(text));
        List<PhraseGroup> groups = new ArrayList<>();
        int from = 0;
        while (from < atoms.size()) {
            int named = synonyms.lengthAt(atoms, from);
            int to = from + named;
            if (named == 0) {
                to = from + 1;
                while (to < atoms.size()
                        && together(text, atoms.get(to - 1), atoms.get(to))
                        && synonyms.lengthAt(atoms, to) == 0) {
                    to++;
                }
            }
            groups.add(group(text, atoms.subList(from, to), named > 0 ? synonyms : new Synonyms()));
            from = to;
        }
        return new ParsedSearch(text, List.copyOf(groups), unfinished, false, stemmed.within(groups.size()));
    }

    /** Returns the atoms without those of function words, or all if there are no others. */
    private static List<Atom> counting(String text, List<Atom> atoms) {
        BitSet function = new BitSet();
        FUNCTION_WORDS
                .matcher(text)
                .results()
                .filter(word -> !isQuoted(text, word.start(), word.end()))
                .forEach(word -> function.set(word.start(), word.end()));
        List<Atom> kept = new ArrayList<>();
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            boolean last =
                    i + 1 == atoms.size() || function.get(atoms.get(i + 1).start());
            if (!function.get(atom.start())) {
                kept.add(last ? atom.pairedAs(null) : atom);
            }
        }
        return kept.isEmpty() ? atoms : kept;
    }

    private static PhraseGroup group(String text, List<Atom> atoms, Synonyms synonyms) {
        List<Phrase> alternatives = new ArrayList<>();
        String typed =
                text.substring(atoms.get(0).start(), atoms.get(atoms.size() - 1).end());
        alternatives.add(new Phrase(typed, atoms, true));
        synonyms.of(atoms).forEach(other -> alternatives.add(new Phrase(other.text(), other.atoms(), false)));
        return new PhraseGroup(List.copyOf(alternatives));
    }

    private static boolean together(String text, Atom one, Atom next) {
        if (next.start() < one.end()) {
            // The pieces of a word that folding has made longer or shorter do not know their places in it.
            return true;
        }
        String between = text.substring(one.end(), next.start());
        if (between.codePoints().anyMatch(Character::isIdeographic)) {
            return false;
        }
        if (!BETWEEN.matcher(between).find() || between.chars().allMatch(c -> c == '"' || c == '“' || c == '”')) {
            return between.chars().noneMatch(c -> c == '"' || c == '“' || c == '”');
        }
        return isQuoted(text, one.start(), next.end());
    }

    private static boolean isQuoted(String text, int start, int end) {
        return QUOTED.matcher(text).results().anyMatch(quote -> quote.start(1) <= start && end <= quote.end(1));
    }

    /** Returns the search with every piece as an optional word. */
    ParsedSearch loosened() {
        List<PhraseGroup> pieces = groups.stream()
                .flatMap(group -> group.alternatives().get(0).pieces().stream())
                .map(piece -> new PhraseGroup(List.of(piece)))
                .toList();
        return new ParsedSearch(text, pieces, unfinished, true, StemmedFields.NONE);
    }

    /** Returns the words as they were typed. */
    List<String> words() {
        return groups.stream().map(group -> group.alternatives().get(0).text()).toList();
    }

    /** Returns the synonyms that are searched for too. */
    List<String> also() {
        Set<String> also = new LinkedHashSet<>();
        groups.forEach(group -> group.alternatives().stream()
                .filter(phrase -> !phrase.given())
                .forEach(phrase -> also.add(phrase.text())));
        return List.copyOf(also);
    }

    /** Marks the matches in a text. */
    HighlightedText mark(String in) {
        return mark(in, "");
    }

    /**
     * Marks the matches in a text.
     *
     * @param tag the tag of its language
     */
    HighlightedText mark(String in, String tag) {
        BitSet hits = new BitSet();
        List<Atom> atoms = TextAnalyzer.atoms(in);
        for (int i = 0; i < groups.size(); i++) {
            boolean open = unfinished && i == groups.size() - 1;
            for (Phrase phrase : groups.get(i).alternatives()) {
                mark(phrase.atoms(), atoms, open && phrase.given(), hits);
            }
        }
        Stemming.language(tag).filter(stemmed.languages()::contains).ifPresent(language -> {
            List<Atom> stems = StemmedFields.atoms(language, in);
            groups.stream()
                    .flatMap(group -> group.alternatives().stream())
                    .forEach(phrase -> mark(phrase.stems(language), stems, false, hits));
        });
        return HighlightedText.of(in, hits);
    }

    private static void mark(List<Atom> phrase, List<Atom> atoms, boolean open, BitSet hits) {
        Map<Integer, Atom> at = new HashMap<>();
        atoms.forEach(atom -> at.put(atom.position(), atom));
        for (Atom first : atoms) {
            int end = end(phrase, first, at, open);
            if (end > 0) {
                hits.set(first.start(), end);
            }
        }
    }

    /** Returns the end of the phrase that begins at an atom, or 0 if the atoms do not match. */
    private static int end(List<Atom> phrase, Atom first, Map<Integer, Atom> at, boolean open) {
        int end = 0;
        for (int i = 0; i < phrase.size(); i++) {
            Atom wanted = phrase.get(i);
            Atom there =
                    at.get(first.position() + wanted.position() - phrase.get(0).position());
            boolean last = open && i == phrase.size() - 1;
            if (there == null
                    || !(last
                            ? there.term().startsWith(wanted.term())
                            : there.term().equals(wanted.term()))) {
                return 0;
            }
            end = there.end();
        }
        return end;
    }
}
