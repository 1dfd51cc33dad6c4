/** Reads the passages of sources that statements cite, and compares texts with them. */
package org.torchgraph.publication.evidence;
