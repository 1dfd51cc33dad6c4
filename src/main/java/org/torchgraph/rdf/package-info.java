/** RDF as text, with nothing of a publication in it: canonical labels, the order of statements, and the syntaxes. */
package org.torchgraph.rdf;
