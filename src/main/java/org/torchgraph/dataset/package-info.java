/** Where triples live, seen as snapshots that each carry the version they belong to. */
package org.torchgraph.dataset;
