package org.torchgraph.publication.evidence;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The properties by which a publication states evidence and claims, beside those of the Web Annotation Vocabulary and
 * of RDF reification. A list is empty if the publication has no such property.
 *
 * @param evidence from a thing or claim to a passage that supports it
 * @param quoteDigest from a passage to the SHA-256 digest of its text
 * @param sourceDigest from a source to the SHA-256 digest of its file
 * @param sourceKind from a source to its kind, such as official text or press
 * @param basis from a claim to the kind of reasoning behind it
 * @param confidence from a claim to its confidence between 0 and 1
 * @param claimStatus from a claim to its status, if it is not accepted
 */
public record EvidenceTerms(
        List<Node> evidence,
        List<Node> quoteDigest,
        List<Node> sourceDigest,
        List<Node> sourceKind,
        List<Node> basis,
        List<Node> confidence,
        List<Node> claimStatus) {
    /** The vocabulary in which evidence was first stated; a publication that sets no term of its own states it so. */
    private static final String OWN = "https://w3id.org/torchgraph/def#";

    /** The terms of a publication that sets none. */
    public static final EvidenceTerms DEFAULT = new EvidenceTerms(
            own("evidence"),
            own("quoteSha256"),
            own("sha256"),
            own("sourceKind"),
            own("basis"),
            own("confidence"),
            own("claimStatus"));

    private static List<Node> own(String name) {
        return List.of(NodeFactory.createURI(OWN + name));
    }

    /** Returns these terms, or those of a publication that sets none if all are empty. */
    public EvidenceTerms orDefault() {
        return Stream.of(evidence, quoteDigest, sourceDigest, sourceKind, basis, confidence, claimStatus)
                        .allMatch(List::isEmpty)
                ? DEFAULT
                : this;
    }

    /** Returns the properties of claims, among them that of their evidence. */
    public Stream<Node> ofClaims() {
        return Stream.of(evidence, basis, confidence, claimStatus).flatMap(List::stream);
    }
}
