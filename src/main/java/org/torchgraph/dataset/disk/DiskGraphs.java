package org.torchgraph.dataset.disk;

import java.nio.file.Path;
import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.DatasetGraphTDB;

/** The graphs of a database, with their union as default graph, which any thread may read. */
final class DiskGraphs extends DatasetGraphWrapper implements DatasetGraphWrapperView {
    private final Transactions transactions;
    private final Graph union;

    /** @param store the folder of the store */
    DiskGraphs(DatasetGraphTDB database, Path store) {
        super(database);
        this.transactions = new Transactions(database.getTxnSystem(), store);
        this.union = readable(database.getUnionGraph());
    }

    /** Ends the reads that go on in threads of their own. */
    void endReads() {
        transactions.close();
    }

    private Graph readable(Graph graph) {
        return new DiskGraph(graph, transactions);
    }

    @Override
    public Graph getDefaultGraph() {
        return getUnionGraph();
    }

    @Override
    public Graph getUnionGraph() {
        return union;
    }

    @Override
    public Graph getGraph(Node name) {
        return Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) ? getUnionGraph() : readable(super.getGraph(name));
    }

    @Override
    public boolean containsGraph(Node name) {
        return transactions.value(() -> super.containsGraph(name));
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return transactions.iterator(super::listGraphNodes);
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node property, Node object) {
        return transactions.iterator(() ->
                Iter.map(super.find(graph, subject, property, ExactLiterals.stored(object)), ExactLiterals::read));
    }

    @Override
    public Iterator<Quad> findNG(Node graph, Node subject, Node property, Node object) {
        return transactions.iterator(() ->
                Iter.map(super.findNG(graph, subject, property, ExactLiterals.stored(object)), ExactLiterals::read));
    }

    @Override
    public boolean contains(Node graph, Node subject, Node property, Node object) {
        return transactions.value(() -> super.contains(graph, subject, property, ExactLiterals.stored(object)));
    }

    @Override
    public boolean contains(Quad quad) {
        return contains(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    @Override
    public Iterator<Quad> find(Quad quad) {
        return find(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }
}
