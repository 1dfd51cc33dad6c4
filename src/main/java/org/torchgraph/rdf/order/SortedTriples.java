package org.torchgraph.rdf.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The triples of one graph in the order in which they are written.
 *
 * @param bySubject the sorted statements of each subject, subjects in order
 */
public record SortedTriples(Map<Node, List<Triple>> bySubject) {

    /** Sorts triples whose blank nodes have canonical labels already. */
    public static SortedTriples of(Collection<Triple> triples, TermOrder order) {
        Map<Node, List<Triple>> bySubject = new TreeMap<>(TermOrder.SUBJECTS);
        for (Triple triple : triples) {
            bySubject
                    .computeIfAbsent(triple.getSubject(), s -> new ArrayList<>())
                    .add(triple);
        }
        bySubject.values().forEach(statements -> statements.sort(order.statements()));
        return new SortedTriples(bySubject);
    }

    List<Triple> about(Node subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** Returns the objects of a subject by predicate, both in order. */
    public Map<Node, List<Node>> properties(Node subject) {
        Map<Node, List<Node>> objects = new LinkedHashMap<>();
        for (Triple triple : about(subject)) {
            objects.computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>())
                    .add(triple.getObject());
        }
        return objects;
    }

    /** Returns the subjects in order. */
    public Set<Node> subjects() {
        return bySubject.keySet();
    }
}
