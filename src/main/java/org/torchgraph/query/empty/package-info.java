/** Why a query has no rows: the first pattern or filter that leaves none. */
package org.torchgraph.query.empty;
