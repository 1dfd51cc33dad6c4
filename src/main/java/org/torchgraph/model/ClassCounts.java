package org.torchgraph.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.model.vocabulary.Vocabulary;
import org.torchgraph.rdf.TripleCounts;
import org.torchgraph.rdf.TripleSource;

/** Counts the things in each class. */
final class ClassCounts {
    private ClassCounts() {}

    /**
     * Returns the number of things in each class that some thing is declared to be in, those of its subclasses
     * included. Parts of a described thing, which have its IRI and a {@code #}, are not counted unless they are classes
     * or properties. The saved query {@code things} lists the same things.
     */
    static Map<Node, Long> in(TripleSource data) {
        return data.counted().map(counts -> counted(data, counts)).orElseGet(() -> read(data));
    }

    private static Map<Node, Long> counted(TripleSource data, TripleCounts counts) {
        Map<Node, Long> own = counts.things();
        Map<Node, Set<Node>> below = new HashMap<>();
        own.keySet().forEach(type -> data.superclasses(type).stream()
                .filter(own::containsKey)
                .forEach(above ->
                        below.computeIfAbsent(above, none -> new HashSet<>()).add(type)));
        return below.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        classes -> classes.getValue().size() == 1
                                ? own.get(classes.getKey())
                                : counts.things(classes.getValue())));
    }

    private static Map<Node, Long> read(TripleSource data) {
        Map<Node, Set<Node>> byClass = data.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filter(triple -> triple.getObject().isURI() && isThing(data, triple.getSubject()))
                .collect(Collectors.groupingBy(
                        Triple::getObject, Collectors.mapping(Triple::getSubject, Collectors.toSet())));
        Map<Node, Set<Node>> all = new HashMap<>();
        byClass.forEach((type, things) -> data.superclasses(type).stream()
                .filter(byClass::containsKey)
                .forEach(above ->
                        all.computeIfAbsent(above, none -> new HashSet<>()).addAll(things)));
        return all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry ->
                (long) entry.getValue().size()));
    }

    private static boolean isThing(TripleSource data, Node node) {
        if (!node.isURI()) {
            return false;
        }
        int hash = node.getURI().indexOf('#');
        return hash < 0
                || !data.contains(NodeFactory.createURI(node.getURI().substring(0, hash)), Node.ANY, Node.ANY)
                || Vocabulary.isTerm(data, node);
    }
}
