/** Compares an engine with the files of a publication, and with what SPARQL says. */
package org.torchgraph.check.engine;
