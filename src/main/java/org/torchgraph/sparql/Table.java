package org.torchgraph.sparql;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * The rows of a SELECT, held whole.
 *
 * @param columns variable names in order
 * @param rows one node a column; null where the variable is unbound
 */
public record Table(List<String> columns, List<List<Node>> rows) {}
