package org.torchgraph.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.model.naming.PlainText;
import org.torchgraph.publication.Publication;
import org.torchgraph.rdf.TripleSource;

/**
 * The labels of nodes, selected in a fixed way.
 *
 * @param byNode all literals of the first naming property of each node
 * @param prefixes the prefixes that abbreviate IRIs without a label
 * @param common the languages of the data, the most frequent first
 */
public record Labels(Map<Node, List<Node>> byNode, PrefixMap prefixes, List<String> common) {

    private static final String UNNAMED = "[ ]";

    /** Creates labels without knowledge of the languages of the data. */
    public Labels(Map<Node, List<Node>> byNode, PrefixMap prefixes) {
        this(byNode, prefixes, List.of());
    }

    /**
     * A name with its language.
     *
     * @param text one line without direction marks
     * @param lang the BCP 47 tag; empty if unknown or if the name is an abbreviated IRI
     * @param direction the base direction; empty if the data do not state it
     */
    public record Name(String text, String lang, String direction) {
        /** Returns the name that a literal is. */
        public static Name of(Node literal) {
            return new Name(
                    PlainText.of(literal.getLiteralLexicalForm()),
                    literal.getLiteralLanguage(),
                    Labels.direction(literal));
        }
    }

    /** Returns the labels that a graph gives to nodes by the naming properties of a publication. */
    public static Labels of(Collection<Node> nodes, TripleSource graph, Publication publication) {
        return Labeller.of(graph, publication.prefixes(), publication.settings())
                .labels(nodes);
    }

    /** Returns these labels and others, which count where both label a node. */
    public Labels and(Labels others) {
        Map<Node, List<Node>> both = new HashMap<>(byNode);
        both.putAll(others.byNode);
        return new Labels(Map.copyOf(both), prefixes, common);
    }

    /** Returns about how much memory they take. */
    public int characters() {
        return byNode.entrySet().stream()
                .flatMap(node -> Stream.concat(Stream.of(node.getKey()), node.getValue().stream()))
                .mapToInt(node -> 1 + node.toString().length())
                .sum();
    }

    /** Returns the base direction of a literal, {@code ltr} or {@code rtl}; empty if it has none. */
    public static String direction(Node literal) {
        return literal.getLiteralBaseDirection() == null
                ? ""
                : literal.getLiteralBaseDirection().direction();
    }

    /** Returns the best label for a reader of one language, or else the IRI. */
    public Name name(Node node, String lang) {
        return name(node, List.of(lang));
    }

    /**
     * Returns the best label for a reader of several languages, the best first, or else the IRI.
     *
     * @param ranges languages of the reader, the best first
     */
    public Name name(Node node, List<String> ranges) {
        return best(byNode.getOrDefault(node, List.of()), ranges)
                .map(Name::of)
                .orElseGet(() -> new Name(shortened(node, ranges), "", ""));
    }

    /** Returns the best of several literals of equal meaning. */
    public Optional<Node> best(List<Node> literals, List<String> ranges) {
        return literals.stream().min(Languages.of(ranges, common).order());
    }

    /**
     * Returns the short form of a node. The label of a blank node is not used, because it has no meaning outside its
     * file.
     */
    private String shortened(Node node, List<String> ranges) {
        if (node.isBlank()) {
            return UNNAMED;
        }
        if (node.isLiteral()) {
            return PlainText.of(node.getLiteralLexicalForm());
        }
        if (node.isTripleTerm()) {
            Triple said = node.getTriple();
            return PlainText.of(Stream.of(said.getSubject(), said.getPredicate(), said.getObject())
                    .map(one -> name(one, ranges).text())
                    .collect(Collectors.joining(" ")));
        }
        String abbreviated = prefixes.abbreviate(node.getURI());
        return abbreviated != null ? abbreviated : node.getURI();
    }
}
