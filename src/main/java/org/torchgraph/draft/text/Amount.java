package org.torchgraph.draft.text;

import java.math.BigDecimal;
import org.apache.jena.graph.Node;

/**
 * A number with its unit, which may be a target of a policy.
 *
 * @param printed the number and unit as printed, without white space
 * @param value the number; for a doubling, the factor
 * @param unit the IRI of the unit
 * @param compared the comparing words beside it, such as {@code 低于} or {@code 以上}; empty if there are none
 */
public record Amount(String printed, BigDecimal value, Node unit, String compared) {}
