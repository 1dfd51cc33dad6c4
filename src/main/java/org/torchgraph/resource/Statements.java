package org.torchgraph.resource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** Reads statements with the graphs that hold them, and knows which {@code #} parts each document has. */
final class Statements {
    private final DatasetGraph data;
    private final Map<String, Set<Node>> partsOf = new HashMap<>();

    Statements(DatasetGraph data) {
        this.data = data;
        data.getDefaultGraph().find().mapWith(Triple::getSubject).forEach(subject -> {
            if (subject.isURI() && subject.getURI().indexOf('#') > 0) {
                String document = subject.getURI().substring(0, subject.getURI().indexOf('#'));
                partsOf.computeIfAbsent(document, iri -> new TreeSet<>(NodeOrder.NODES))
                        .add(subject);
            }
        });
    }

    List<Statement> about(Node subject) {
        return group(data.findNG(Node.ANY, subject, Node.ANY, Node.ANY), NodeOrder.BY_PREDICATE_AND_OBJECT);
    }

    List<Statement> pointingTo(Node object) {
        return group(data.findNG(Node.ANY, Node.ANY, Node.ANY, object), NodeOrder.BY_PREDICATE_AND_SUBJECT);
    }

    /** The {@code #} parts of a thing and the blank nodes that hang from it or from them, each with its statements. */
    Map<Node, List<Statement>> partsOf(Node thing, List<Statement> own) {
        Map<Node, List<Statement>> parts = new LinkedHashMap<>();
        if (thing.isURI()) {
            partsOf.getOrDefault(thing.getURI(), Set.of()).forEach(part -> parts.put(part, about(part)));
        }
        List<Statement> open = new ArrayList<>(own);
        parts.values().forEach(open::addAll);
        Set<Node> seen = new HashSet<>(parts.keySet());
        while (!open.isEmpty()) {
            Node object = open.remove(open.size() - 1).triple().getObject();
            if (object.isBlank() && seen.add(object)) {
                List<Statement> more = about(object);
                parts.put(object, more);
                open.addAll(more);
            }
        }
        return parts;
    }

    private static List<Statement> group(Iterator<Quad> quads, Comparator<Triple> order) {
        Map<Triple, Set<Node>> graphs = new HashMap<>();
        quads.forEachRemaining(quad -> graphs.computeIfAbsent(quad.asTriple(), t -> new TreeSet<>(NodeOrder.NODES))
                .add(quad.getGraph()));
        return graphs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .map(entry -> new Statement(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
