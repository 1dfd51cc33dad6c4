package org.torchgraph.model;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A triple with the graphs that state it.
 *
 * @param triple the triple
 * @param graphs the names of the graphs, sorted
 */
public record Statement(Triple triple, List<Node> graphs) {}
