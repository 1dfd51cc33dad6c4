/** One writer a syntax: Turtle with TriG, JSON-LD, RDF/XML. */
package org.torchgraph.rdf.syntax;
