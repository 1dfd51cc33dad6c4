package org.torchgraph.dataset;

import java.time.Instant;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The triples of one dataset version. It does not change while it is held.
 *
 * @param data named graphs, and as default graph the union of them all
 * @param version the dataset version that these triples are
 * @param since when this version began to be served
 * @param description the graph that queries may ask for what the version says of itself
 */
public record Snapshot(DatasetGraph data, String version, Instant since, Optional<DescriptionGraph> description) {

    /** A version that says nothing of itself. */
    public Snapshot(DatasetGraph data, String version, Instant since) {
        this(data, version, since, Optional.empty());
    }

    public Snapshot describedBy(DescriptionGraph graph) {
        return new Snapshot(data, version, since, Optional.of(graph));
    }
}
