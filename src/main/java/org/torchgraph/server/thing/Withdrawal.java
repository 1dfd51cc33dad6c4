package org.torchgraph.server.thing;

import org.apache.jena.graph.Node;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Rejects requests for withdrawn things, which the publication no longer describes. A deprecated thing that is still
 * described is served as before.
 */
final class Withdrawal {
    private Withdrawal() {}

    /**
     * Checks that a thing is not withdrawn.
     *
     * @throws ProblemException 410, with the successor if the data name one ({@code dct:isReplacedBy})
     */
    static void refuse(PublishedVersion version, Node thing) {
        if (!version.resources().isWithdrawn(thing)) {
            return;
        }
        throw version.resources()
                .successor(thing)
                .map(iri -> Problem.of(Problem.ProblemKind.GONE, Code.REPLACED, thing.getURI(), iri)
                        .replacedBy(iri))
                .orElseGet(() -> Problem.of(Problem.ProblemKind.GONE, Code.WITHDRAWN, thing.getURI()))
                .exception();
    }
}
