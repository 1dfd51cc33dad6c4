package org.torchgraph.publication;

/**
 * A file of the folder {@code queries/} or {@code ontology/rules/}, not yet understood.
 *
 * @param name file name without {@code .rq}
 * @param file path relative to the folder of the publication
 * @param text the whole text
 */
public record QueryFile(String name, String file, String text) {}
