package org.torchgraph.model;

import java.util.Collection;
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
import org.torchgraph.rdf.TripleSource;

/**
 * Names of nodes, chosen the same way each time.
 *
 * @param byNode for each node that has a label, all literals of its first label property
 * @param prefixes for the short form of an IRI without a label
 * @param common languages of the data, the most common first
 */
public record Labels(Map<Node, List<Node>> byNode, PrefixMap prefixes, List<String> common) {

    private static final String UNNAMED = "[ ]";

    /** Where nothing is known of the languages of the data. */
    public Labels(Map<Node, List<Node>> byNode, PrefixMap prefixes) {
        this(byNode, prefixes, List.of());
    }

    /**
     * A name with the language it is in.
     *
     * @param text what to show: one line without marks of direction
     * @param lang BCP 47 tag, empty when unknown or when the name is a shortened IRI
     * @param direction base direction of the text, empty when the data do not say it
     */
    public record Name(String text, String lang, String direction) {
        public static Name of(Node literal) {
            return new Name(
                    PlainText.of(literal.getLiteralLexicalForm()),
                    literal.getLiteralLanguage(),
                    Labels.direction(literal));
        }
    }

    /** The labels that a graph gives to some nodes. */
    public static Labels of(Collection<Node> nodes, TripleSource graph, PrefixMap prefixes) {
        return new Labeller(graph, prefixes, term -> List.of(), List.of()).labels(nodes);
    }

    /** The base direction that a literal has, {@code ltr} or {@code rtl}; empty when it has none. */
    public static String direction(Node literal) {
        return literal.getLiteralBaseDirection() == null
                ? ""
                : literal.getLiteralBaseDirection().direction();
    }

    /** The best label for a reader of one language, else the IRI. */
    public Name name(Node node, String lang) {
        return name(node, List.of(lang));
    }

    /** @param ranges languages of the reader, the best first */
    public Name name(Node node, List<String> ranges) {
        return best(byNode.getOrDefault(node, List.of()), ranges)
                .map(Name::of)
                .orElseGet(() -> new Name(shortened(node, ranges), "", ""));
    }

    /** The best of several literals that say the same. */
    public Optional<Node> best(List<Node> literals, List<String> ranges) {
        return literals.stream().min(Languages.of(ranges, common).order());
    }

    /** Basic filtering of RFC 4647: the range is the tag or a prefix of it that ends at a hyphen. */
    public static boolean matches(String tag, String range) {
        return Languages.matches(tag, range);
    }

    /** Without the label of a blank node, which names nothing outside the file that it is from. */
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
