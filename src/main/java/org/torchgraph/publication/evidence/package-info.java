/** Evidence of statements: the terms of evidence and the passages of sources that they refer to. */
package org.torchgraph.publication.evidence;
