package org.torchgraph.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.torchgraph.publication.settings.Presentation;
import org.torchgraph.rdf.TripleSource;

/**
 * Finds what belongs to a thing, by {@code dct:isPartOf}, {@code dct:hasPart} and the properties that a publication
 * sets.
 *
 * @param isPartOf the properties from a part to what it belongs to
 * @param hasPart the properties from the whole to its parts
 */
record Belongings(Set<Node> isPartOf, Set<Node> hasPart) {

    static Belongings of(Presentation presentation) {
        return new Belongings(
                with(DCTerms.isPartOf.asNode(), presentation.isPartOf()),
                with(DCTerms.hasPart.asNode(), presentation.hasPart()));
    }

    private static Set<Node> with(Node common, Set<Node> own) {
        return Stream.concat(Stream.of(common), own.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the things that belong to a thing itself. */
    Set<Node> direct(TripleSource data, Node thing) {
        return Stream.concat(
                        isPartOf.stream().flatMap(property -> data.subjects(property, thing)),
                        hasPart.stream().flatMap(property -> data.objects(thing, property)))
                .filter(part -> part.isURI() && !part.equals(thing))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns a thing, what belongs to it, and so on. */
    Set<Node> all(TripleSource data, Node thing) {
        Set<Node> all = new LinkedHashSet<>(List.of(thing));
        Deque<Node> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            direct(data, open.pop()).stream().filter(all::add).forEach(open::push);
        }
        return all;
    }
}
