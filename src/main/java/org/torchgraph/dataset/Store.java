package org.torchgraph.dataset;

/** Holds the triples; every reader takes one snapshot and reads from that alone. */
public sealed interface Store permits MemoryStore {

    /** The current version. */
    Snapshot snapshot();

    /** The kind of store, as the health page names it. */
    String name();
}
