package org.torchgraph.rdf.syntax;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What the values of each property of a dataset have in common, so that JSON-LD says it once in the context and not
 * with each value (JSON-LD 1.1 §4.2.3, §4.6.2). It follows from the whole dataset, so that a property looks the same in
 * each of its documents. Worked out when it is first asked for; safe to share between threads.
 */
public final class Coercions {
    /** Of a dataset that is not known: every value says itself what it is. */
    public static final Coercions NONE = new Coercions(Graph.emptyGraph);

    static final String IRI = "@id";
    static final String LANGUAGE = "@language";
    private static final String MIXED = "";

    private final Graph data;
    private Map<Node, String> kinds;

    private Coercions(Graph data) {
        this.data = data;
    }

    public static Coercions of(Graph data) {
        return new Coercions(data);
    }

    /** {@link #IRI}, {@link #LANGUAGE} or the IRI of a datatype, if all values of the property are of that kind. */
    Optional<String> of(Node property) {
        return Optional.ofNullable(all().get(property)).filter(kind -> !kind.equals(MIXED));
    }

    /** The kinds by property; mixed ones are empty. */
    synchronized Map<Node, String> all() {
        if (kinds == null) {
            Map<Node, String> found = new HashMap<>();
            data.find()
                    .forEach(triple -> found.merge(
                            triple.getPredicate(),
                            kind(triple.getObject()),
                            (one, other) -> one.equals(other) ? one : MIXED));
            kinds = found;
        }
        return kinds;
    }

    /** Of one value; empty when it has none that a context can say. */
    static String kind(Node value) {
        if (value.isURI()) {
            return IRI;
        }
        if (!value.isLiteral() || value.getLiteralBaseDirection() != null) {
            return MIXED;
        }
        if (!value.getLiteralLanguage().isEmpty()) {
            return LANGUAGE;
        }
        return XSDDatatype.XSDstring.equals(value.getLiteralDatatype()) ? MIXED : value.getLiteralDatatypeURI();
    }
}
