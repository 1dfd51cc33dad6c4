package org.torchgraph.rdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Gives read access to a set of triples, wherever it is stored.
 *
 * <p>{@link Node#ANY} matches every term. Streams are in no particular order and hold each triple once.
 */
public interface TripleSource {

    /** Returns the triples that match a pattern. */
    Stream<Triple> find(Node subject, Node property, Node object);

    /** Returns the number of triples. */
    long size();

    /** Returns all triples. */
    default Stream<Triple> find() {
        return find(Node.ANY, Node.ANY, Node.ANY);
    }

    /** Returns the triples as numbers of their terms, which may take a copy of them. */
    default TripleNumbers numbers() {
        return new NumberedCopy(this);
    }

    /** Returns the subjects of all triples, each once. */
    default Stream<Node> subjects() {
        return find().map(Triple::getSubject).distinct();
    }

    /** Returns the properties of all triples, each once. */
    default Stream<Node> properties() {
        return find().map(Triple::getPredicate).distinct();
    }

    /** Returns the subjects and objects of all triples, each once; several threads may be used. */
    default Stream<Node> subjectsAndObjects() {
        return find().flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
                .distinct();
    }

    /** Returns the subjects and objects of all triples that are no literals, each once; several threads may be used. */
    default Stream<Node> resources() {
        return subjectsAndObjects().filter(term -> !term.isLiteral());
    }

    /** Receives what has to be known of all triples before one of them is shown. */
    interface TermVisitor {
        /** Receives a subject whose IRI has a fragment. */
        void part(Node subject);

        /** Receives a triple term that is an object. */
        void tripleTerm(Node object);

        /** Receives a language tag, and how many triples have a text with it, beside those received before. */
        void language(String tag, int triples);
    }

    /** Passes over all triples; each part or triple term may come more than once. */
    default void visitTerms(TermVisitor visitor) {
        find().forEach(triple -> {
            if (isPart(triple.getSubject())) {
                visitor.part(triple.getSubject());
            }
            Node object = triple.getObject();
            if (object.isTripleTerm()) {
                visitor.tripleTerm(object);
            } else if (object.isLiteral() && !object.getLiteralLanguage().isEmpty()) {
                visitor.language(object.getLiteralLanguage(), 1);
            }
        });
    }

    /** Returns whether a term is an IRI with a fragment. */
    static boolean isPart(Node term) {
        return term.isURI() && term.getURI().indexOf('#') > 0;
    }

    /** Returns whether a triple matches a pattern. */
    default boolean contains(Node subject, Node property, Node object) {
        try (Stream<Triple> found = find(subject, property, object)) {
            return found.findAny().isPresent();
        }
    }

    /** Returns the values of a property of a subject. */
    default Stream<Node> objects(Node subject, Node property) {
        return find(subject, property, Node.ANY).map(Triple::getObject);
    }

    /** Returns the subjects that have a value of a property. */
    default Stream<Node> subjects(Node property, Node object) {
        return find(Node.ANY, property, object).map(Triple::getSubject);
    }

    /** Returns the classes that a node is declared to be in ({@code rdf:type}), without their superclasses. */
    default Stream<Node> classes(Node node) {
        return objects(node, RDF.type.asNode());
    }

    /** Returns a class and all classes that {@code rdfs:subClassOf} leads to from it. */
    default Set<Node> superclasses(Node type) {
        Set<Node> seen = new HashSet<>(List.of(type));
        Deque<Node> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            objects(open.pop(), RDFS.subClassOf.asNode()).filter(seen::add).forEach(open::push);
        }
        return seen;
    }

    /** Returns who counts the triples if they are too many to be read; empty if they can be. */
    default Optional<TripleCounts> counted() {
        return Optional.empty();
    }

    /** Returns whether all triples with a property can be read; a store with too many of them says no. */
    default boolean isReadable(Node property) {
        return true;
    }

    /** Returns these triples as a graph that cannot be written to, for libraries that take no other form. */
    default Graph asGraph() {
        return GraphTriples.found(this);
    }

    /** Returns the triples of a graph, which must not change while they are read. */
    static TripleSource of(Graph graph) {
        return new GraphTriples(graph);
    }

    /** Returns triples that are kept in memory, indexed; those that are given twice are held once. */
    static TripleSource of(Stream<Triple> triples) {
        Graph graph = GraphMemFactory.createGraphMemIndexedSet();
        triples.forEach(graph::add);
        return of(graph);
    }
}
