package org.torchgraph.dataset;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
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

    /**
     * Reads some nodes with their surroundings, in one request if the store is elsewhere.
     *
     * @return a view of at least the statements that the reach takes in, of which reading makes no request; a store in
     *     this process may return itself
     */
    View around(Collection<Node> nodes, Reach reach);

    /** Returns the triples that have an object, if they are too many for this view to hold; empty if it holds them. */
    default Optional<PagedLinks> manyLinks(Node object) {
        return Optional.empty();
    }

    /**
     * Returns the same statements for one who reads most of them, in which no read makes a request; a store elsewhere
     * is copied into memory for that, for as long as somebody reads. If it has too many statements, each read makes a
     * request, and who asks for all is refused; {@link TripleSource#counted()} of its union counts them.
     */
    default View whole() {
        return this;
    }

    /**
     * Returns at least the statements with some properties, for one who reads most of them, in which no read makes a
     * request.
     */
    default View withProperties(Set<Node> properties) {
        return whole();
    }

    /** Returns the number of triples of the union. */
    default long size() {
        return union().size();
    }
}
