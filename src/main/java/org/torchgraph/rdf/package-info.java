/**
 * Read access to triples, canonical labels of blank nodes, the order of statements, and a writer for each syntax, all
 * independent of a publication.
 */
package org.torchgraph.rdf;
