package org.torchgraph.model;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.torchgraph.publication.evidence.Passage;

/**
 * What the document about one thing holds.
 *
 * @param thing the IRI described
 * @param statements whose subject is the thing, by predicate and object
 * @param parts the {@code #} parts and the blank nodes that hang from the thing, each with its statements
 * @param claims about the thing or a part of it, by IRI
 * @param passages evidence of the thing itself ({@code htz:evidence}), by IRI
 * @param incoming links to the thing from elsewhere, except those of the claims
 * @param labels of every node named in all of this
 */
public record Description(
        Node thing,
        List<Statement> statements,
        Map<Node, List<Statement>> parts,
        List<Claim> claims,
        List<Passage> passages,
        IncomingPage incoming,
        Labels labels) {}
