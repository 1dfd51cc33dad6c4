package org.torchgraph.dataset.disk;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;

/** A graph of a database that any thread may read. */
final class DiskGraph extends GraphBase {
    private final Graph graph;
    private final Transactions transactions;
    /** The number of triples, which does not change; negative until it is asked for. */
    private volatile int size = -1;

    DiskGraph(Graph graph, Transactions transactions) {
        this.graph = graph;
        this.transactions = transactions;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        return transactions.iterator(
                () -> graph.find(ExactLiterals.stored(pattern)).mapWith(ExactLiterals::read));
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        return transactions.value(() -> graph.contains(ExactLiterals.stored(pattern)));
    }

    @Override
    protected int graphBaseSize() {
        if (size < 0) {
            size = transactions.value(graph::size);
        }
        return size;
    }
}
