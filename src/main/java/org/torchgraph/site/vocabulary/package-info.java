/** The page about the ontology: terms, how they are used, what the shapes demand, and how classes hang together. */
package org.torchgraph.site.vocabulary;
