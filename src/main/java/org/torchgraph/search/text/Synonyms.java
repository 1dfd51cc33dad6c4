package org.torchgraph.search.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.torchgraph.search.text.TextAnalyzer.Atom;

/**
 * Words that mean the same: the names of one thing, when it has others than its label. An editor adds one by writing a
 * {@code skos:altLabel}, or a {@code skos:hiddenLabel} for a word that is no proper name.
 */
public final class Synonyms {
    private static final int MOST_WORDS = 24;

    /** Typed, it has synonyms, but it is none: written small it may be any word. */
    private static final Pattern ACRONYM = Pattern.compile("[A-Z]{1,6}");

    /** By terms. */
    private final Map<List<String>, Set<String>> others = new HashMap<>();

    private int longest;

    /** All names of one thing. */
    public void add(Collection<String> names) {
        for (String name : names) {
            List<String> terms =
                    TextAnalyzer.atoms(name).stream().map(Atom::term).toList();
            if (!terms.isEmpty() && terms.size() <= MOST_WORDS) {
                longest = Math.max(longest, terms.size());
                others.computeIfAbsent(terms, none -> new TreeSet<>()).addAll(names);
            }
        }
    }

    /** How many atoms from a place on are the longest name that has synonyms; 0 when there is none. */
    public int lengthAt(List<Atom> atoms, int from) {
        for (int length = Math.min(longest, atoms.size() - from); length > 0; length--) {
            if (others.containsKey(terms(atoms.subList(from, from + length)))) {
                return length;
            }
        }
        return 0;
    }

    /** Other names of what the atoms name. */
    public List<Synonym> of(List<Atom> atoms) {
        Set<List<String>> seen = new LinkedHashSet<>(List.of(terms(atoms)));
        List<Synonym> found = new ArrayList<>();
        for (String name : others.getOrDefault(terms(atoms), Set.of())) {
            List<Atom> other = ACRONYM.matcher(name).matches() ? List.of() : TextAnalyzer.atoms(name);
            if (!other.isEmpty() && other.size() <= MOST_WORDS && seen.add(terms(other))) {
                found.add(new Synonym(name, other));
            }
        }
        return found;
    }

    /** Another name, as it is written and as atoms. */
    public record Synonym(String text, List<Atom> atoms) {}

    private static List<String> terms(List<Atom> atoms) {
        return atoms.stream().map(Atom::term).toList();
    }
}
