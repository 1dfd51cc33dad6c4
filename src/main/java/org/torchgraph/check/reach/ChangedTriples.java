package org.torchgraph.check.reach;

import java.util.Set;
import org.apache.jena.graph.Triple;
import org.torchgraph.rdf.TripleSource;

/**
 * A change of a dataset.
 *
 * @param triples the triples that are added to a graph or removed from one
 * @param all the triples before and after it
 */
public record ChangedTriples(Set<Triple> triples, TripleSource all) {}
