package org.torchgraph.publication;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * One RDF file, read.
 *
 * @param file path relative to the folder of the publication, with {@code /}
 * @param graph name of the graph that its triples are in; quads of a quad file keep their own
 * @param quads what it says, in the order of the file, each in a named graph, without what was wrong; empty when the
 *     text makes no sense
 */
public record DataFile(String file, Node graph, List<Quad> quads) {}
