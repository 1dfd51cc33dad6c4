package org.torchgraph.rdf;

import java.util.BitSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphReadOnly;

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
        if (graph instanceof TripleNumbers own) {
            BitSet found = new BitSet(own.termCount());
            own.read((subject, property, object) -> {
                found.set(subject);
                found.set(object);
            });
            return own.nodes(found);
        }
        return TripleSource.super.subjectsAndObjects();
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
}
