/** Strict parsing: exactly the syntax that the W3C recommendations and RFCs allow. */
package org.torchgraph.publication.syntax;
