package org.torchgraph.server.thing;

import org.apache.jena.graph.Node;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Things that the publication no longer describes but whose IRIs are in the world. What is deprecated and still
 * described is answered as before.
 */
final class Withdrawal {
    private Withdrawal() {}

    /** @throws ProblemException 410, with the successor if the data name one ({@code dct:isReplacedBy}) */
    static void refuse(PublishedVersion edition, Node thing) {
        if (!edition.resources().isWithdrawn(thing)) {
            return;
        }
        throw edition.resources()
                .successor(thing)
                .map(iri -> Problem.of(Problem.ProblemKind.GONE, Code.REPLACED, thing.getURI(), iri)
                        .replacedBy(iri))
                .orElseGet(() -> Problem.of(Problem.ProblemKind.GONE, Code.WITHDRAWN, thing.getURI()))
                .exception();
    }
}
