package org.torchgraph.model;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.rdf.TripleSource;

/**
 * The things whose IRIs were published and that the data no longer describe: they state {@code owl:deprecated true} of
 * them and no {@code rdf:type}.
 */
public final class WithdrawnThings {
    private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

    private WithdrawnThings() {}

    /** Returns whether a thing is one of them. */
    public static boolean has(TripleSource data, Node thing) {
        return data.contains(thing, OWL2.deprecated.asNode(), TRUE)
                && !data.contains(thing, RDF.type.asNode(), Node.ANY);
    }

    /** Returns all of them. */
    static Set<Node> all(TripleSource data) {
        return data.subjects(OWL2.deprecated.asNode(), TRUE)
                .filter(thing -> has(data, thing))
                .collect(Collectors.toSet());
    }
}
