/**
 * RDF as text, independent of a publication: canonical blank-node labels, the order of statements, and writers for each
 * syntax.
 */
package org.torchgraph.rdf;
