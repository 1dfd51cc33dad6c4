package org.torchgraph.search.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.torchgraph.search.text.TextAnalyzer.Atom;

/**
 * Maps a name to the other names of the same things, for things with more than a label. Editors add a synonym as
 * {@code skos:altLabel}, or as {@code skos:hiddenLabel} for a word that is no proper name.
 */
public final class Synonyms {
    private static final int MAX_ATOMS = 24;

    /** An acronym has synonyms but is never used as one, because in lower case it may be any word. */
    private static final Pattern ACRONYM = Pattern.compile("[A-Z]{1,6}");

    private static final String BETWEEN_TERMS = "\0";

    /**
     * The names in their order by the terms of each of them: the list of a thing, or a set where several have a name.
     */
    private final Map<String, Collection<String>> others = new HashMap<>();

    private int maxLength;

    /** Adds all names of one thing. */
    public void add(Collection<String> names) {
        List<String> sorted = List.copyOf(new TreeSet<>(names));
        for (String name : names) {
            List<Atom> atoms = TextAnalyzer.atoms(name);
            if (!atoms.isEmpty() && atoms.size() <= MAX_ATOMS) {
                maxLength = Math.max(maxLength, atoms.size());
                others.merge(terms(atoms), sorted, Synonyms::united);
            }
        }
    }

    private static Collection<String> united(Collection<String> some, Collection<String> more) {
        if (some == more) {
            return some;
        }
        Set<String> all = some instanceof Set<String> own ? own : new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    /** Returns the number of atoms of the longest name with synonyms that begins at an index; 0 if there is none. */
    public int lengthAt(List<Atom> atoms, int from) {
        for (int length = Math.min(maxLength, atoms.size() - from); length > 0; length--) {
            if (others.containsKey(terms(atoms.subList(from, from + length)))) {
                return length;
            }
        }
        return 0;
    }

    /** Returns the shortest of the names of the things that the atoms name. */
    String shortest(List<Atom> atoms) {
        return others.get(terms(atoms)).stream()
                .min(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    /** Returns the other names of the things that the atoms name. */
    public List<Synonym> of(List<Atom> atoms) {
        Set<String> seen = new HashSet<>(Set.of(terms(atoms)));
        List<Synonym> found = new ArrayList<>();
        for (String name : others.getOrDefault(terms(atoms), List.of())) {
            List<Atom> other = ACRONYM.matcher(name).matches() ? List.of() : TextAnalyzer.atoms(name);
            if (!other.isEmpty() && other.size() <= MAX_ATOMS && seen.add(terms(other))) {
                found.add(new Synonym(name, other));
            }
        }
        return found;
    }

    /**
     * A synonym.
     *
     * @param text the name as written
     * @param atoms its atoms
     */
    public record Synonym(String text, List<Atom> atoms) {}

    private static String terms(List<Atom> atoms) {
        return atoms.stream().map(Atom::term).collect(Collectors.joining(BETWEEN_TERMS));
    }
}
