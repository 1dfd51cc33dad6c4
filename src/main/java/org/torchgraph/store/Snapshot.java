package org.torchgraph.store;

import java.time.Instant;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The triples of one dataset version. It does not change while it is held.
 *
 * @param data named graphs, and as default graph the union of them all
 * @param version the dataset version that these triples are
 * @param since when this version began to be served
 */
public record Snapshot(DatasetGraph data, String version, Instant since) {}
