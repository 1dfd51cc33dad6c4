package org.torchgraph.model.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** The number of things that are named for one write. */
    private static final int MAX_THINGS = 8;

    /** Reads a history. */
    public static Writes of(History history, TripleSource now) {
        List<PublishedWrite> all = new ArrayList<>();
        Map<Node, List<ThingWrite>> byThing = new HashMap<>();
        history.writes().reversed().forEach(write -> {
            Map<Node, ThingDifference> changed = byThing(write, now);
            PublishedWrite published = published(write, changed.keySet());
            all.add(published);
            changed.forEach((thing, difference) -> {
                List<ThingWrite> told = byThing.computeIfAbsent(thing, none -> new ArrayList<>());
                if (told.size() < MAX_WRITES) {
                    told.add(new ThingWrite(published, difference.values(), difference.more()));
                }
            });
        });
        return new Writes(history.filled(), all, byThing);
    }

    /** Returns the last writes that changed a thing or a part of it, the last one first. */
    public List<ThingWrite> about(Node thing) {
        return byThing.getOrDefault(thing, List.of());
    }

    private static Map<Node, ThingDifference> byThing(WriteRecord write, TripleSource now) {
        Set<Triple> removed = triples(write.change().removed());
        Set<Triple> added = triples(write.change().added());
        // A statement that only moved to another graph has not changed.
        Set<Triple> moved = removed.stream().filter(added::contains).collect(Collectors.toSet());
        removed.removeAll(moved);
        added.removeAll(moved);
        return ThingDifference.byThing(removed, added, now);
    }

    private static Set<Triple> triples(Set<Quad> quads) {
        return quads.stream().map(Quad::asTriple).collect(Collectors.toCollection(HashSet::new));
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
}
