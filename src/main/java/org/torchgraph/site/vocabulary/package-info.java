/** The page about the ontology: terms, their usage, shape constraints, and a diagram of the classes. */
package org.torchgraph.site.vocabulary;
