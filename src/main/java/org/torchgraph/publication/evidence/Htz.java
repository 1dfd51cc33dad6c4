package org.torchgraph.publication.evidence;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of the Torchgraph ontology that the program itself uses: evidence and claims. */
public final class Htz {
    public static final String NAMESPACE = "https://w3id.org/torchgraph/def#";

    public static final Node EVIDENCE = term("evidence");
    public static final Node QUOTE_SHA256 = term("quoteSha256");
    public static final Node SHA256 = term("sha256");
    public static final Node BASIS = term("basis");
    public static final Node CONFIDENCE = term("confidence");
    public static final Node CLAIM_STATUS = term("claimStatus");

    private Htz() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
