package org.torchgraph.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.publication.evidence.Passage;

/**
 * The content of the document about one thing.
 *
 * @param thing the IRI described
 * @param statements the statements about the thing, by predicate and object
 * @param parts the {@code #} parts and the blank nodes of the thing, each with its statements
 * @param claims the claims about the thing or a part of it, by IRI
 * @param passages the evidence of the thing itself, by IRI
 * @param incoming the links to the thing from elsewhere, without those of the claims
 * @param citable what a citation of the thing tells, and of what it belongs to, from the thing outwards
 * @param cited the passage of a source that the thing is
 * @param belonging the number of things that belong to the thing itself
 * @param naming the statements that label the nodes in all these but the passage
 * @param labels the labels of all nodes in these
 */
public record Description(
        Node thing,
        List<Statement> statements,
        Map<Node, List<Statement>> parts,
        List<Claim> claims,
        List<Passage> passages,
        IncomingPage incoming,
        List<Citable> citable,
        Optional<CitedPassage> cited,
        int belonging,
        List<Triple> naming,
        Labels labels) {}
