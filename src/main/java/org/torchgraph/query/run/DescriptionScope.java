package org.torchgraph.query.run;

import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.torchgraph.dataset.DescriptionGraph;

/**
 * What one query sees of the graph that describes the dataset.
 *
 * @param graphs those that are known beside the data's, by name; no variable finds them
 * @param rewriting leads the patterns of the query to them
 */
record DescriptionScope(Map<Node, Supplier<Graph>> graphs, UnaryOperator<Op> rewriting) {
    /** Nothing. */
    static final DescriptionScope NONE = new DescriptionScope(Map.of(), UnaryOperator.identity());

    /** For a query that says what its dataset is: the description is a graph like others, which it may choose. */
    static DescriptionScope chosen(DescriptionGraph description) {
        return new DescriptionScope(Map.of(description.name(), description::triples), UnaryOperator.identity());
    }

    /**
     * For other queries: patterns are led to the description by names that no query can write or compute, so that a
     * variable never has its name as a value.
     *
     * @param marked whether a query that names terms of descriptions is asked of data and description together
     */
    static DescriptionScope led(DescriptionGraph description, boolean marked) {
        Node alone = NodeFactory.createBlankNode();
        Node together = NodeFactory.createBlankNode();
        DescriptionPatterns patterns = new DescriptionPatterns(description, alone, together);
        return new DescriptionScope(
                Map.of(alone, description::triples, together, description::withData), op -> patterns.led(op, marked));
    }

    /** The data with these graphs beside them. */
    DatasetGraph over(DatasetGraph data) {
        return graphs.isEmpty() ? data : new Beside(data, graphs);
    }

    private static final class Beside extends DatasetGraphWrapper implements DatasetGraphWrapperView {
        private final Map<Node, Supplier<Graph>> graphs;

        Beside(DatasetGraph data, Map<Node, Supplier<Graph>> graphs) {
            super(data);
            this.graphs = graphs;
        }

        @Override
        public boolean containsGraph(Node name) {
            return graphs.containsKey(name) || super.containsGraph(name);
        }

        @Override
        public Graph getGraph(Node name) {
            Supplier<Graph> graph = graphs.get(name);
            return graph == null ? super.getGraph(name) : graph.get();
        }
    }
}
