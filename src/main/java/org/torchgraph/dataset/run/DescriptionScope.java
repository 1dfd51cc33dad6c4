package org.torchgraph.dataset.run;

import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The part of the dataset description that one query sees.
 *
 * @param graphs the additional graphs by name; no variable matches their names
 * @param rewriting redirects patterns of the query to them
 */
record DescriptionScope(Map<Node, Supplier<Graph>> graphs, UnaryOperator<Op> rewriting) {
    /** No part of it. */
    static final DescriptionScope NONE = new DescriptionScope(Map.of(), UnaryOperator.identity());

    /** Returns the scope of a query that names its dataset: the description is a graph that it may name like others. */
    static DescriptionScope chosen(DescriptionGraph description) {
        return new DescriptionScope(Map.of(description.name(), description::triples), UnaryOperator.identity());
    }

    /**
     * Returns the scope of other queries. Patterns are redirected to the description by blank nodes as graph names,
     * which no query can write or compute, so that no variable gets them as a value.
     *
     * @param description the description
     * @param marked whether a query that uses terms of descriptions sees data and description together
     */
    static DescriptionScope rewritten(DescriptionGraph description, boolean marked) {
        Node alone = NodeFactory.createBlankNode();
        Node together = NodeFactory.createBlankNode();
        DescriptionPatterns patterns = new DescriptionPatterns(description, alone, together);
        return new DescriptionScope(
                Map.of(alone, description::triples, together, description::withData),
                op -> patterns.rewritten(op, marked));
    }

    /** Returns the data with the additional graphs. */
    DatasetGraph over(DatasetGraph data) {
        return graphs.isEmpty() ? data : new AddedGraphs(data, graphs);
    }
}
