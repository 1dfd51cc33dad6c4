package org.torchgraph.model.vocabulary;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * A class or property.
 *
 * @param node the term
 * @param name its local name
 * @param labels its labels in all languages, literals
 * @param definitions its definitions in all languages, literals
 * @param types its stated types
 * @param parents the superclasses or superproperties in the same vocabulary
 * @param children the subclasses or subproperties in the same vocabulary
 * @param alignments its mappings to other vocabularies
 * @param domains its named domains
 * @param ranges its named ranges
 * @param axioms its axioms
 * @param uses the number of instances of the class or of statements with the property
 * @param examples a few uses
 * @param constraints the shape constraints on it
 * @param deprecated whether it should no longer be used
 * @param replacements the terms to use instead
 */
public record VocabularyTerm(
        Node node,
        String name,
        List<Node> labels,
        List<Node> definitions,
        List<Node> types,
        List<Node> parents,
        List<Node> children,
        List<Alignment> alignments,
        List<Node> domains,
        List<Node> ranges,
        List<Axiom> axioms,
        long uses,
        List<TermUse> examples,
        List<Constraint> constraints,
        boolean deprecated,
        List<Node> replacements) {

    /**
     * A mapping to a term of another vocabulary.
     *
     * @param relation the mapping property
     * @param term the other term
     */
    public record Alignment(Node relation, Node term) {}

    /**
     * A use of the term.
     *
     * @param subject the thing
     * @param value the value of the property; null for a class
     */
    public record TermUse(Node subject, Node value) {}

    /** Returns all nodes that its entry on the page shows. */
    Stream<Node> named() {
        return Stream.of(
                        Stream.of(types, parents, children, replacements).flatMap(List::stream),
                        axioms.stream().flatMap(Axiom::named),
                        alignments.stream().flatMap(link -> Stream.of(link.relation(), link.term())),
                        examples.stream().flatMap(use -> Stream.ofNullable(use.value())),
                        examples.stream().map(TermUse::subject),
                        constraints.stream().flatMap(Constraint::named))
                .flatMap(nodes -> nodes);
    }
}
