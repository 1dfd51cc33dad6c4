package org.torchgraph.model.thesaurus;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.rdf.TripleSource;

/**
 * A relation between nodes, read from a property, its subproperties and those of the other direction.
 *
 * @param targets the nodes to which each node is related, in a fixed order
 */
record ConceptLinks(Map<Node, List<Node>> targets) {

    /** Reads a relation of concepts that may be stated in either direction. */
    static ConceptLinks of(TripleSource data, Property forwards, Property backwards) {
        Map<Node, Set<Node>> found = new HashMap<>();
        with(data, forwards).forEach(property -> data.find(Node.ANY, property, Node.ANY)
                .forEach(triple -> add(found, triple.getSubject(), triple.getObject())));
        with(data, backwards).forEach(property -> data.find(Node.ANY, property, Node.ANY)
                .forEach(triple -> add(found, triple.getObject(), triple.getSubject())));
        return sorted(found);
    }

    /** Returns a relation between IRIs without those from a node to itself. */
    static ConceptLinks of(Stream<Triple> triples) {
        Map<Node, Set<Node>> found = new HashMap<>();
        triples.forEach(triple -> add(found, triple.getSubject(), triple.getObject()));
        return sorted(found);
    }

    /** Returns a property and those that the data declare to be narrower, without those of SKOS for mappings. */
    private static Stream<Node> with(TripleSource data, Property property) {
        return Stream.concat(
                        Stream.of(property.asNode()),
                        data.subjects(RDFS.subPropertyOf.asNode(), property.asNode())
                                .filter(Node::isURI)
                                .filter(other -> !other.getURI().startsWith(SKOS.getURI())))
                .distinct();
    }

    private static void add(Map<Node, Set<Node>> found, Node from, Node to) {
        if (from.isURI() && to.isURI() && !from.equals(to)) {
            found.computeIfAbsent(from, none -> new LinkedHashSet<>()).add(to);
        }
    }

    private static ConceptLinks sorted(Map<Node, Set<Node>> found) {
        return new ConceptLinks(
                found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
                        .sorted(ConceptNode.BY_IRI)
                        .toList())));
    }

    /** Returns the nodes to which a node is related. */
    List<Node> of(Node node) {
        return targets.getOrDefault(node, List.of());
    }
}
