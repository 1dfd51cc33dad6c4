package org.torchgraph.draft.text;

import java.math.BigDecimal;
import org.apache.jena.graph.Node;

/**
 * A number with its unit, which may be a target.
 *
 * @param printed as the text prints it, without white space
 * @param value the number; of a doubling, the factor
 * @param unit what it counts
 * @param compared the words around it that compare, such as {@code 低于} or {@code 以上}; empty when there are none
 */
public record Amount(String printed, BigDecimal value, Node unit, String compared) {}
