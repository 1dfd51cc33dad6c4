package org.torchgraph.dataset.engine;

import org.apache.jena.graph.Node;

/** Tells whether a version describes or uses an IRI. */
interface KnownNodes {
    /** Returns whether an IRI is a subject. */
    boolean isSubject(Node iri);

    /** Returns whether an IRI is an object. */
    boolean isObject(Node iri);
}
