/** A writer for each syntax: Turtle and TriG, JSON-LD, RDF/XML. */
package org.torchgraph.rdf.syntax;
