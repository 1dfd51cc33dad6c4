package org.torchgraph.dataset.memory;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.jena.sparql.core.DatasetGraph;
import org.torchgraph.dataset.Dataset;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.numbered.NumberedData;
import org.torchgraph.dataset.numbered.SnapshotImage;
import org.torchgraph.dataset.run.GraphsSnapshot;
import org.torchgraph.dataset.run.QueriedData;
import org.torchgraph.dataset.run.QueryExecutor;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.HeapRoom;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryActivity;

/** A publication in memory. It is never modified: {@link #replace} makes another version current. */
public final class MemoryDataset implements Dataset {
    private final QueryExecutor executor;
    private volatile GraphsSnapshot current;

    /** Creates a dataset of one publication with limits for its queries. */
    public MemoryDataset(Publication publication, Limits limits) {
        this.executor = new QueryExecutor(limits);
        replace(publication);
    }

    private MemoryDataset(DatasetGraph graphs, String version, Limits limits) {
        this.executor = new QueryExecutor(limits);
        replace(snapshot(graphs, version));
    }

    /**
     * Creates a dataset of the version that an image holds, with limits for its queries.
     *
     * @throws org.torchgraph.dataset.numbered.UnusableImageException if the image was written for another key
     */
    public static MemoryDataset of(SnapshotImage image, String key, String version, Limits limits) {
        return new MemoryDataset(image.graphs(key), version, limits);
    }

    /** Creates a dataset with the standard limits. */
    public static MemoryDataset of(Publication publication) {
        return new MemoryDataset(publication, Limits.standard());
    }

    /** Makes a publication the current version; readers of the previous version finish with that. */
    public void replace(Publication publication) {
        replace(candidate(publication));
    }

    /** Makes a candidate the current version. */
    public void replace(GraphsSnapshot candidate) {
        current = candidate;
    }

    /**
     * Returns a version that may become the current one.
     *
     * @throws org.torchgraph.publication.PublicationTooLargeException if the heap has no room for it
     */
    public GraphsSnapshot candidate(Publication publication) {
        return snapshot(dataset(publication), publication.version());
    }

    private GraphsSnapshot snapshot(DatasetGraph graphs, String version) {
        return new GraphsSnapshot(executor, new QueriedData(graphs), version, Instant.now(), History.NONE);
    }

    /**
     * Writes the image of the current version, which stays the same while it is written.
     *
     * @param key names what the image is of, from the version
     * @return the version
     */
    public String writeImage(UnaryOperator<String> key, OutputStream out) throws IOException {
        GraphsSnapshot written = current;
        SnapshotImage.write(written.data().graphs(), key.apply(written.version()), out);
        return written.version();
    }

    @Override
    public Snapshot snapshot() {
        return current;
    }

    @Override
    public Limits limits() {
        return executor.limits();
    }

    @Override
    public QueryActivity activity() {
        return executor.activity();
    }

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public void close() {
        executor.close();
    }

    private static DatasetGraph dataset(Publication publication) {
        HeapRoom.requireFor(publication.data().stream()
                .mapToLong(file -> file.quads().size())
                .sum());
        NumberedData data = new NumberedData();
        for (DataFile file : publication.data()) {
            data.addGraph(file.graph());
            file.quads().forEach(data::add);
        }
        return data.build();
    }
}
