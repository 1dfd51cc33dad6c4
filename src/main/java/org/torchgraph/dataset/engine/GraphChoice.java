package org.torchgraph.dataset.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.guard.QueryParsing;

/**
 * The graphs that an engine is asked of.
 *
 * @param defaults the graphs whose union is asked; none if the default graph of the engine is the union of all, perhaps
 *     with graphs that the engine has for itself
 * @param named the graphs that a query may name; none if that is left to the engine
 */
record GraphChoice(List<String> defaults, List<String> named) {
    /** The number of graphs in which a triple is looked for that has to be in the default graph too. */
    private static final int MOST_SAMPLES = 20;

    /** All graphs of an engine whose default graph is their union. */
    static final GraphChoice ALL = new GraphChoice(List.of(), List.of());

    /**
     * Returns the choice of some graphs.
     *
     * @param engine answers without a choice
     */
    static GraphChoice of(EngineReads engine, Collection<Node> graphs) {
        List<Triple> samples = graphs.stream()
                .limit(MOST_SAMPLES)
                .flatMap(graph -> sample(engine, graph).stream())
                .limit(2)
                .toList();
        if (samples.isEmpty()) {
            return named(graphs);
        }
        if (engine.holds(PatternQueries.block(samples.getFirst()))) {
            return ALL;
        }
        String union = Quad.unionGraph.getURI();
        boolean isKnown = samples.stream().allMatch(sample -> {
            Query query = PatternQueries.any(PatternQueries.block(sample));
            query.addGraphURI(union);
            return engine.hasRow(query);
        });
        return isKnown ? new GraphChoice(List.of(union), named(graphs).named()) : named(graphs);
    }

    private static GraphChoice named(Collection<Node> graphs) {
        List<String> names = graphs.stream().map(Node::getURI).sorted().toList();
        return new GraphChoice(names, names);
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

    /** Returns whether a query names each graph, because the engine knows no union of them. */
    boolean namesEachGraph() {
        return !defaults.isEmpty() && defaults.equals(named);
    }

    /**
     * Returns a pattern in whichever graph, without naming all: an engine that makes the union of hundreds of graphs
     * for a query takes much longer.
     *
     * @param graph a variable that nothing else in the query has
     */
    Element anywhere(Var graph, Triple pattern) {
        return defaults.isEmpty()
                ? PatternQueries.block(pattern)
                : PatternQueries.group(PatternQueries.in(graph, pattern));
    }

    /**
     * Returns a query of these graphs, unless its request names some. They are written into the query, since Virtuoso
     * does not take hundreds of parameters.
     */
    CompiledQuery applied(QueryRequest request, CompiledQuery compiled) {
        if (defaults.isEmpty() || QueryParsing.graphs(request, compiled.query()).isPresent()) {
            return compiled;
        }
        Query chosen = compiled.query().cloneQuery();
        defaults.forEach(chosen::addGraphURI);
        named.forEach(chosen::addNamedGraphURI);
        return new CompiledQuery(chosen, compiled.algebra());
    }
}
