package org.torchgraph.model.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.rdf.TripleSource;

/**
 * The accepted writes of a version for its readers, worked out once.
 *
 * @param filled the version that the store was filled with, which the first write changed
 * @param all the writes, the last one first
 * @param byThing the last writes that changed a thing, the last one first
 */
public record Writes(String filled, List<PublishedWrite> all, Map<Node, List<ThingWrite>> byThing) {
    /** The number of writes that are told of one thing. */
    private static final int MAX_WRITES = 10;

    /** The number of changed statements that are told of one thing and one write. */
    private static final int MAX_STATEMENTS = 30;

    /** The number of things that are named for one write. */
    private static final int MAX_THINGS = 8;

    private static final Comparator<Quad> ORDER = Comparator.comparing(
                    (Quad quad) -> quad.getSubject().toString())
            .thenComparing(quad -> quad.getPredicate().toString())
            .thenComparing(ValueChangeKey::language)
            .thenComparing(quad -> quad.getObject().toString());

    /** Reads a history. */
    public static Writes of(History history, TripleSource now) {
        List<PublishedWrite> all = new ArrayList<>();
        Map<Node, List<ThingWrite>> byThing = new HashMap<>();
        history.writes().reversed().forEach(write -> {
            Map<Node, List<Quad>> changed = byOwner(write, now);
            PublishedWrite published = published(write, changed.keySet());
            all.add(published);
            changed.forEach((thing, quads) -> {
                List<ThingWrite> told = byThing.computeIfAbsent(thing, none -> new ArrayList<>());
                if (told.size() < MAX_WRITES) {
                    told.add(told(published, quads, write));
                }
            });
        });
        return new Writes(history.filled(), all, byThing);
    }

    /** Returns the last writes that changed a thing or a part of it, the last one first. */
    public List<ThingWrite> about(Node thing) {
        return byThing.getOrDefault(thing, List.of());
    }

    private static Map<Node, List<Quad>> byOwner(WriteRecord write, TripleSource now) {
        Set<Triple> removed = triples(write.change().removed());
        Set<Triple> added = triples(write.change().added());
        ChangeOwners owners = new ChangeOwners(Stream.concat(removed.stream(), added.stream()), now);
        Map<Node, List<Quad>> byOwner = new TreeMap<>(Comparator.comparing(Node::getURI));
        // A statement that only moved to another graph has not changed.
        Stream.concat(write.change().removed().stream(), write.change().added().stream())
                .filter(quad -> removed.contains(quad.asTriple()) != added.contains(quad.asTriple()))
                .forEach(quad -> owners.of(quad.getSubject())
                        .ifPresent(owner -> byOwner.computeIfAbsent(owner, none -> new ArrayList<>())
                                .add(quad)));
        return byOwner;
    }

    private static Set<Triple> triples(Set<Quad> quads) {
        return quads.stream().map(Quad::asTriple).collect(Collectors.toSet());
    }

    private static PublishedWrite published(WriteRecord write, Set<Node> things) {
        return new PublishedWrite(
                write.number(),
                write.time(),
                write.origin().writer(),
                write.origin().note(),
                write.origin().undoes(),
                write.version(),
                write.change().added().size(),
                write.change().removed().size(),
                things.stream().limit(MAX_THINGS).toList(),
                Math.max(0, things.size() - MAX_THINGS));
    }

    private record ValueChangeKey(Node subject, Node property, String language) {
        static ValueChangeKey of(Quad quad) {
            return new ValueChangeKey(quad.getSubject(), quad.getPredicate(), language(quad));
        }

        /** Returns the language, so that a translation does not look like a change of value. */
        static String language(Quad quad) {
            return quad.getObject().isLiteral() ? quad.getObject().getLiteralLanguage() : "";
        }
    }

    private static ThingWrite told(PublishedWrite published, List<Quad> quads, WriteRecord write) {
        Map<ValueChangeKey, ValueChange> values = new LinkedHashMap<>();
        quads.stream().sorted(ORDER).limit(MAX_STATEMENTS).forEach(quad -> {
            ValueChange change = values.computeIfAbsent(
                    ValueChangeKey.of(quad),
                    key -> new ValueChange(
                            key.subject(), key.property(), key.language(), new ArrayList<>(), new ArrayList<>()));
            (write.change().added().contains(quad) ? change.come() : change.gone()).add(quad.getObject());
        });
        return new ThingWrite(published, List.copyOf(values.values()), Math.max(0, quads.size() - MAX_STATEMENTS));
    }
}
