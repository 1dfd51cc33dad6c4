/** What changed from one dataset to another: as a value, as RDF Patch, and in words. */
package org.torchgraph.export.diff;
