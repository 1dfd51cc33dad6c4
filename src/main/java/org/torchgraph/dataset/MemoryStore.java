package org.torchgraph.dataset;

import java.time.Instant;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.Publication;

/**
 * The publication in memory, never written to: another version is another snapshot.
 *
 * <p>Each triple is in its named graph and again in the default graph, so that the union is one indexed graph rather
 * than a search through all of them.
 */
public final class MemoryStore implements Store {
    private volatile Snapshot snapshot;

    public MemoryStore(Publication publication) {
        load(publication);
    }

    /** Replaces what is served; readers of the old snapshot finish with the old one. */
    public void load(Publication publication) {
        snapshot = new Snapshot(dataset(publication), publication.version(), Instant.now());
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public String name() {
        return "memory";
    }

    private static DatasetGraph dataset(Publication publication) {
        Graph union = GraphMemFactory.createGraphMemIndexedSet();
        DatasetGraph data = new DatasetGraphMapLink(union);
        for (DataFile file : publication.data()) {
            Graph own = graph(data, file.graph());
            for (Quad quad : file.quads()) {
                Graph target = quad.getGraph().equals(file.graph()) ? own : graph(data, quad.getGraph());
                Triple triple = quad.asTriple();
                target.add(triple);
                union.add(triple);
            }
        }
        return data;
    }

    private static Graph graph(DatasetGraph data, Node name) {
        if (!data.containsGraph(name)) {
            data.addGraph(name, GraphMemFactory.createGraphMemIndexedSet());
        }
        return data.getGraph(name);
    }
}
