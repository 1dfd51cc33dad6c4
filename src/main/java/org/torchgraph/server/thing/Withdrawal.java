package org.torchgraph.server.thing;

import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.http.RemovingWrite;
import org.torchgraph.messages.Code;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.Removals;

/**
 * Rejects requests for things that the publication no longer describes, because it withdrew them or writers removed
 * their statements. A deprecated thing that is still described is served as before.
 */
final class Withdrawal {
    private Withdrawal() {}

    /**
     * Checks that a thing is neither withdrawn nor removed.
     *
     * @throws ProblemException 410, with the successor if the data name one ({@code dct:isReplacedBy}), or with the
     *     writes that removed it
     */
    static void refuse(PublishedVersion version, Node thing) {
        if (!version.resources().isWithdrawn(thing)) {
            refuseRemoved(thing.getURI(), new Removals(version).of(thing.getURI()));
            return;
        }
        throw version.resources()
                .successor(thing)
                .map(iri -> Problem.of(Problem.ProblemKind.GONE, Code.REPLACED, thing.getURI(), iri)
                        .replacedBy(iri))
                .orElseGet(() -> Problem.of(Problem.ProblemKind.GONE, Code.WITHDRAWN, thing.getURI()))
                .exception();
    }

    private static void refuseRemoved(String iri, List<RemovingWrite> writes) {
        if (!writes.isEmpty()) {
            RemovingWrite last = writes.getFirst();
            throw Problem.of(Problem.ProblemKind.GONE, Code.REMOVED, iri, last.number(), last.writer())
                    .removedBy(writes)
                    .exception();
        }
    }
}
