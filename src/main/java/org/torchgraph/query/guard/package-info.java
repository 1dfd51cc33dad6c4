/** Parses queries, rejects forbidden operations, and replaces operators by bounded ones. */
package org.torchgraph.query.guard;
