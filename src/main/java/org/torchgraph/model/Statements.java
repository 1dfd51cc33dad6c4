package org.torchgraph.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.View;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.model.term.ValueOrder;
import org.torchgraph.rdf.TripleSource;

/** Reads statements with their graphs, and keeps what one pass over all of them finds. */
final class Statements {
    private final View data;
    private final Map<String, Set<Node>> partsOf;
    private final Map<Node, Set<Triple>> mentions;
    private final List<String> languages;

    private Statements(
            View data, Map<String, Set<Node>> partsOf, Map<Node, Set<Triple>> mentions, List<String> languages) {
        this.data = data;
        this.partsOf = partsOf;
        this.mentions = mentions;
        this.languages = languages;
    }

    /** Passes over all statements of a version. */
    static Statements of(View data) {
        Map<String, Set<Node>> partsOf = new HashMap<>();
        Map<Node, Set<Triple>> mentions = new HashMap<>();
        Languages.LanguageCount count = new Languages.LanguageCount();
        data.union().find().forEach(triple -> {
            Node subject = triple.getSubject();
            if (subject.isURI() && subject.getURI().indexOf('#') > 0) {
                String document = subject.getURI().substring(0, subject.getURI().indexOf('#'));
                partsOf.computeIfAbsent(document, iri -> new TreeSet<>(ValueOrder.NODES))
                        .add(subject);
            }
            count.add(triple.getObject());
            if (triple.getObject().isTripleTerm()) {
                inside(triple.getObject()).forEach(node -> mentions.computeIfAbsent(node, none -> new HashSet<>())
                        .add(triple));
            }
        });
        return new Statements(data, partsOf, mentions, count.tags());
    }

    /** Returns a reader of a view of the same version. */
    Statements in(View view) {
        return new Statements(view, partsOf, mentions, languages);
    }

    TripleSource union() {
        return data.union();
    }

    /** Returns a thing with its {@code #} parts. */
    Set<Node> withParts(Node thing) {
        Set<Node> all = new LinkedHashSet<>(List.of(thing));
        if (thing.isURI()) {
            all.addAll(partsOf.getOrDefault(thing.getURI(), Set.of()));
        }
        return all;
    }

    /** Returns the IRIs and blank nodes inside a triple term, at any depth. */
    static Set<Node> inside(Node tripleTerm) {
        Set<Node> named = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(tripleTerm));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.isTripleTerm()) {
                Triple said = node.getTriple();
                List.of(said.getSubject(), said.getPredicate(), said.getObject())
                        .forEach(open::push);
            } else if (!node.isLiteral()) {
                named.add(node);
            }
        }
        return named;
    }

    /** Returns the language tags of texts, the most frequent first. */
    List<String> languages() {
        return languages;
    }

    /** Returns the statements whose object is a triple term that contains a node. */
    List<Statement> mentioning(Node node) {
        return mentions.getOrDefault(node, Set.of()).stream()
                .flatMap(triple -> group(
                        data.quads(triple.getSubject(), triple.getPredicate(), triple.getObject()),
                        ValueOrder.BY_PREDICATE_AND_SUBJECT)
                        .stream())
                .sorted(Comparator.comparing(Statement::triple, ValueOrder.BY_PREDICATE_AND_SUBJECT))
                .toList();
    }

    /** Returns whether a {@code #} part of a document is described. */
    boolean hasParts(Node document) {
        return document.isURI() && partsOf.containsKey(document.getURI());
    }

    List<Statement> about(Node subject) {
        return group(data.quads(subject, Node.ANY, Node.ANY), ValueOrder.BY_PREDICATE_AND_OBJECT);
    }

    List<Statement> pointingTo(Node object) {
        return group(data.quads(Node.ANY, Node.ANY, object), ValueOrder.BY_PREDICATE_AND_SUBJECT);
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
            for (Node held : object.isTripleTerm() ? inside(object) : Set.of(object)) {
                if (held.isBlank() && seen.add(held)) {
                    List<Statement> more = about(held);
                    parts.put(held, more);
                    open.addAll(more);
                }
            }
        }
        return parts;
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
