package org.torchgraph.rdf.syntax;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.torchgraph.rdf.TripleSource;

/**
 * The common kind of each property's values in a dataset, for type coercion and language maps of JSON-LD (JSON-LD 1.1
 * §4.2.3, §4.6.2). It covers the whole dataset, so that a property looks the same in every document. It is computed on
 * first use and is safe for several threads.
 */
public final class Coercions {
    /** The coercions of an unknown dataset: no property has a common kind. */
    public static final Coercions NONE = new Coercions(TripleSource.of(Stream.empty()));

    static final String IRI = "@id";
    static final String LANGUAGE = "@language";
    private static final String MIXED = "";

    private final TripleSource data;
    private Map<Node, String> kinds;

    private Coercions(TripleSource data) {
        this.data = data;
    }

    /**
     * Returns the coercions of a dataset, not yet computed.
     *
     * @param data all statements of the dataset
     */
    public static Coercions of(TripleSource data) {
        return new Coercions(data);
    }

    /**
     * Returns {@link #IRI}, {@link #LANGUAGE} or the IRI of a datatype if all values of the property are of that kind.
     */
    Optional<String> of(Node property) {
        return Optional.ofNullable(all().get(property)).filter(kind -> !kind.equals(MIXED));
    }

    /** Computes what is computed on first use. */
    public void compute() {
        all();
    }

    /** Returns the kind of each property, {@link #MIXED} if its values differ. */
    synchronized Map<Node, String> all() {
        if (kinds == null) {
            Map<Node, String> found = new HashMap<>();
            BiConsumer<Node, Node> value = (property, object) ->
                    found.merge(property, kind(object), (one, other) -> one.equals(other) ? one : MIXED);
            data.counted()
                    .ifPresentOrElse(
                            counts -> counts.kinds()
                                    .forEach((property, objects) ->
                                            objects.forEach(object -> value.accept(property, object))),
                            () -> data.find()
                                    .forEach(triple -> value.accept(triple.getPredicate(), triple.getObject())));
            kinds = found;
        }
        return kinds;
    }

    /** Returns the kind of one value, {@link #MIXED} if a context cannot express it. */
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
