package org.torchgraph.export.diff;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.rdf.order.BlankNodeLabels;

/**
 * The quads that only one of two datasets has, in an order that depends on them alone. Blank nodes have the labels of
 * {@link BlankNodeLabels}.
 *
 * @param removed the quads that only the older dataset has
 * @param added the quads that only the newer dataset has
 */
public record Difference(List<Quad> removed, List<Quad> added) {
    private static final Comparator<Quad> ORDER = Comparator.comparing((Quad quad) -> text(quad.getGraph()))
            .thenComparing(quad -> text(quad.getSubject()))
            .thenComparing(quad -> text(quad.getPredicate()))
            .thenComparing(quad -> text(quad.getObject()));

    /** Compares two datasets. If one side has no named graphs, as a Turtle file has none, graph names are ignored. */
    public static Difference between(Collection<Quad> old, Collection<Quad> now) {
        return hasNoGraphs(old) || hasNoGraphs(now)
                ? of(BlankNodeLabels.relabel(union(old)), BlankNodeLabels.relabel(union(now)))
                : of(BlankNodeLabels.relabel(old), BlankNodeLabels.relabel(now));
    }

    /** Returns every quad moved to the default graph. */
    static List<Quad> union(Collection<Quad> quads) {
        return quads.stream()
                .map(quad -> Quad.create(Quad.defaultGraphIRI, quad.asTriple()))
                .distinct()
                .toList();
    }

    /** Compares quads whose blank nodes are labelled already. */
    public static Difference of(Set<Quad> before, Set<Quad> after) {
        return new Difference(without(before, after), without(after, before));
    }

    /** Returns the difference without the quads that match. */
    Difference except(Predicate<Quad> some) {
        return new Difference(
                removed.stream().filter(some.negate()).toList(),
                added.stream().filter(some.negate()).toList());
    }

    private static List<Quad> without(Set<Quad> quads, Set<Quad> others) {
        return quads.stream()
                .filter(quad -> !others.contains(quad))
                .sorted(ORDER)
                .toList();
    }

    private static boolean hasNoGraphs(Collection<Quad> quads) {
        return !quads.isEmpty() && quads.stream().allMatch(Quad::isDefaultGraph);
    }

    private static String text(Node node) {
        return NodeFmtLib.strNT(node);
    }

    /** Returns whether both datasets have the same quads. */
    public boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }

    /** Returns all removed and added quads. */
    Stream<Quad> quads() {
        return Stream.concat(removed.stream(), added.stream());
    }
}
