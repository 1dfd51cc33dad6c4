package org.torchgraph.model;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A triple and where it is stated.
 *
 * @param triple the triple
 * @param graphs names of the graphs that hold it, sorted
 */
public record Statement(Triple triple, List<Node> graphs) {}
