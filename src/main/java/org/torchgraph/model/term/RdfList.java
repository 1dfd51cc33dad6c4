package org.torchgraph.model.term;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * A list of RDF as far as it is one (RDF Schema 1.2 §5.2).
 *
 * @param members in order
 * @param end how it ends
 */
public record RdfList(List<Node> members, End end) {

    /** How the reading of a list comes to its end. */
    public enum End {
        /** As it should. */
        WHOLE,
        /** The list comes back to where it was. */
        CIRCLE,
        /** What should go on says more than one thing, or nothing. */
        BROKEN
    }

    /** What is said of a node by a property, the same order each time. */
    @FunctionalInterface
    public interface ObjectLookup {
        List<Node> of(Node subject, Node property);
    }

    /** Whether a node is a list: it is the empty one, or has a first member and a rest. */
    public static boolean isList(Node node, ObjectLookup said) {
        return node.equals(RDF.nil.asNode())
                || !node.isLiteral()
                        && !node.isTripleTerm()
                        && !said.of(node, RDF.first.asNode()).isEmpty()
                        && !said.of(node, RDF.rest.asNode()).isEmpty();
    }

    /** Reads a list that begins at a node. */
    public static RdfList at(Node node, ObjectLookup said) {
        List<Node> members = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        Node cell = node;
        while (!cell.equals(RDF.nil.asNode())) {
            if (!seen.add(cell)) {
                return new RdfList(List.copyOf(members), End.CIRCLE);
            }
            List<Node> first = cell.isLiteral() || cell.isTripleTerm() ? List.of() : said.of(cell, RDF.first.asNode());
            List<Node> rest = first.isEmpty() ? List.of() : said.of(cell, RDF.rest.asNode());
            members.addAll(first);
            if (first.size() != 1 || rest.size() != 1) {
                return new RdfList(List.copyOf(members), End.BROKEN);
            }
            cell = rest.get(0);
        }
        return new RdfList(List.copyOf(members), End.WHOLE);
    }
}
