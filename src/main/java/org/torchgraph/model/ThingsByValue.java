package org.torchgraph.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.rdf.TripleSource;

/**
 * Finds things by the literals that they have of a property.
 *
 * @param byValue returns the things that have a literal
 */
record ThingsByValue(Function<Node, List<Node>> byValue) {
    /** The number of triples that are read at once if there are too many others to be read. */
    private static final long MOST_READ = 100_000;

    /**
     * Returns the things of triples: by the text of the literal or, if they are too many to be read, by the literal.
     *
     * @param pages the same triples as pages read them
     */
    static ThingsByValue of(TripleSource all, TripleSource pages, Node property) {
        boolean isAsked = all.counted()
                .filter(counts -> counts.properties().getOrDefault(property, 0L) > MOST_READ)
                .isPresent();
        if (isAsked) {
            return new ThingsByValue(
                    literal -> pages.subjects(property, literal).toList());
        }
        Map<String, List<Node>> things = all.find(Node.ANY, property, Node.ANY)
                .filter(triple -> triple.getObject().isLiteral())
                .collect(Collectors.groupingBy(
                        triple -> triple.getObject().getLiteralLexicalForm(),
                        Collectors.mapping(Triple::getSubject, Collectors.toList())));
        return new ThingsByValue(literal -> things.getOrDefault(literal.getLiteralLexicalForm(), List.of()));
    }

    List<Node> of(Node literal) {
        return byValue.apply(literal);
    }
}
