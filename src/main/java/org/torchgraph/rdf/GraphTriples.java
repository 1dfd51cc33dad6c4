package org.torchgraph.rdf;

import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** Reads the triples of a Jena graph, which may have numbers for its terms. */
record GraphTriples(Graph graph) implements TripleSource {

    @Override
    public Stream<Triple> find(Node subject, Node property, Node object) {
        return graph.stream(subject, property, object);
    }

    @Override
    public TripleNumbers numbers() {
        return graph instanceof TripleNumbers own ? own : TripleSource.super.numbers();
    }

    @Override
    public Stream<Node> subjects() {
        if (graph instanceof TripleNumbers own) {
            BitSet found = new BitSet(own.termCount());
            own.read((subject, property, object) -> found.set(subject));
            return own.nodes(found);
        }
        return TripleSource.super.subjects();
    }

    @Override
    public Stream<Node> properties() {
        if (graph instanceof TripleNumbers own) {
            BitSet found = new BitSet(own.termCount());
            own.read((subject, property, object) -> found.set(property));
            return own.nodes(found);
        }
        return TripleSource.super.properties();
    }

    @Override
    public Stream<Node> subjectsAndObjects() {
        return graph instanceof TripleNumbers own
                ? own.nodes(subjectsAndObjects(own)).parallel()
                : TripleSource.super.subjectsAndObjects();
    }

    @Override
    public Stream<Node> resources() {
        return graph instanceof TripleNumbers own
                ? subjectsAndObjects(own).stream()
                        .parallel()
                        .filter(number -> !own.isLiteral(number))
                        .mapToObj(own::node)
                : TripleSource.super.resources();
    }

    private static BitSet subjectsAndObjects(TripleNumbers own) {
        BitSet found = new BitSet(own.termCount());
        own.read((subject, property, object) -> {
            found.set(subject);
            found.set(object);
        });
        return found;
    }

    @Override
    public void visitTerms(TermVisitor visitor) {
        if (!(graph instanceof TripleNumbers own)) {
            TripleSource.super.visitTerms(visitor);
            return;
        }
        BitSet subjects = new BitSet(own.termCount());
        int[] counts = new int[own.termCount()];
        own.read((subject, property, object) -> {
            subjects.set(subject);
            counts[object]++;
        });
        own.nodes(subjects).parallel().filter(TripleSource::isPart).toList().forEach(visitor::part);
        numbered(counts)
                .filter(number -> !own.isLiteral(number))
                .mapToObj(own::node)
                .filter(Node::isTripleTerm)
                .toList()
                .forEach(visitor::tripleTerm);
        numbered(counts)
                .filter(own::isLiteral)
                .boxed()
                .collect(
                        Collectors.groupingByConcurrent(own::language, Collectors.summingInt(number -> counts[number])))
                .forEach(visitor::language);
    }

    private static IntStream numbered(int[] counts) {
        return IntStream.range(0, counts.length).parallel().filter(number -> counts[number] > 0);
    }

    @Override
    public boolean contains(Node subject, Node property, Node object) {
        return graph.contains(subject, property, object);
    }

    @Override
    public Graph asGraph() {
        return new GraphReadOnly(graph);
    }

    @Override
    public long size() {
        return graph.size();
    }

    /** Returns a graph whose triples are those of a source, each pattern of which that is asked for. */
    static Graph found(TripleSource source) {
        return new GraphBase() {
            @Override
            protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
                return WrappedIterator.create(
                        source.find(pattern.getSubject(), pattern.getPredicate(), pattern.getObject())
                                .iterator());
            }
        };
    }
}
