package org.torchgraph.dataset.run;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;

/** A dataset with more graphs, which are found by their names only: they are not listed, and not part of the union. */
final class AddedGraphs extends DatasetGraphWrapper implements DatasetGraphWrapperView {
    private final Map<Node, Supplier<Graph>> graphs;

    AddedGraphs(DatasetGraph data, Map<Node, Supplier<Graph>> graphs) {
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
