package org.torchgraph.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.publication.evidence.Passage;

/**
 * A reified triple ({@code rdf:Statement}) with its provenance.
 *
 * @param node the claim; null if there is only evidence and no claim
 * @param about the triple that it reifies; null if the claim lacks one of the three nodes
 * @param statements all statements about the claim and its parts
 * @param basis the concept stated, inferred or editorial, or null
 * @param confidence the confidence between 0 and 1 as written, or an empty text
 * @param status the concept disputed or withdrawn; null means accepted
 * @param passages its evidence
 * @param sources the sources cited as a whole
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
        List<Node> notes) {

    /** Returns evidence without a claim. */
    public static Claim ofEvidence(List<Passage> passages, List<Node> sources) {
        return new Claim(null, null, List.of(), null, "", null, passages, sources, List.of());
    }

    /** Returns the same claim with a basis and a confidence if it has none of its own. */
    public Claim with(Node otherBasis, String otherConfidence) {
        return new Claim(
                node,
                about,
                statements,
                basis == null ? otherBasis : basis,
                confidence.isEmpty() ? otherConfidence : confidence,
                status,
                passages,
                sources,
                notes);
    }

    /** Returns the claim with the evidence of another added. */
    public Claim and(Claim other) {
        return new Claim(
                node,
                about,
                statements,
                basis,
                confidence,
                status,
                Stream.concat(passages.stream(), other.passages.stream())
                        .distinct()
                        .toList(),
                Stream.concat(sources.stream(), other.sources.stream())
                        .distinct()
                        .toList(),
                notes);
    }

    /** Returns all nodes that are shown beside a statement for the claim. */
    public Stream<Node> named() {
        return Stream.of(
                        Stream.of(node, basis, status),
                        statements.stream()
                                .map(Statement::triple)
                                .filter(triple -> triple.getSubject().equals(node))
                                .flatMap(triple -> Stream.of(triple.getPredicate(), triple.getObject()))
                                .filter(Node::isURI),
                        passages.stream()
                                .flatMap(passage ->
                                        Stream.of(passage.evidence(), passage.source(), passage.sourceKind())),
                        sources.stream())
                .flatMap(nodes -> nodes)
                .filter(Objects::nonNull);
    }
}
