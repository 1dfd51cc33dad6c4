package org.torchgraph.model.term;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** A class or datatype expression of OWL 2 (Structural Specification §7, §8). */
public sealed interface ClassExpression {

    /** Returns all named classes, properties, individuals and values of the expression. */
    Stream<Node> named();

    /** A class with an IRI. */
    record NamedClass(Node node) implements ClassExpression {
        @Override
        public Stream<Node> named() {
            return Stream.of(node);
        }
    }

    /**
     * A union or an intersection.
     *
     * @param all whether it is an intersection
     * @param of the operands
     */
    record Several(boolean all, List<ClassExpression> of) implements ClassExpression {
        @Override
        public Stream<Node> named() {
            return of.stream().flatMap(ClassExpression::named);
        }
    }

    /** The complement of a class. */
    record Complement(ClassExpression of) implements ClassExpression {
        @Override
        public Stream<Node> named() {
            return of.named();
        }
    }

    /** An enumeration of individuals or values. */
    record OneOf(List<Node> members) implements ClassExpression {
        @Override
        public Stream<Node> named() {
            return members.stream();
        }
    }

    /** The kind of a property restriction. */
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
     * A property restriction.
     *
     * @param limit the kind of restriction
     * @param property the property
     * @param inverse whether the property is inverted
     * @param value the value of {@code VALUE}, or the number of a cardinality; else null
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

    /** A datatype restricted by facets such as {@code minInclusive}. */
    record Faceted(ClassExpression datatype, List<FacetRestriction> facets) implements ClassExpression {
        @Override
        public Stream<Node> named() {
            return datatype.named();
        }
    }

    /**
     * A facet with its value.
     *
     * @param name the local name of the facet
     * @param value the value, a literal
     */
    record FacetRestriction(String name, Node value) {}
}
