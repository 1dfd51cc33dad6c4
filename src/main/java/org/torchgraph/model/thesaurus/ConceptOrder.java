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
import org.apache.jena.graph.Node;

/**
 * The order of the concepts of a scheme for readers of some languages.
 *
 * @param places the place of each concept by its notation, then by its name
 * @param letters the concepts by the first letter of their names
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
     * The concepts whose names begin with a letter.
     *
     * @param letter the letter
     * @param concepts the concepts by name
     */
    public record LetterGroup(String letter, List<Node> concepts) {}

    private record NamedConcept(Node concept, String notation, String name, CollationKey key) {}

    static ConceptOrder of(List<Node> concepts, Map<Node, Node> notations, List<String> ranges, ConceptNames labels) {
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
        FirstLetter first = new FirstLetter();
        Map<String, List<Node>> letters = new TreeMap<>(FirstLetter.ORDER);
        named.stream().sorted(byName).forEach(one -> letters.computeIfAbsent(
                        first.of(one.name()), none -> new ArrayList<>())
                .add(one.concept()));
        Map<Node, Integer> places = new HashMap<>();
        // Concepts without a notation come after those that have one.
        named.stream()
                .sorted(Comparator.comparing(
                                (NamedConcept one) -> one.notation().isEmpty())
                        .thenComparing(NamedConcept::notation, NotationOrder::compare)
                        .thenComparing(byName))
                .forEach(one -> places.put(one.concept(), places.size()));
        return new ConceptOrder(
                places,
                letters.entrySet().stream()
                        .map(entry -> new LetterGroup(entry.getKey(), entry.getValue()))
                        .toList());
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
