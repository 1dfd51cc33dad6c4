package org.torchgraph.publication;

import org.apache.jena.graph.Triple;

/**
 * A statement and where it ends in its file.
 *
 * @param line counted from 1; 0 or less when unknown
 */
record LocatedTriple(Triple triple, long line) {}
