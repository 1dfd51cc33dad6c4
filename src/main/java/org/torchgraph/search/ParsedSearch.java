package org.torchgraph.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.torchgraph.search.text.Synonyms;
import org.torchgraph.search.text.TextAnalyzer;
import org.torchgraph.search.text.TextAnalyzer.Atom;

/**
 * A text that was typed, as words to be found. No character of it is syntax, but for quotation marks round what belongs
 * together.
 *
 * @param text as typed
 * @param groups one a word; a thing has to have one alternative of each
 * @param unfinished whether the last word may go on, as while somebody types
 */
record ParsedSearch(String text, List<PhraseGroup> groups, boolean unfinished) {
    private static final Pattern BETWEEN = Pattern.compile("[\\s，、。；：！？,;《》「」]+");
    private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"”]*)[\"”]");

    /** A word and its synonyms. */
    record PhraseGroup(List<Phrase> alternatives) {}

    /**
     * Atoms that stand together.
     *
     * @param text as typed, or as the synonym is written
     * @param given whether it was typed
     */
    record Phrase(String text, List<Atom> atoms, boolean given) {

        /** Each pair of characters, and each word, alone. */
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

    static ParsedSearch of(String text, Synonyms synonyms, boolean unfinished) {
        List<Atom> atoms = TextAnalyzer.atoms(text);
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
        return new ParsedSearch(text, List.copyOf(groups), unfinished);
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
        String between = text.substring(one.end(), next.start());
        if (!BETWEEN.matcher(between).find() || between.chars().allMatch(c -> c == '"' || c == '“' || c == '”')) {
            return between.chars().noneMatch(c -> c == '"' || c == '“' || c == '”');
        }
        Matcher quoted = QUOTED.matcher(text);
        return quoted.results().anyMatch(quote -> quote.start(1) <= one.start() && next.end() <= quote.end(1));
    }

    /** The same with each piece of it wanted rather than all. */
    ParsedSearch loosened() {
        List<PhraseGroup> pieces = groups.stream()
                .flatMap(group -> group.alternatives().get(0).pieces().stream())
                .map(piece -> new PhraseGroup(List.of(piece)))
                .toList();
        return new ParsedSearch(text, pieces, unfinished);
    }

    /** Synonyms that are wanted too. */
    List<String> also() {
        Set<String> also = new LinkedHashSet<>();
        groups.forEach(group -> group.alternatives().stream()
                .filter(phrase -> !phrase.given())
                .forEach(phrase -> also.add(phrase.text())));
        return List.copyOf(also);
    }

    /** Where in a text the words stand. */
    HighlightedText mark(String in) {
        List<Atom> atoms = TextAnalyzer.atoms(in);
        Map<Integer, Atom> at = new HashMap<>();
        atoms.forEach(atom -> at.put(atom.position(), atom));
        BitSet hits = new BitSet();
        for (int i = 0; i < groups.size(); i++) {
            boolean open = unfinished && i == groups.size() - 1;
            for (Phrase phrase : groups.get(i).alternatives()) {
                for (Atom first : atoms) {
                    int end = end(phrase.atoms(), first, at, open && phrase.given());
                    if (end > 0) {
                        hits.set(first.start(), end);
                    }
                }
            }
        }
        return HighlightedText.of(in, hits);
    }

    /** Where the phrase that begins at an atom ends, or 0. */
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
