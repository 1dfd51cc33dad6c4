package org.torchgraph.dataset.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.guard.QueryParsing;

/**
 * The graphs that an engine is asked of.
 *
 * @param names the names of the graphs, which are named in each request; empty if the default graph of the engine is
 *     their union, perhaps with graphs that the engine has for itself
 */
record GraphChoice(List<String> names) {
    /** The number of graphs in which a triple is looked for that has to be in the default graph too. */
    private static final int MOST_SAMPLES = 20;

    /** All graphs of an engine whose default graph is their union. */
    static final GraphChoice ALL = new GraphChoice(List.of());

    /**
     * Returns the choice of some graphs.
     *
     * @param engine answers without a choice
     */
    static GraphChoice of(EngineReads engine, Collection<Node> graphs) {
        boolean isUnion = graphs.stream()
                .limit(MOST_SAMPLES)
                .flatMap(graph -> sample(engine, graph).stream())
                .findFirst()
                .filter(triple -> engine.holds(PatternQueries.block(triple)))
                .isPresent();
        return isUnion
                ? ALL
                : new GraphChoice(graphs.stream().map(Node::getURI).sorted().toList());
    }

    /** Returns a triple of a graph without blank nodes. */
    private static Optional<Triple> sample(EngineReads engine, Node graph) {
        Triple any = Triple.create(Var.alloc("s"), Var.alloc("p"), Var.alloc("o"));
        ElementGroup pattern = new ElementGroup();
        pattern.addElement(PatternQueries.in(graph, any));
        pattern.addElement(PatternQueries.isIri(Var.alloc("s")));
        pattern.addElement(PatternQueries.isIri(Var.alloc("o")));
        Query query = PatternQueries.select(false, pattern, "s", "p", "o");
        query.setLimit(1);
        return engine.triples(query).findFirst();
    }

    /**
     * Returns a query of these graphs, unless its request names some. They are written into the query, since Virtuoso
     * does not take hundreds of parameters.
     */
    CompiledQuery applied(QueryRequest request, CompiledQuery compiled) {
        if (names.isEmpty() || QueryParsing.graphs(request, compiled.query()).isPresent()) {
            return compiled;
        }
        Query chosen = compiled.query().cloneQuery();
        names.forEach(chosen::addGraphURI);
        names.forEach(chosen::addNamedGraphURI);
        return new CompiledQuery(chosen, compiled.algebra());
    }
}
