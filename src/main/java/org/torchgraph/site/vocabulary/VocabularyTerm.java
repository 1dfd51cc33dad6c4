package org.torchgraph.site.vocabulary;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * One class or property.
 *
 * @param node the term
 * @param name what follows the namespace
 * @param labels literals in all languages
 * @param definitions literals in all languages
 * @param types what OWL says it is, besides a class
 * @param parents classes or properties of the same vocabulary that it specialises
 * @param alignments what it is in other vocabularies
 * @param domains named classes of what has it
 * @param ranges named classes of its values
 * @param axioms what is said of it by classes and properties, named or described
 * @param uses things in the class, or statements with the property
 * @param examples a few of them
 * @param constraints what shapes demand of it
 * @param deprecated whether it should no longer be used
 * @param replacements what to use instead
 */
public record VocabularyTerm(
        Node node,
        String name,
        List<Node> labels,
        List<Node> definitions,
        List<Node> types,
        List<Node> parents,
        List<Alignment> alignments,
        List<Node> domains,
        List<Node> ranges,
        List<Axiom> axioms,
        long uses,
        List<TermUse> examples,
        List<Constraint> constraints,
        boolean deprecated,
        List<Node> replacements) {

    /** A link to a term of another vocabulary, and the property that draws it. */
    public record Alignment(Node relation, Node term) {}

    /**
     * A use of the term.
     *
     * @param value of the property; null for a class
     */
    public record TermUse(Node subject, Node value) {}

    /** All that has a name on the page. */
    Stream<Node> named() {
        return Stream.of(
                        Stream.of(types, parents, replacements).flatMap(List::stream),
                        axioms.stream().flatMap(Axiom::named),
                        alignments.stream().flatMap(link -> Stream.of(link.relation(), link.term())),
                        examples.stream().flatMap(use -> Stream.ofNullable(use.value())),
                        examples.stream().map(TermUse::subject),
                        constraints.stream().flatMap(Constraint::named))
                .flatMap(nodes -> nodes);
    }
}
