package org.torchgraph.rdf;

import java.util.BitSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * Triples as numbers of their terms, for work that looks at all of them: equal terms have equal numbers, so that terms
 * are told apart and counted without a look at their texts.
 */
public interface TripleNumbers {
    /** Receives triples. */
    interface TripleVisitor {
        /** Receives the numbers of the terms of a triple. */
        void triple(int subject, int property, int object);
    }

    /** Returns how many numbers there are: that of each term is at least 0 and less. */
    int termCount();

    /** Returns the term that has a number. */
    Node node(int number);

    /** Returns whether the term that has a number is a literal. */
    default boolean isLiteral(int number) {
        return node(number).isLiteral();
    }

    /** Returns the language tag of the term that has a number; an empty text if it has none. */
    default String language(int number) {
        return isLiteral(number) ? node(number).getLiteralLanguage() : "";
    }

    /** Returns the number of a term; a negative one if no triple has it. */
    int number(Node term);

    /** Reads all triples, each once. */
    void read(TripleVisitor visitor);

    /** Returns the terms whose numbers are in a set. */
    default Stream<Node> nodes(BitSet numbers) {
        return numbers.stream().mapToObj(this::node);
    }
}
