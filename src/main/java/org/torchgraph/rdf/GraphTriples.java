package org.torchgraph.rdf;

import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphReadOnly;

/** Reads the triples of a Jena graph. */
record GraphTriples(Graph graph) implements TripleSource {

    @Override
    public Stream<Triple> find(Node subject, Node property, Node object) {
        return graph.stream(subject, property, object);
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
