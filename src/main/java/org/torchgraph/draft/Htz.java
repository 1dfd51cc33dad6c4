package org.torchgraph.draft;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of evidence in the Torchgraph ontology, in which drafts are written. */
final class Htz {
    static final String NAMESPACE = "https://w3id.org/torchgraph/def#";

    static final Node EVIDENCE = term("evidence");
    static final Node QUOTE_SHA256 = term("quoteSha256");
    static final Node SHA256 = term("sha256");

    private Htz() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NAMESPACE + name);
    }
}
