package org.torchgraph.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.dataset.Reach;
import org.torchgraph.dataset.View;
import org.torchgraph.rdf.TripleCounts;
import org.torchgraph.rdf.TripleSource;

/**
 * Finds things that a reader may choose in the place of another, or of a class.
 *
 * @param view reads the surroundings of many things together
 * @param data the statements
 * @param counts counts them if they are too many to be read
 */
public record Alternatives(View view, TripleSource data, Optional<TripleCounts> counts) {
    /** The number of things of a class that are compared with one, of statements that are too many to be read. */
    private static final long MOST_COMPARED = 10_000;

    private static final Reach MEMBERSHIP =
            new Reach(Set.of(RDF.type.asNode(), SKOS.inScheme.asNode()), Set.of(), Set.of(), false);

    /**
     * Returns the things that share every class and concept scheme with a thing, including itself.
     *
     * @return in no order; none when there are more than {@code most}
     */
    public List<Node> to(Node thing, int most) {
        List<Triple> has = Stream.of(RDF.type, SKOS.inScheme)
                .flatMap(property -> data.find(thing, property.asNode(), Node.ANY))
                .toList();
        List<Node> some = has.stream()
                .limit(1)
                .filter(first -> !isLarge(first.getObject(), MOST_COMPARED))
                .flatMap(first -> data.subjects(first.getPredicate(), first.getObject()))
                .filter(Node::isURI)
                .distinct()
                .toList();
        // A store elsewhere gives their classes and schemes at once.
        TripleSource read = has.size() > 1 ? view.around(some, MEMBERSHIP).union() : data;
        List<Node> alike = some.stream()
                .filter(one -> has.stream()
                        .skip(1)
                        .allMatch(triple -> read.contains(one, triple.getPredicate(), triple.getObject())))
                .limit(most + 1L)
                .toList();
        return alike.size() > most ? List.of() : alike;
    }

    /**
     * Returns the IRIs in a class or a subclass of it.
     *
     * @return in no order; none when there are more than {@code most}
     */
    public List<Node> of(Node type, int most) {
        Set<Node> classes = subclasses(type);
        List<Node> things = classes.stream().anyMatch(one -> isLarge(one, most))
                ? List.of()
                : classes.stream()
                        .flatMap(one -> data.subjects(RDF.type.asNode(), one))
                        .filter(Node::isURI)
                        .distinct()
                        .limit(most + 1L)
                        .toList();
        return things.size() > most ? List.of() : things;
    }

    /** Returns whether a class has more than so many things, of statements that are too many to be read. */
    private boolean isLarge(Node type, long most) {
        return counts.filter(counted -> counted.objects(RDF.type.asNode()).getOrDefault(type, 0L) > most)
                .isPresent();
    }

    private Set<Node> subclasses(Node type) {
        Set<Node> found = new LinkedHashSet<>(List.of(type));
        List<Node> open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            data.subjects(RDFS.subClassOf.asNode(), open.remove(0))
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }
}
