package org.torchgraph.dataset;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.rdf.TripleSource;

/** Gives read access to the named graphs of one dataset version and to their union. */
public interface View {

    /** Returns the union of all graphs. */
    TripleSource union();

    /** Returns a named graph; empty when there is none of this name. */
    Optional<TripleSource> graph(Node name);

    /** Returns the names of the graphs, in no particular order. */
    Stream<Node> graphNames();

    /** Returns the statements of the named graphs that match a pattern, one for each graph that holds it. */
    Stream<Quad> quads(Node subject, Node property, Node object);

    /** Returns the number of triples of the union. */
    default long size() {
        return union().size();
    }
}
