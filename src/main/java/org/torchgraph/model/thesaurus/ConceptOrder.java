package org.torchgraph.model.thesaurus;

import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.model.naming.PlainText;

/**
 * The order of the concepts of a scheme for readers of some languages.
 *
 * @param places the place of each concept by its notation, then by its name
 * @param letters the names of the index by their first letters
 */
public record ConceptOrder(Map<Node, Integer> places, List<LetterGroup> letters) {
    /** The number of concepts whose labels are held at a time. */
    private static final int BATCH = 5000;

    /** Finds the names of many concepts for readers of some languages, the best language first. */
    @FunctionalInterface
    public interface ConceptNames {
        /** Returns the name of each concept. */
        Map<Node, String> of(List<Node> concepts, List<String> ranges);
    }

    /**
     * A name in the index.
     *
     * @param concept the concept that has it
     * @param alternative the literal of a name beside that by which the concept is called; null if it is this one
     */
    public record NameEntry(Node concept, Node alternative) {}

    /**
     * The names that begin with a letter.
     *
     * @param letter the letter
     * @param entries the names in their order
     */
    public record LetterGroup(String letter, List<NameEntry> entries) {}

    private record SortedEntry(NameEntry entry, String name, CollationKey key) {}

    private record NamedConcept(Node concept, String notation, String name, CollationKey key) {}

    /**
     * Orders concepts.
     *
     * @param notations the notation of a concept
     * @param alternatives the names of a concept beside that by which it is called, in any language
     */
    static ConceptOrder of(
            List<Node> concepts,
            Map<Node, Node> notations,
            Map<Node, List<Node>> alternatives,
            List<String> ranges,
            ConceptNames labels) {
        Collator collator = Collator.getInstance(Locale.forLanguageTag(ranges.isEmpty() ? "" : ranges.get(0)));
        List<NamedConcept> named = new ArrayList<>();
        for (int from = 0; from < concepts.size(); from += BATCH) {
            List<Node> batch = concepts.subList(from, Math.min(from + BATCH, concepts.size()));
            Map<Node, String> names = labels.of(batch, ranges);
            for (Node concept : batch) {
                String name = names.get(concept);
                Node notation = notations.get(concept);
                named.add(new NamedConcept(
                        concept,
                        notation == null ? "" : notation.getLiteralLexicalForm(),
                        name,
                        collator.getCollationKey(name)));
            }
        }
        Comparator<NamedConcept> byName =
                Comparator.comparing(NamedConcept::key).thenComparing(NamedConcept::concept, ConceptNode.BY_IRI);
        Map<Node, Integer> places = new HashMap<>();
        // Concepts without a notation come after those that have one.
        named.stream()
                .sorted(Comparator.comparing(
                                (NamedConcept one) -> one.notation().isEmpty())
                        .thenComparing(NamedConcept::notation, NotationOrder::compare)
                        .thenComparing(byName))
                .forEach(one -> places.put(one.concept(), places.size()));
        Stream<SortedEntry> entries = named.stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(new SortedEntry(new NameEntry(one.concept(), null), one.name(), one.key())),
                        own(alternatives.getOrDefault(one.concept(), List.of()), ranges)
                                .filter(other -> !other.getLiteralLexicalForm().equals(one.name()))
                                .map(other -> new SortedEntry(
                                        new NameEntry(one.concept(), other),
                                        PlainText.of(other.getLiteralLexicalForm()),
                                        collator.getCollationKey(PlainText.of(other.getLiteralLexicalForm()))))));
        return new ConceptOrder(places, letters(entries));
    }

    private static List<LetterGroup> letters(Stream<SortedEntry> entries) {
        FirstLetter first = new FirstLetter();
        Map<String, List<NameEntry>> letters = new TreeMap<>(FirstLetter.ORDER);
        entries.sorted(Comparator.comparing(SortedEntry::key)
                        .thenComparing(one -> one.entry().concept(), ConceptNode.BY_IRI))
                .forEach(one -> letters.computeIfAbsent(first.of(one.name()), none -> new ArrayList<>())
                        .add(one.entry()));
        return letters.entrySet().stream()
                .map(entry -> new LetterGroup(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns the texts in the best of the reader's languages that has any, or else those without a language. */
    private static Stream<Node> own(List<Node> texts, List<String> ranges) {
        Languages languages = Languages.of(ranges, List.of());
        return texts.stream()
                .filter(text -> languages.isWanted(text.getLiteralLanguage())
                        || text.getLiteralLanguage().isEmpty())
                .collect(Collectors.groupingBy(
                        text -> languages.rank(text.getLiteralLanguage()), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .findFirst()
                .stream()
                .flatMap(List::stream);
    }

    /** Returns concepts by notation, then by name; those of other schemes last. */
    public List<Node> sorted(List<Node> concepts) {
        return concepts.stream()
                .sorted(Comparator.comparing((Node concept) -> place(concept)).thenComparing(ConceptNode.BY_IRI))
                .toList();
    }

    /** Returns the place of a concept; that of one of another scheme is last. */
    public int place(Node concept) {
        return places.getOrDefault(concept, Integer.MAX_VALUE);
    }
}
