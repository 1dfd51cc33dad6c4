package org.torchgraph.publication.evidence;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * The properties by which a publication states evidence and claims, beside those of the Web Annotation Vocabulary and
 * of RDF reification. A list is empty if the publication has no such property.
 *
 * @param evidence from a thing or claim to a passage that supports it
 * @param quoteDigest from a passage to the SHA-256 digest of its text
 * @param sourceDigest from a source to the SHA-256 digest of its file
 * @param basis from a claim to the kind of reasoning behind it
 * @param confidence from a claim to its confidence between 0 and 1
 * @param claimStatus from a claim to its status, if it is not accepted
 */
public record EvidenceTerms(
        List<Node> evidence,
        List<Node> quoteDigest,
        List<Node> sourceDigest,
        List<Node> basis,
        List<Node> confidence,
        List<Node> claimStatus) {
    /** The terms of a publication that sets none. */
    public static final EvidenceTerms NONE =
            new EvidenceTerms(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Returns the properties of claims, among them that of their evidence. */
    public Stream<Node> ofClaims() {
        return Stream.of(evidence, basis, confidence, claimStatus).flatMap(List::stream);
    }
}
