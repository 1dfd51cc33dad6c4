package org.torchgraph.publication;

/**
 * A file of {@code queries/} or {@code ontology/rules/}, not parsed yet.
 *
 * @param name the file name without {@code .rq}
 * @param file the path relative to the publication's folder
 * @param text the content
 */
public record QueryFile(String name, String file, String text) {}
