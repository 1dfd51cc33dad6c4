package org.torchgraph.dataset;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.rdf.TripleSource;

/**
 * What a write does to the union of the graphs.
 *
 * @param removed the triples that no graph has afterwards
 * @param added the triples that no graph had before
 * @param graphs the names of the graphs whose statements change
 */
public record UnionChange(Set<Triple> removed, Set<Triple> added, Set<Node> graphs) {

    /** Returns what a change from one version to another does. */
    public static UnionChange of(Change change, View before, View after) {
        return new UnionChange(
                missing(change.removed(), after.union()), missing(change.added(), before.union()), change.graphs());
    }

    private static Set<Triple> missing(Set<Quad> quads, TripleSource from) {
        return quads.stream()
                .map(Quad::asTriple)
                .filter(Predicate.not(
                        triple -> from.contains(triple.getSubject(), triple.getPredicate(), triple.getObject())))
                .collect(Collectors.toSet());
    }

    /** Returns the triples that are removed and those that are added. */
    public Stream<Triple> triples() {
        return Stream.concat(removed.stream(), added.stream());
    }
}
