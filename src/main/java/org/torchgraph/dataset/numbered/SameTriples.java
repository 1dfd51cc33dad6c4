package org.torchgraph.dataset.numbered;

import org.apache.jena.graph.Graph;

/** A graph that has the triples of another, and does something besides when it is read. */
public interface SameTriples {
    /** Returns the other graph. */
    Graph get();
}
