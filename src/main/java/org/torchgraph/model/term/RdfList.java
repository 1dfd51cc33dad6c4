package org.torchgraph.model.term;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * The members of an RDF list as far as it is well-formed (RDF Schema 1.2 §5.2).
 *
 * @param members the members in order
 * @param end how the list ends
 */
public record RdfList(List<Node> members, End end) {

    /** How the traversal of a list ends. */
    public enum End {
        /** At {@code rdf:nil}, as a well-formed list does. */
        WHOLE,
        /** At a cell that was visited before. */
        CYCLE,
        /** At a cell without exactly one first member and one rest. */
        BROKEN
    }

    /** Returns the values of a property of a node in a fixed order. */
    @FunctionalInterface
    public interface ObjectLookup {
        /** Returns the values. */
        List<Node> of(Node subject, Node property);
    }

    /** Returns whether a node is a list: {@code rdf:nil}, or a node with a first member and a rest. */
    public static boolean isList(Node node, ObjectLookup lookup) {
        return node.equals(RDF.nil.asNode())
                || !node.isLiteral()
                        && !node.isTripleTerm()
                        && !lookup.of(node, RDF.first.asNode()).isEmpty()
                        && !lookup.of(node, RDF.rest.asNode()).isEmpty();
    }

    /** Traverses the list that starts at a node. */
    public static RdfList at(Node node, ObjectLookup lookup) {
        List<Node> members = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        Node cell = node;
        while (!cell.equals(RDF.nil.asNode())) {
            if (!seen.add(cell)) {
                return new RdfList(List.copyOf(members), End.CYCLE);
            }
            List<Node> first =
                    cell.isLiteral() || cell.isTripleTerm() ? List.of() : lookup.of(cell, RDF.first.asNode());
            List<Node> rest = first.isEmpty() ? List.of() : lookup.of(cell, RDF.rest.asNode());
            members.addAll(first);
            if (first.size() != 1 || rest.size() != 1) {
                return new RdfList(List.copyOf(members), End.BROKEN);
            }
            cell = rest.get(0);
        }
        return new RdfList(List.copyOf(members), End.WHOLE);
    }
}
