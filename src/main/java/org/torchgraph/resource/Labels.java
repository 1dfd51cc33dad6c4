package org.torchgraph.resource;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.PrefixMap;

/**
 * Names of nodes, chosen the same way each time.
 *
 * @param byNode for each node that has a label, all literals of its first label property
 * @param prefixes for the short form of an IRI without a label
 */
public record Labels(Map<Node, List<Node>> byNode, PrefixMap prefixes) {

    /**
     * A name with the language it is in.
     *
     * @param text what to show
     * @param lang BCP 47 tag, empty when unknown or when the name is a shortened IRI
     */
    public record Name(String text, String lang) {}

    /** The labels that a graph gives to some nodes. */
    public static Labels of(Collection<Node> nodes, Graph graph, PrefixMap prefixes) {
        return new Labeller(graph, prefixes, term -> List.of()).labels(nodes);
    }

    /** The best label in a language, else English, else Chinese, else untagged, else the first by tag, else the IRI. */
    public Name name(Node node, String lang) {
        return byNode.getOrDefault(node, List.of()).stream()
                .min(Comparator.comparingInt((Node label) -> rank(label.getLiteralLanguage(), lang))
                        .thenComparing(Node::getLiteralLanguage)
                        .thenComparing(Node::getLiteralLexicalForm))
                .map(label -> new Name(label.getLiteralLexicalForm(), label.getLiteralLanguage()))
                .orElseGet(() -> new Name(shortened(node), ""));
    }

    private static int rank(String tag, String wanted) {
        return matches(tag, wanted) ? 0 : matches(tag, "en") ? 1 : matches(tag, "zh") ? 2 : tag.isEmpty() ? 3 : 4;
    }

    /** Basic filtering of RFC 4647: the range is the tag or a prefix of it that ends at a hyphen. */
    public static boolean matches(String tag, String range) {
        String low = tag.toLowerCase(Locale.ROOT);
        String wanted = range.toLowerCase(Locale.ROOT);
        return low.equals(wanted) || low.startsWith(wanted + "-");
    }

    private String shortened(Node node) {
        if (node.isBlank()) {
            return "_:" + node.getBlankNodeLabel();
        }
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm();
        }
        String abbreviated = prefixes.abbreviate(node.getURI());
        return abbreviated != null ? abbreviated : node.getURI();
    }
}
