package org.torchgraph.dataset.run;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.torchgraph.dataset.numbered.SameTriples;

/**
 * A dataset that throws once its query is cancelled. Jena evaluates property paths and DESCRIBE without checking the
 * deadline, but has to read the graph at every step.
 *
 * <p>A missing graph is an empty graph here; Jena's in-memory dataset would create it.
 */
final class CancellableData extends DatasetGraphWrapper implements DatasetGraphWrapperView {
    private final AtomicBoolean cancelled;

    CancellableData(DatasetGraph data, AtomicBoolean cancelled) {
        super(data);
        this.cancelled = cancelled;
    }

    @Override
    public Graph getDefaultGraph() {
        return new CancellableGraph(super.getDefaultGraph(), cancelled);
    }

    @Override
    public Graph getUnionGraph() {
        return new CancellableGraph(super.getUnionGraph(), cancelled);
    }

    @Override
    public Graph getGraph(Node name) {
        return containsGraph(name) ? new CancellableGraph(super.getGraph(name), cancelled) : Graph.emptyGraph;
    }

    private static final class CancellableGraph extends GraphWrapper implements SameTriples {
        private final AtomicBoolean cancelled;

        CancellableGraph(Graph graph, AtomicBoolean cancelled) {
            super(graph);
            this.cancelled = cancelled;
        }

        @Override
        public ExtendedIterator<Triple> find(Triple pattern) {
            check();
            return super.find(pattern);
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            check();
            return super.find(subject, predicate, object);
        }

        @Override
        public boolean contains(Triple pattern) {
            check();
            return super.contains(pattern);
        }

        @Override
        public boolean contains(Node subject, Node predicate, Node object) {
            check();
            return super.contains(subject, predicate, object);
        }

        private void check() {
            if (cancelled.get()) {
                throw new QueryCancelledException();
            }
        }
    }
}
