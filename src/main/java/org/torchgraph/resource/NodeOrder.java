package org.torchgraph.resource;

import java.util.Comparator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;

/** The one order of statements in a description: as SPARQL orders terms, so that numbers and dates stand by value. */
final class NodeOrder {
    static final Comparator<Node> NODES = NodeCmp::compareRDFTerms;

    static final Comparator<Triple> BY_PREDICATE_AND_OBJECT =
            Comparator.comparing(Triple::getPredicate, NODES).thenComparing(Triple::getObject, NODES);

    static final Comparator<Triple> BY_PREDICATE_AND_SUBJECT =
            Comparator.comparing(Triple::getPredicate, NODES).thenComparing(Triple::getSubject, NODES);

    private NodeOrder() {}
}
