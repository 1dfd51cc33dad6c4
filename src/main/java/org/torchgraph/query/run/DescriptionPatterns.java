package org.torchgraph.query.run;

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
import org.torchgraph.dataset.DescriptionGraph;

/**
 * Decides which patterns of a query are asked of the description of the dataset, and leads them there.
 *
 * <p>A query asks for the description when a pattern names, as its property or class, a term of descriptions that the
 * data do not use so: it would find nothing in them. In such a query all patterns that name terms of descriptions see
 * data and description, and the others see the data alone, so that no answer changes because something is merely
 * mentioned. Inside {@code GRAPH} a pattern sees that graph.
 *
 * @param alone name by which the description is reached
 * @param together name by which data and description are reached as one graph
 */
record DescriptionPatterns(DescriptionGraph description, Node alone, Node together) {

    /**
     * @param marked whether all patterns of a query that names a term of descriptions, used in the data or not, are
     *     asked of data and description together
     */
    Op led(Op op, boolean marked) {
        Op named = Transformer.transform(new ByName(), new ExprTransformCopy(), op);
        if (marked && leads(this::namesTerm, this::namesTerm, named)) {
            return new ByTerm((property, object) -> true, path -> true, true).in(named);
        }
        // Taking away by a term alone changes nothing; what is taken from the description is taken by it.
        boolean asks = !marked && leads(this::isOwn, this::isOwn, named);
        return asks ? new ByTerm(this::namesTerm, this::namesTerm, true).in(named) : named;
    }

    private boolean leads(BiPredicate<Node, Node> triples, Predicate<Path> paths, Op op) {
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
        return goesBy(description::hasOwnProperty, path);
    }

    private boolean namesTerm(Path path) {
        return goesBy(description::hasTerm, path);
    }

    /** Whether no way along a path avoids the properties. */
    private static boolean goesBy(Predicate<Node> properties, Path path) {
        return switch (path) {
            case P_Link link -> properties.test(link.getNode());
            case P_ReverseLink link -> properties.test(link.getNode());
            case P_Alt either -> goesBy(properties, either.getLeft()) && goesBy(properties, either.getRight());
            case P_Seq both -> goesBy(properties, both.getLeft()) || goesBy(properties, both.getRight());
            case P_ZeroOrOne none -> false;
            case P_ZeroOrMore1 none -> false;
            case P_ZeroOrMoreN none -> false;
            case P_NegPropSet others -> false;
            case P_Path1 one -> goesBy(properties, one.getSubPath());
            default -> false;
        };
    }

    /** Leads {@code GRAPH} with the name of the description to it. */
    private final class ByName extends TransformCopy {
        @Override
        public Op transform(OpGraph op, Op inner) {
            return op.getNode().equals(description.name()) ? new OpGraph(alone, inner) : super.transform(op, inner);
        }
    }

    /** Leads patterns by what they name; what has to stay as it is, is put back on the way up. */
    private final class ByTerm extends TransformCopy {
        private final BiPredicate<Node, Node> triples;
        private final Predicate<Path> paths;
        private final boolean inNegation;

        /** @param inNegation whether patterns of {@code MINUS} and {@code EXISTS} too */
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
            BasicPattern led = new BasicPattern();
            BasicPattern rest = new BasicPattern();
            for (Triple triple : op.getPattern()) {
                (triples.test(triple.getPredicate(), triple.getObject()) ? led : rest).add(triple);
            }
            if (led.isEmpty()) {
                return op;
            }
            Op graph = new OpGraph(together, new OpBGP(led));
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
