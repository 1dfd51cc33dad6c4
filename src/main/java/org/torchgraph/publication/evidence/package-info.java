/** Where in its sources a statement is written: the terms of evidence, and the passages that they point to. */
package org.torchgraph.publication.evidence;
