package org.torchgraph.server.thing;

import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.server.edition.Edition;

/**
 * Things that the publication no longer describes but whose IRIs are in the world: the data say {@code owl:deprecated
 * true} of them and no longer what they are ({@code rdf:type}). What is deprecated and still described is answered as
 * before.
 */
final class Withdrawal {
    private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

    private Withdrawal() {}

    /** @throws ProblemException 410, with the successor if the data name one ({@code dct:isReplacedBy}) */
    static void refuse(Edition edition, Node thing) {
        Graph data = edition.snapshot().data().getDefaultGraph();
        if (!data.contains(thing, OWL2.deprecated.asNode(), TRUE)
                || data.contains(thing, RDF.type.asNode(), Node.ANY)) {
            return;
        }
        Optional<String> successor = G.listSP(data, thing, DCTerms.isReplacedBy.asNode()).stream()
                .filter(Node::isURI)
                .map(Node::getURI)
                .sorted()
                .findFirst();
        String withdrawn = "<" + thing.getURI() + "> was withdrawn";
        throw successor
                .map(iri -> Problem.of(Problem.Kind.GONE, withdrawn + "; what took its place is <" + iri + ">.")
                        .replacedBy(iri))
                .orElseGet(() -> Problem.of(Problem.Kind.GONE, withdrawn + "."))
                .exception();
    }
}
