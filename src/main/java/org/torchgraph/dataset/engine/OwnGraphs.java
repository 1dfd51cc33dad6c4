package org.torchgraph.dataset.engine;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** Tells the graphs that engines have for themselves, which belong to no publication. */
final class OwnGraphs {
    private OwnGraphs() {}

    /** Returns whether an engine with some graphs for itself is Virtuoso, which never is without. */
    static boolean areOfVirtuoso(Set<Node> own) {
        return !own.isEmpty();
    }

    /** Returns whether a graph is one of those that Virtuoso comes with. */
    static boolean isOwn(Node name) {
        return Stream.of(
                        "http://www.openlinksw.com/schemas/",
                        "http://localhost:8890/",
                        "http://localuriqaserver/",
                        "http://www.w3.org/2002/07/owl#",
                        "http://www.w3.org/ns/ldp#",
                        "urn:activitystreams-owl:map",
                        "urn:core:services:sparql",
                        "urn:virtuoso:")
                .anyMatch(name.getURI()::startsWith);
    }
}
