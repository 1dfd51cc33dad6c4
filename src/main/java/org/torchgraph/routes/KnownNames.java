package org.torchgraph.routes;

/** Which IRIs a dataset version speaks of. */
public interface KnownNames {

    /** Whether the version describes the IRI: by statements, by its parts, or as a graph. */
    boolean describes(String iri);

    /** Whether the version describes the IRI or mentions it. */
    boolean uses(String iri);
}
