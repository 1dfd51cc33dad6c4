package org.torchgraph.site.frame;

/**
 * Someone who created or published the dataset.
 *
 * @param iri the IRI, or an empty text
 * @param name the name in the language of the reader
 * @param isPerson whether it is a person; else it is a body
 */
public record CitedAgent(String iri, String name, boolean isPerson) {}
