package org.torchgraph.routes;

/** The IRIs that a dataset version describes or uses. */
public interface KnownNames {

    /** Returns whether the version describes the IRI: by statements, by its parts, or as a graph. */
    boolean describes(String iri);

    /** Returns whether the version describes the IRI or has it in a statement. */
    boolean uses(String iri);
}
