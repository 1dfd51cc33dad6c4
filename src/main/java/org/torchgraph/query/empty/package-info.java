/** Explains why a query has no rows: it finds the first pattern or filter that leaves none. */
package org.torchgraph.query.empty;
