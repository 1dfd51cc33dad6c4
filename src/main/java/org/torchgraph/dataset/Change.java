package org.torchgraph.dataset;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.rdf.digest.NQuadsLine;

/**
 * What a write does.
 *
 * @param removed the statements that are there before and not afterwards
 * @param added the statements that are there afterwards and not before
 */
public record Change(Set<Quad> removed, Set<Quad> added) {

    /** Returns the change after which the statements are there, and others are not, if they are not among those. */
    public static Change of(Stream<Quad> gone, Stream<Quad> there, View before) {
        Set<Quad> added = there.collect(Collectors.toSet());
        Set<Quad> removed = gone.filter(quad -> !added.contains(quad) && holds(before, quad))
                .collect(Collectors.toSet());
        added.removeIf(quad -> holds(before, quad));
        return new Change(removed, added);
    }

    private static boolean holds(View view, Quad quad) {
        return view.graph(quad.getGraph())
                .filter(graph -> graph.contains(quad.getSubject(), quad.getPredicate(), quad.getObject()))
                .isPresent();
    }

    /** Returns whether nothing changes. */
    public boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }

    /** Returns the names of the graphs that change. */
    public Set<Node> graphs() {
        return Stream.concat(removed.stream(), added.stream())
                .map(Quad::getGraph)
                .collect(Collectors.toSet());
    }

    /** Returns the change that takes this one back. */
    public Change inverse() {
        return new Change(added, removed);
    }

    /** Returns the number of statements that are removed or added. */
    public int size() {
        return removed.size() + added.size();
    }

    /** Returns what changes do together, one after the other. */
    public static Change together(Stream<Change> changes) {
        Set<Quad> allRemoved = new HashSet<>();
        Set<Quad> allAdded = new HashSet<>();
        // What one removes is there before all of them, unless an earlier one adds it.
        changes.forEach(next -> {
            next.removed.stream().filter(quad -> !allAdded.remove(quad)).forEach(allRemoved::add);
            next.added.stream().filter(quad -> !allRemoved.remove(quad)).forEach(allAdded::add);
        });
        return new Change(allRemoved, allAdded);
    }

    /** Returns whether another change has a statement of this one, in whichever direction. */
    public boolean touches(Change other) {
        return Stream.concat(removed.stream(), added.stream())
                .anyMatch(quad -> other.removed.contains(quad) || other.added.contains(quad));
    }

    /** Returns statements in an order that depends on them alone. */
    public static Stream<Quad> sorted(Set<Quad> quads) {
        return quads.stream().sorted(Comparator.comparing(new NQuadsLine()::of));
    }
}
