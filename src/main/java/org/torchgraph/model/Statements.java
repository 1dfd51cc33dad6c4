package org.torchgraph.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.View;
import org.torchgraph.model.term.ValueOrder;
import org.torchgraph.rdf.TripleSource;

/**
 * Reads statements with their graphs.
 *
 * @param data the version, or an excerpt of it
 * @param index what a pass over the whole version finds
 */
record Statements(View data, StatementIndex index) {

    /** Returns a reader of a view of the same version. */
    Statements in(View view) {
        return new Statements(view, index);
    }

    TripleSource union() {
        return data.union();
    }

    /** Returns a thing with its {@code #} parts. */
    Set<Node> withParts(Node thing) {
        Set<Node> all = new LinkedHashSet<>(List.of(thing));
        if (thing.isURI()) {
            index.parts().get(thing.getURI()).stream().sorted(ValueOrder.NODES).forEach(all::add);
        }
        return all;
    }

    /** Returns the language tags of texts in lower case, the most frequent first. */
    List<String> languages() {
        return index.languages().tags();
    }

    /** Returns the statements whose object is a triple term that contains a node. */
    List<Statement> mentioning(Node node) {
        return index.mentions().get(node).stream()
                .flatMap(triple -> group(
                        data.quads(triple.getSubject(), triple.getPredicate(), triple.getObject()),
                        ValueOrder.BY_PREDICATE_AND_SUBJECT)
                        .stream())
                .sorted(Comparator.comparing(
                        Statement::triple,
                        ValueOrder.BY_PREDICATE_AND_SUBJECT.thenComparing(ValueOrder.BY_PREDICATE_AND_OBJECT)))
                .toList();
    }

    /** Returns whether a {@code #} part of a document is described. */
    boolean hasParts(Node document) {
        return document.isURI() && !index.parts().get(document.getURI()).isEmpty();
    }

    List<Statement> about(Node subject) {
        return group(data.quads(subject, Node.ANY, Node.ANY), ValueOrder.BY_PREDICATE_AND_OBJECT);
    }

    List<Statement> pointingTo(Node object) {
        return links(data.quads(Node.ANY, Node.ANY, object));
    }

    /**
     * Returns the {@code #} parts of a thing and the blank nodes reachable from it or them, each with its statements.
     */
    Map<Node, List<Statement>> partsOf(Node thing, List<Statement> own) {
        Map<Node, List<Statement>> parts = new LinkedHashMap<>();
        withParts(thing).stream().filter(part -> !part.equals(thing)).forEach(part -> parts.put(part, about(part)));
        List<Statement> open = new ArrayList<>(own);
        parts.values().forEach(open::addAll);
        Set<Node> seen = new HashSet<>(parts.keySet());
        while (!open.isEmpty()) {
            Node object = open.remove(open.size() - 1).triple().getObject();
            for (Node held : object.isTripleTerm() ? StatementIndex.inside(object) : Set.of(object)) {
                if (held.isBlank() && seen.add(held)) {
                    List<Statement> more = about(held);
                    parts.put(held, more);
                    open.addAll(more);
                }
            }
        }
        return parts;
    }

    /** Returns statements by predicate and subject. */
    static List<Statement> links(Stream<Quad> quads) {
        return group(quads, ValueOrder.BY_PREDICATE_AND_SUBJECT);
    }

    /** Returns the IRIs and blank nodes that statements have, also in triple terms, and their graphs. */
    static Set<Node> named(Collection<Statement> all) {
        return all.stream()
                .flatMap(statement -> Stream.concat(
                        Stream.of(
                                statement.triple().getSubject(),
                                statement.triple().getPredicate(),
                                statement.triple().getObject()),
                        statement.graphs().stream()))
                .flatMap(node -> node.isTripleTerm() ? StatementIndex.inside(node).stream() : Stream.of(node))
                .filter(node -> node.isURI() || node.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Statement> group(Stream<Quad> quads, Comparator<Triple> order) {
        Map<Triple, Set<Node>> graphs = new HashMap<>();
        quads.forEach(quad -> graphs.computeIfAbsent(quad.asTriple(), t -> new TreeSet<>(ValueOrder.NODES))
                .add(quad.getGraph()));
        return graphs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .map(entry -> new Statement(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
