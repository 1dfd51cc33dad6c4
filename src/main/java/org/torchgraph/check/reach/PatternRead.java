package org.torchgraph.check.reach;

import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.TriplePath;

/**
 * A place of a query at which it reads triples.
 *
 * @param read the triple pattern or property path
 * @param context the patterns that have solutions too wherever what is read here makes a difference
 */
record PatternRead(TriplePath read, List<Op> context) {}
