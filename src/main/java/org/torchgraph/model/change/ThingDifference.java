package org.torchgraph.model.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.rdf.TripleSource;

/**
 * What a change does to one thing and its parts.
 *
 * @param values the changes of its properties
 * @param more the number of changed statements that are not among these
 */
public record ThingDifference(List<ValueChange> values, int more) {
    /** The number of changed statements that are told of one thing. */
    private static final int MAX_STATEMENTS = 30;

    private static final Comparator<Triple> ORDER = Comparator.comparing(
                    (Triple triple) -> triple.getSubject().toString())
            .thenComparing(triple -> triple.getPredicate().toString())
            .thenComparing(PropertyKey::language)
            .thenComparing(triple -> triple.getObject().toString());

    private record PropertyKey(Node subject, Node property, String language) {
        static PropertyKey of(Triple triple) {
            return new PropertyKey(triple.getSubject(), triple.getPredicate(), language(triple));
        }

        /** Returns the language, so that a translation does not look like a change of value. */
        static String language(Triple triple) {
            return triple.getObject().isLiteral() ? triple.getObject().getLiteralLanguage() : "";
        }
    }

    /**
     * Returns what a change does, by thing.
     *
     * @param removed the triples that are there before and not afterwards
     * @param added the triples that are there afterwards and not before
     * @param now the statements of today, which may refer to a blank node that the change does not introduce
     */
    public static Map<Node, ThingDifference> byThing(Set<Triple> removed, Set<Triple> added, TripleSource now) {
        ChangeOwners owners = new ChangeOwners(Stream.concat(removed.stream(), added.stream()), now);
        Map<Node, List<Triple>> byOwner = new TreeMap<>(Comparator.comparing(Node::getURI));
        Stream.concat(removed.stream(), added.stream()).forEach(triple -> owners.of(triple.getSubject())
                .ifPresent(owner -> byOwner.computeIfAbsent(owner, none -> new ArrayList<>())
                        .add(triple)));
        Map<Node, ThingDifference> differences = new LinkedHashMap<>();
        byOwner.forEach((owner, triples) -> differences.put(owner, of(triples, added)));
        return differences;
    }

    private static ThingDifference of(List<Triple> triples, Set<Triple> added) {
        Map<PropertyKey, ValueChange> values = new LinkedHashMap<>();
        triples.stream().sorted(ORDER).limit(MAX_STATEMENTS).forEach(triple -> {
            ValueChange change = values.computeIfAbsent(
                    PropertyKey.of(triple),
                    key -> new ValueChange(
                            key.subject(), key.property(), key.language(), new ArrayList<>(), new ArrayList<>()));
            (added.contains(triple) ? change.come() : change.gone()).add(triple.getObject());
        });
        return new ThingDifference(List.copyOf(values.values()), Math.max(0, triples.size() - MAX_STATEMENTS));
    }
}
