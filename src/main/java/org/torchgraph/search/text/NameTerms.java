package org.torchgraph.search.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.torchgraph.search.text.TextAnalyzer.Atom;

/** The terms by which names are compared: words, numbers, characters of Chinese and pairs of them. */
public final class NameTerms {
    private static final int LETTERS_FOR_ONE_SLIP = 4;
    private static final int LETTERS_FOR_TWO_SLIPS = 8;

    private NameTerms() {}

    /** Returns the terms of a name, each once. */
    public static Set<String> of(String name) {
        Set<String> terms = new LinkedHashSet<>();
        TextAnalyzer.atoms(name).forEach(atom -> add(atom, terms));
        return terms;
    }

    /**
     * Returns the terms of a name, each once, where each part of it that has synonyms is written as the shortest of
     * them.
     */
    public static Set<String> of(String name, Synonyms synonyms) {
        List<Atom> atoms = TextAnalyzer.atoms(name);
        Set<String> terms = new LinkedHashSet<>();
        for (int at = 0; at < atoms.size(); ) {
            int length = synonyms.lengthAt(atoms, at);
            if (length > 1 && length < atoms.size()) {
                TextAnalyzer.atoms(synonyms.shortest(atoms.subList(at, at + length)))
                        .forEach(atom -> add(atom, terms));
                at += length;
            } else {
                boolean ends = at + 1 < atoms.size() && synonyms.lengthAt(atoms, at + 1) > 1;
                add(ends ? atoms.get(at).pairedAs(null) : atoms.get(at), terms);
                at++;
            }
        }
        return terms;
    }

    private static void add(Atom atom, Set<String> terms) {
        terms.add(atom.term());
        if (atom.pair() != null) {
            terms.add(atom.pair());
        }
    }

    /** Returns how many letters of a term may be wrong; none of a number or of Chinese. */
    public static int slips(String term) {
        return term.length() < LETTERS_FOR_ONE_SLIP || !term.chars().allMatch(NameTerms::isLetter)
                ? 0
                : term.length() < LETTERS_FOR_TWO_SLIPS ? 1 : 2;
    }

    private static boolean isLetter(int c) {
        return Character.isLetter(c) && !Character.isIdeographic(c);
    }

    /** Tells whether a term is one of others but for a slip or two. */
    public static boolean isAlmostIn(String term, Set<String> others) {
        int slips = others.isEmpty() ? 0 : slips(term);
        if (slips > 0) {
            for (String other : others) {
                if (Math.abs(other.length() - term.length()) <= slips
                        && other.charAt(0) == term.charAt(0)
                        && distance(term, other) <= slips) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the number of letters that differ, are missing or are swapped with the next. */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                steps[i][j] = Math.min(steps[i - 1][j - 1] + change, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[one.length()][other.length()];
    }
}
