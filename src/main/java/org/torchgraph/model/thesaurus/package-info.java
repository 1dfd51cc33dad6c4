/** Concept schemes of SKOS: their concepts, which of them are below which, and the order of their names. */
package org.torchgraph.model.thesaurus;
