package org.torchgraph.draft.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.evidence.SourceText;

/**
 * Finds the names of things in a text: the Chinese labels of all members of some classes, matched without white space.
 */
public final class Names {
    private static final Set<Node> LABELS = Set.of(SKOS.prefLabel.asNode(), SKOS.altLabel.asNode());

    /**
     * A name found in a text.
     *
     * @param start the index of the name in the text
     * @param printed the name
     * @param things all things with that name, by IRI
     */
    public record NameMatch(int start, String printed, List<Node> things) {
        int end() {
            return start + printed.length();
        }
    }

    /** The things by name, longer names first, so that the first match is the longest. */
    private final Map<String, SortedSet<Node>> things = new TreeMap<>(
            Comparator.comparingInt((String name) -> -name.length()).thenComparing(Comparator.naturalOrder()));

    private Names() {}

    /** Collects the labels, in Chinese or without a language tag, of the members of the given classes. */
    public static Names of(Publication publication, Set<Node> classes) {
        Predicate<Quad> typed =
                quad -> quad.getPredicate().equals(RDF.type.asNode()) && classes.contains(quad.getObject());
        List<Quad> quads = publication.quads().toList();
        Set<Node> members = quads.stream().filter(typed).map(Quad::getSubject).collect(Collectors.toSet());
        Names names = new Names();
        quads.stream()
                .filter(quad -> members.contains(quad.getSubject()) && LABELS.contains(quad.getPredicate()))
                .map(Quad::asTriple)
                .filter(label -> label.getObject().isLiteral() && isChinese(label.getObject()))
                .forEach(label -> names.add(label.getObject().getLiteralLexicalForm(), label.getSubject()));
        return names;
    }

    private static boolean isChinese(Node label) {
        return label.getLiteralLanguage().isEmpty()
                || label.getLiteralLanguage().startsWith("zh");
    }

    void add(String name, Node thing) {
        String plain = SourceText.withoutWhiteSpace(name);
        if (!plain.isEmpty()) {
            things.computeIfAbsent(plain, n -> new TreeSet<>(Comparator.comparing(Node::toString)))
                    .add(thing);
        }
    }

    /** Returns the longest name that begins at an index. */
    Optional<NameMatch> at(String text, int index) {
        return things.entrySet().stream()
                .filter(each -> text.startsWith(each.getKey(), index))
                .findFirst()
                .map(each -> new NameMatch(index, each.getKey(), List.copyOf(each.getValue())));
    }

    /** Returns all names in a text from left to right, the longest at each position. */
    List<NameMatch> in(String text) {
        List<NameMatch> found = new ArrayList<>();
        int index = 0;
        while (index < text.length()) {
            Optional<NameMatch> named = at(text, index);
            named.ifPresent(found::add);
            index = named.map(NameMatch::end).orElse(index + 1);
        }
        return found;
    }

    /**
     * Returns the thing with the longest name that ends the text; empty if several things have that name.
     *
     * @param text the text
     * @param wanted selects the things to consider
     */
    public Optional<Node> endOf(String text, Predicate<Node> wanted) {
        return things.entrySet().stream()
                .filter(each -> text.endsWith(each.getKey()))
                .map(each -> each.getValue().stream().filter(wanted).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .filter(found -> found.size() == 1)
                .map(found -> found.get(0));
    }
}
