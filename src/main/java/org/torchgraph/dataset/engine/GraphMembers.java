package org.torchgraph.dataset.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;

/** Reads the things that a graph describes, where they are too many to be read at once, some at a time. */
final class GraphMembers {
    private final EngineReads engine;
    private final Set<Node> graphs;
    private final CountQueries queries = new CountQueries(Set.of());
    private final KeptAnswers<Node, Long> totals = new KeptAnswers<>();

    /** @param graphs those that have too many */
    GraphMembers(EngineReads engine, Set<Node> graphs) {
        this.engine = engine;
        this.graphs = graphs;
    }

    /** Returns whether a node is the name of a graph whose things are read some at a time. */
    boolean are(Node graph) {
        return graphs.contains(graph);
    }

    /** Returns how many things a graph has; none if they are read at once, or there is no such graph. */
    long number(Node graph) {
        return are(graph)
                ? totals.get(
                        graph,
                        name -> EngineReads.number(
                                engine.rows(queries.named("member-count", Map.of("graph", name)))
                                        .getFirst(),
                                "n"))
                : 0;
    }

    /** Returns some things of a graph as parts of it, in an order of the engine. */
    List<Quad> some(Node graph, long from, int most) {
        Query query = queries.named("members", Map.of("graph", graph));
        query.setOffset(from);
        query.setLimit(most);
        return engine.nodes(query, "s").stream()
                .map(thing -> Quad.create(graph, thing, DCTerms.isPartOf.asNode(), graph))
                .toList();
    }
}
