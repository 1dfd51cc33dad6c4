package org.torchgraph.publication.evidence;

import java.util.OptionalInt;
import org.apache.jena.graph.Node;

/**
 * A passage of a source, which a resource selects by {@code oa:hasSource} and {@code oa:hasSelector}.
 *
 * @param evidence the evidence
 * @param source the source document, or null
 * @param sourceKind the kind of the source, such as official text or press, or null
 * @param lines the first and last line, counted from 1, as {@code 12} or {@code 12-18}, or an empty text
 * @param start the first code point, counted from 0
 * @param end the code point after the last
 * @param sha256 the SHA-256 digest of the passage without white space in upper-case hex, or an empty text
 */
public record Passage(
        Node evidence, Node source, Node sourceKind, String lines, OptionalInt start, OptionalInt end, String sha256) {}
