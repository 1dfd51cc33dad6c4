package org.torchgraph.model;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.rdf.TripleSource;

/**
 * The things whose IRIs were published and that the data no longer describe: they state {@code owl:deprecated true} of
 * them and no {@code rdf:type}.
 */
public final class WithdrawnThings {
    private WithdrawnThings() {}

    /** Returns whether a thing is one of them. */
    public static boolean has(TripleSource data, Node thing) {
        return data.objects(thing, OWL2.deprecated.asNode()).anyMatch(WithdrawnThings::isTrue)
                && !data.contains(thing, RDF.type.asNode(), Node.ANY);
    }

    /** Returns all of them. */
    static Set<Node> all(TripleSource data) {
        return data.find(Node.ANY, OWL2.deprecated.asNode(), Node.ANY)
                .filter(triple -> isTrue(triple.getObject()))
                .map(Triple::getSubject)
                .filter(thing -> has(data, thing))
                .collect(Collectors.toSet());
    }

    /** Returns whether a value is true, however a store writes it: Virtuoso 7 makes {@code 1} of {@code true}. */
    private static boolean isTrue(Node value) {
        return value.isLiteral() && value.getLiteral().isWellFormed() && Boolean.TRUE.equals(value.getLiteralValue());
    }
}
