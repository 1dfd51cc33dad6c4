package org.torchgraph.model.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.View;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.rdf.digest.CanonicalLabels;
import org.torchgraph.rdf.order.BlankNodeLabels;

/**
 * How the unions of two versions differ. Blank nodes are equal if the same is stated of them.
 *
 * @param removed the triples that only the earlier version has
 * @param added the triples that only the later version has
 */
public record VersionDifference(Set<Triple> removed, Set<Triple> added) {

    /** Compares two versions. */
    public static VersionDifference between(View before, View after) {
        List<Quad> blankBefore = new ArrayList<>();
        List<Quad> blankAfter = new ArrayList<>();
        Set<Triple> removed = missing(before.whole().union(), after.whole().union(), blankBefore);
        Set<Triple> added = missing(after.whole().union(), before.whole().union(), blankAfter);
        Set<Triple> labelledBefore = labelled(blankBefore);
        Set<Triple> labelledAfter = labelled(blankAfter);
        labelledBefore.stream()
                .filter(triple -> !labelledAfter.contains(triple))
                .forEach(removed::add);
        labelledAfter.stream()
                .filter(triple -> !labelledBefore.contains(triple))
                .forEach(added::add);
        return new VersionDifference(removed, added);
    }

    /** Returns the triples that others lack; those with blank nodes are put aside. */
    private static Set<Triple> missing(TripleSource triples, TripleSource others, List<Quad> blank) {
        Set<Triple> missing = new HashSet<>();
        try (Stream<Triple> all = triples.find()) {
            all.forEach(triple -> {
                Quad quad = Quad.create(Quad.defaultGraphIRI, triple);
                if (CanonicalLabels.blanks(quad).findAny().isPresent()) {
                    blank.add(quad);
                } else if (!others.contains(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                    missing.add(triple);
                }
            });
        }
        return missing;
    }

    private static Set<Triple> labelled(List<Quad> quads) {
        return BlankNodeLabels.relabel(quads).stream().map(Quad::asTriple).collect(Collectors.toSet());
    }
}
