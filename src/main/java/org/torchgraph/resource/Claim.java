package org.torchgraph.resource;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.publication.evidence.Passage;

/**
 * A reified triple ({@code rdf:Statement} pattern) with what is said of its worth.
 *
 * @param node the claim
 * @param about the triple it is about; null when the claim does not say all three nodes of it
 * @param statements everything said of the claim and of its parts
 * @param basis stated, inferred or editorial (a concept), or null
 * @param confidence between 0 and 1 as written, or empty
 * @param status disputed or withdrawn (a concept); null means accepted
 * @param passages its evidence
 * @param sources sources cited as a whole
 * @param notes {@code skos:note}, literals in all languages
 */
public record Claim(
        Node node,
        Triple about,
        List<Statement> statements,
        Node basis,
        String confidence,
        Node status,
        List<Passage> passages,
        List<Node> sources,
        List<Node> notes) {}
