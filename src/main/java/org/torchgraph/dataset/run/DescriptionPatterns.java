package org.torchgraph.dataset.run;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.RDF;

/**
 * Decides which patterns of a query are evaluated over the description of the dataset, and rewrites them.
 *
 * <p>A query uses the description if a pattern has, as its property or class, a term of dataset descriptions that the
 * data do not use in that role: it would match nothing in the data. In such a query all patterns with terms of
 * descriptions see data and description, and the others see the data only, so that mentioning a term never changes a
 * result. Inside {@code GRAPH} a pattern sees that graph only.
 *
 * @param description the description
 * @param alone the graph name for the description
 * @param together the graph name for the union of data and description
 */
record DescriptionPatterns(DescriptionGraph description, Node alone, Node together) {

    /**
     * Returns the rewritten algebra.
     *
     * @param op the algebra of the query
     * @param marked whether in a query with a term of descriptions, used in the data or not, all patterns see data and
     *     description
     */
    Op rewritten(Op op, boolean marked) {
        Op named = Transformer.transform(new ByName(), new ExprTransformCopy(), op);
        if (marked && rewrites(this::namesTerm, this::namesTerm, named)) {
            return new ByTerm((property, object) -> true, path -> true, true).in(named);
        }
        // A term in MINUS or NOT EXISTS alone does not select the description, but applies to it once selected.
        boolean asks = !marked && rewrites(this::isOwn, this::isOwn, named);
        return asks ? new ByTerm(this::namesTerm, this::namesTerm, true).in(named) : named;
    }

    private boolean rewrites(BiPredicate<Node, Node> triples, Predicate<Path> paths, Op op) {
        return !new ByTerm(triples, paths, false).in(op).equals(op);
    }

    private boolean isOwn(Node property, Node object) {
        return description.hasOwnProperty(property) || isType(property) && description.hasOwnClass(object);
    }

    private boolean namesTerm(Node property, Node object) {
        return description.hasTerm(property) || isType(property) && description.hasTerm(object);
    }

    private static boolean isType(Node property) {
        return property.equals(RDF.type.asNode());
    }

    private boolean isOwn(Path path) {
        return requires(description::hasOwnProperty, path);
    }

    private boolean namesTerm(Path path) {
        return requires(description::hasTerm, path);
    }

    /** Returns whether every way along a path has one of the properties. */
    private static boolean requires(Predicate<Node> properties, Path path) {
        return switch (path) {
            case P_Link link -> properties.test(link.getNode());
            case P_ReverseLink link -> properties.test(link.getNode());
            case P_Alt either -> requires(properties, either.getLeft()) && requires(properties, either.getRight());
            case P_Seq both -> requires(properties, both.getLeft()) || requires(properties, both.getRight());
            case P_ZeroOrOne none -> false;
            case P_ZeroOrMore1 none -> false;
            case P_ZeroOrMoreN none -> false;
            case P_NegPropSet others -> false;
            case P_Path1 one -> requires(properties, one.getSubPath());
            default -> false;
        };
    }

    /** Leaves the patterns as they are that another service evaluates. */
    private abstract static class LocalPatterns extends TransformCopy {
        @Override
        public Op transform(OpService op, Op inner) {
            return op;
        }
    }

    /** Redirects {@code GRAPH} with the name of the description. */
    private final class ByName extends LocalPatterns {
        @Override
        public Op transform(OpGraph op, Op inner) {
            return op.getNode().equals(description.name()) ? new OpGraph(alone, inner) : super.transform(op, inner);
        }
    }

    /** Redirects patterns by their terms. */
    private final class ByTerm extends LocalPatterns {
        private final BiPredicate<Node, Node> triples;
        private final Predicate<Path> paths;
        private final boolean inNegation;

        /**
         * Creates the rewriting.
         *
         * @param triples selects triple patterns by property and object
         * @param paths selects property paths
         * @param inNegation whether patterns in {@code MINUS} and {@code EXISTS} are rewritten too
         */
        ByTerm(BiPredicate<Node, Node> triples, Predicate<Path> paths, boolean inNegation) {
            this.triples = triples;
            this.paths = paths;
            this.inNegation = inNegation;
        }

        Op in(Op op) {
            return Transformer.transform(this, new Exists(inNegation), op);
        }

        @Override
        public Op transform(OpGraph op, Op inner) {
            return op;
        }

        @Override
        public Op transform(OpMinus op, Op left, Op right) {
            return super.transform(op, left, inNegation ? right : op.getRight());
        }

        @Override
        public Op transform(OpPath op) {
            return paths.test(op.getTriplePath().getPath()) ? new OpGraph(together, op) : op;
        }

        @Override
        public Op transform(OpBGP op) {
            BasicPattern rewritten = new BasicPattern();
            BasicPattern rest = new BasicPattern();
            for (Triple triple : op.getPattern()) {
                (triples.test(triple.getPredicate(), triple.getObject()) ? rewritten : rest).add(triple);
            }
            if (rewritten.isEmpty()) {
                return op;
            }
            Op graph = new OpGraph(together, new OpBGP(rewritten));
            return rest.isEmpty() ? graph : OpJoin.create(graph, new OpBGP(rest));
        }
    }

    private static final class Exists extends ExprTransformCopy {
        private final boolean inNegation;

        Exists(boolean inNegation) {
            this.inNegation = inNegation;
        }

        @Override
        public Expr transform(ExprFunctionOp function, ExprList arguments, Op inner) {
            return inNegation ? super.transform(function, arguments, inner) : function;
        }
    }
}
