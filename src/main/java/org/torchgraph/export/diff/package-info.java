/** Compares two datasets: the difference as a value, as RDF Patch, and as a report. */
package org.torchgraph.export.diff;
