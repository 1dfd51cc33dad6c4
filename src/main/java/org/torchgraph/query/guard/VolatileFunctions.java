package org.torchgraph.query.guard;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.Unstable;

/**
 * The functions whose value depends on the clock, on chance or on the machine: NOW, RAND, UUID, STRUUID, BNODE, and
 * those of Jena's registry; and the data of another service. A result that depends on one is not cached.
 */
public final class VolatileFunctions {
    /** The namespace by which Jena also calls the functions of SPARQL. */
    private static final String SPARQL = "http://www.w3.org/ns/sparql#";

    static final Set<String> IRIS = Stream.concat(
                    Stream.of("now", "rand", "uuid", "struuid", "bnode").map(SPARQL::concat),
                    Stream.of("now", "nowtz", "bnode", "uuid", "struuid", "system-timezone")
                            .map(ARQConstants.ARQFunctionLibraryURI::concat))
            .collect(Collectors.toUnmodifiableSet());

    private VolatileFunctions() {}

    /**
     * Returns whether a query calls one, or another service, anywhere, including sub-queries, {@code EXISTS},
     * aggregates and sort keys.
     */
    public static boolean areCalledBy(Op algebra) {
        Calls calls = new Calls();
        Transformer.transform(calls.new Services(), calls, algebra);
        return calls.found;
    }

    /** Returns whether an expression calls one, {@code EXISTS} aside. */
    public static boolean areCalledBy(Expr expression) {
        Calls calls = new Calls();
        ExprTransformer.transform(calls, expression);
        return calls.found;
    }

    private static final class Calls extends ExprTransformCopy {
        private boolean found;

        private final class Services extends TransformCopy {
            @Override
            public Op transform(OpService op, Op inner) {
                found = true;
                return op;
            }
        }

        @Override
        public Expr transform(ExprFunction0 function) {
            return seen(function);
        }

        @Override
        public Expr transform(ExprFunction1 function, Expr argument) {
            return seen(function);
        }

        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            return seen(function);
        }

        private Expr seen(Expr function) {
            found |= function instanceof Unstable
                    || function instanceof E_Now
                    || function instanceof E_Function called && IRIS.contains(called.getFunctionIRI());
            return function;
        }
    }
}
