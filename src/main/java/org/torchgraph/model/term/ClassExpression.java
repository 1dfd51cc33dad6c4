package org.torchgraph.model.term;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** A class or a datatype that is named or described by others (OWL 2 Structural Specification §7, §8). */
public sealed interface ClassExpression {

    /** Everything in it that has a name of its own. */
    Stream<Node> named();

    /** A class with an IRI. */
    record NamedClass(Node node) implements ClassExpression {
        @Override
        public Stream<Node> named() {
            return Stream.of(node);
        }
    }

    /** What is in one of several, or in all of them. */
    record Several(boolean all, List<ClassExpression> of) implements ClassExpression {
        @Override
        public Stream<Node> named() {
            return of.stream().flatMap(ClassExpression::named);
        }
    }

    /** What is not in another. */
    record Complement(ClassExpression of) implements ClassExpression {
        @Override
        public Stream<Node> named() {
            return of.named();
        }
    }

    /** Just these. */
    record OneOf(List<Node> members) implements ClassExpression {
        @Override
        public Stream<Node> named() {
            return members.stream();
        }
    }

    /** How a restriction narrows the values of a property. */
    enum Limit {
        SOME,
        ONLY,
        VALUE,
        SELF,
        MIN,
        MAX,
        EXACTLY
    }

    /**
     * What has such values.
     *
     * @param property of which
     * @param inverse whether it is followed backwards
     * @param value for {@code VALUE} the value, for a cardinality the number, else null
     * @param of the class of the values; null for any
     */
    record Restriction(Limit limit, Node property, boolean inverse, Node value, ClassExpression of)
            implements ClassExpression {
        @Override
        public Stream<Node> named() {
            return Stream.of(
                            Stream.of(property),
                            Stream.ofNullable(value),
                            Stream.ofNullable(of).flatMap(ClassExpression::named))
                    .flatMap(nodes -> nodes);
        }
    }

    /** The values of a datatype that keep to facets of it, as {@code minInclusive}. */
    record Faceted(ClassExpression datatype, List<FacetRestriction> facets) implements ClassExpression {
        @Override
        public Stream<Node> named() {
            return datatype.named();
        }
    }

    /** @param name the end of its IRI */
    record FacetRestriction(String name, Node value) {}
}
