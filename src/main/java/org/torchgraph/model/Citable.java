package org.torchgraph.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.torchgraph.rdf.TripleSource;

/**
 * What the data state of a thing for a citation, in ELI and DCMI terms.
 *
 * @param thing the thing
 * @param authors those who issued it, else created it, else published it
 * @param number the number of the document, or an empty text
 * @param issued its date, or an empty text
 */
public record Citable(Node thing, List<Node> authors, String number, String issued) {
    private static final String ELI = "http://data.europa.eu/eli/ontology#";

    /** The properties that name authors; the first that a thing has counts. */
    private static final List<Node> AUTHORS =
            List.of(NodeFactory.createURI(ELI + "passed_by"), DCTerms.creator.asNode(), DCTerms.publisher.asNode());

    private static final Node NUMBER = NodeFactory.createURI(ELI + "number");
    private static final int MAX_DEPTH = 4;

    static Citable of(TripleSource data, Node thing) {
        return new Citable(
                thing,
                AUTHORS.stream()
                        .map(property -> data.objects(thing, property).toList())
                        .filter(authors -> !authors.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                literal(data, thing, NUMBER),
                literal(data, thing, DCTerms.issued.asNode()));
    }

    private static String literal(TripleSource data, Node thing, Node property) {
        return data.objects(thing, property)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst()
                .orElse("");
    }

    /** Returns all nodes that a citation names. */
    Stream<Node> nodes() {
        return Stream.concat(Stream.of(thing), authors.stream());
    }

    /**
     * The things that others belong to.
     *
     * @param wholes the whole of each part; the earliest if there are several
     */
    record Wholes(Function<Node, Citable> wholes) {

        /**
         * Returns the things of triples that others belong to: all at once or, if they are too many, when asked for.
         *
         * @param pages the same triples as pages read them
         */
        static Wholes in(TripleSource data, TripleSource pages, Belongings belongings) {
            return data.counted().isPresent()
                    ? new Wholes(part -> of(pages, belongings, part))
                    : new Wholes(read(data, belongings)::get);
        }

        private static Citable of(TripleSource data, Belongings belongings, Node part) {
            return Stream.concat(
                            belongings.isPartOf().stream().flatMap(property -> data.objects(part, property)),
                            belongings.hasPart().stream().flatMap(property -> data.subjects(property, part)))
                    .filter(whole -> whole.isURI() && !whole.equals(part))
                    .map(whole -> Citable.of(data, whole))
                    .min(EARLIEST)
                    .orElse(null);
        }

        private static Map<Node, Citable> read(TripleSource data, Belongings belongings) {
            Map<Node, Citable> wholes = new HashMap<>();
            belongings.isPartOf().stream()
                    .flatMap(property -> data.find(Node.ANY, property, Node.ANY))
                    .forEach(link -> add(data, link.getSubject(), link.getObject(), wholes));
            belongings.hasPart().stream()
                    .flatMap(property -> data.find(Node.ANY, property, Node.ANY))
                    .forEach(link -> add(data, link.getObject(), link.getSubject(), wholes));
            return wholes;
        }

        private static void add(TripleSource data, Node part, Node whole, Map<Node, Citable> wholes) {
            if (whole.isURI() && !whole.equals(part)) {
                wholes.merge(
                        part, Citable.of(data, whole), (one, other) -> EARLIEST.compare(one, other) <= 0 ? one : other);
            }
        }

        /** Returns a thing and what it belongs to, from the thing outwards. */
        List<Citable> around(TripleSource data, Node thing) {
            return Stream.iterate(Citable.of(data, thing), one -> one != null, one -> wholes.apply(one.thing()))
                    .limit(MAX_DEPTH)
                    .distinct()
                    .toList();
        }
    }

    private static final Comparator<Citable> EARLIEST = Comparator.comparing(Citable::issued)
            .thenComparing(one -> one.thing().getURI());
}
