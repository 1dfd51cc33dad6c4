package org.torchgraph.server.thing;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.model.Resources;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Things that the publication no longer describes but whose IRIs are in the world. What is deprecated and still
 * described is answered as before.
 */
final class Withdrawal {
    private Withdrawal() {}

    /** @throws ProblemException 410, with the successor if the data name one ({@code dct:isReplacedBy}) */
    static void refuse(PublishedVersion edition, Node thing) {
        TripleSource data = edition.snapshot().union();
        if (!Resources.isWithdrawn(data, thing)) {
            return;
        }
        Optional<String> successor = data.objects(thing, DCTerms.isReplacedBy.asNode())
                .filter(Node::isURI)
                .map(Node::getURI)
                .sorted()
                .findFirst();
        throw successor
                .map(iri -> Problem.of(Problem.ProblemKind.GONE, Code.REPLACED, thing.getURI(), iri)
                        .replacedBy(iri))
                .orElseGet(() -> Problem.of(Problem.ProblemKind.GONE, Code.WITHDRAWN, thing.getURI()))
                .exception();
    }
}
