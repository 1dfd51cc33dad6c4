package org.torchgraph.draft;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of a draft for which Jena has no constants. */
final class DraftTerms {
    private static final String ELI = "http://data.europa.eu/eli/ontology#";
    private static final String QUDT = "http://qudt.org/schema/qudt/";

    static final Node EVIDENCE_CLASS = term(Htz.NAMESPACE, "Evidence");
    static final Node LEGAL_RESOURCE = term(ELI, "LegalResource");
    static final Node POLICY = term(Htz.NAMESPACE, "Policy");
    static final Node SOURCE_DOCUMENT = term(Htz.NAMESPACE, "SourceDocument");
    static final Node STATES = term(Htz.NAMESPACE, "states");
    static final Node TARGET = term(Htz.NAMESPACE, "Target");
    static final Node TARGET_VALUE = term(Htz.NAMESPACE, "targetValue");
    static final Node PASSED_BY = term(ELI, "passed_by");
    static final Node TYPE_DOCUMENT = term(ELI, "type_document");
    static final Node HAS_UNIT = term(QUDT, "hasUnit");
    static final Node NUMERIC_VALUE = term(QUDT, "numericValue");
    static final Node QUANTITY_VALUE = term(QUDT, "QuantityValue");

    /** RFC 5147 by the IRI that the Web Annotation Data Model uses for it. */
    static final Node LINE_FRAGMENTS = NodeFactory.createURI("http://tools.ietf.org/rfc/rfc5147");

    private DraftTerms() {}

    private static Node term(String namespace, String name) {
        return NodeFactory.createURI(namespace + name);
    }
}
