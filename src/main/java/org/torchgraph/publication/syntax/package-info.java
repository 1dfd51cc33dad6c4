/** Syntax and names to the letter: what W3C and the RFCs let through, and nothing else. */
package org.torchgraph.publication.syntax;
