package org.torchgraph.model.vocabulary;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.model.term.RdfList;
import org.torchgraph.rdf.TripleSource;

/**
 * Which classes and properties have nothing in common with others.
 *
 * @param others the others of each term
 */
record Disjointness(Map<Node, Set<Node>> others) {

    static Disjointness in(TripleSource data) {
        Map<Node, Set<Node>> others = new HashMap<>();
        Stream.of(OWL2.disjointWith, OWL2.propertyDisjointWith)
                .flatMap(property -> data.find(Node.ANY, property.asNode(), Node.ANY))
                .forEach(triple -> add(others, triple.getSubject(), triple.getObject()));
        Stream.of(OWL2.AllDisjointClasses, OWL2.AllDisjointProperties)
                .flatMap(type -> data.subjects(RDF.type.asNode(), type.asNode()))
                .flatMap(axiom -> data.objects(axiom, OWL2.members.asNode()))
                .map(list -> RdfList.at(list, (subject, property) -> data.objects(subject, property)
                        .toList()))
                .filter(list -> list.end() == RdfList.End.WHOLE)
                .forEach(list ->
                        list.members().forEach(one -> list.members().forEach(other -> add(others, one, other))));
        return new Disjointness(others);
    }

    private static void add(Map<Node, Set<Node>> others, Node one, Node other) {
        if (!one.equals(other)) {
            others.computeIfAbsent(one, none -> new HashSet<>()).add(other);
            others.computeIfAbsent(other, none -> new HashSet<>()).add(one);
        }
    }

    /** Returns the others of a term in a fixed order. */
    List<Node> of(Node term) {
        return others.getOrDefault(term, Set.of()).stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }
}
