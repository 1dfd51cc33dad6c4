package org.torchgraph.publication.evidence;

import java.util.OptionalInt;
import org.apache.jena.graph.Node;

/**
 * A place in a source: an {@code htz:Evidence} with its {@code oa:} selectors, read into one value.
 *
 * @param evidence the evidence itself
 * @param source the source document, or null
 * @param lines first and last line counted from 1, as {@code 12} or {@code 12-18}, or empty
 * @param start first code point, counted from 0
 * @param end code point after the last
 * @param sha256 digest of the passage without white space, upper-case hex, or empty
 */
public record Passage(Node evidence, Node source, String lines, OptionalInt start, OptionalInt end, String sha256) {}
