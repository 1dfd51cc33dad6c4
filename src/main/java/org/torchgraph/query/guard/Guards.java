package org.torchgraph.query.guard;

import static org.torchgraph.query.QueryFailedException.FailureKind.FUNCTION_REFUSED;
import static org.torchgraph.query.QueryFailedException.FailureKind.SERVICE_REFUSED;
import static org.torchgraph.query.QueryFailedException.FailureKind.TOO_LONG;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrLangDir;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.util.MappedLoader;
import org.torchgraph.messages.Code;
import org.torchgraph.query.QueryFailedException;

/**
 * Rejects forbidden operations and replaces operators that a deadline cannot stop by bounded ones. It visits the
 * complete algebra, including sub-queries, {@code EXISTS}, aggregates and sort keys.
 */
public final class Guards {
    /** The namespace of SPARQL functions, by which all of them can be called. */
    private static final String SPARQL = "http://www.w3.org/ns/sparql#";

    private static final String FN = "http://www.w3.org/2005/xpath-functions#";
    /** Functions of composite datatypes, whose values have no size limit; Jena is about to remove them. */
    private static final String CDT = "http://w3id.org/awslabs/neptune/SPARQL-CDTs/";

    private static final String MATH = "http://www.w3.org/2005/xpath-functions/math#";

    /**
     * The allowed functions of Jena's library. Jena loads any class by a {@code java:} IRI and its own library by name;
     * of that {@code afn:wait} sleeps, {@code afn:print} and {@code afn:execTime} write to the console,
     * {@code afn:context} reveals settings, {@code afn:eval} calls a function by a computed name, and
     * {@code afn:sprintf} pads to any width.
     */
    private static final Pattern LIBRARY = Pattern.compile(Pattern.quote(ARQConstants.ARQFunctionLibraryURI)
            + "(bnode|date|e|evenInteger|langeq|localname|max|min|namespace|now|nowtz|pi|sha1sum|sqrt|strlen|struuid"
            + "|substr|substring|timezone|uuid)");

    /** Registered functions that call others by a computed name or create values of any size. */
    private static final Set<String> REFUSED =
            Set.of(FN + "apply", FN + "round", FN + "round-half-to-even", MATH + "pow", MATH + "exp10");

    /** The limit of patterns and path steps; Jena's planning time is quadratic in their number. */
    private static final int MAX_PATTERNS = 2000;

    private Guards() {}

    /**
     * Returns the algebra with bounded operators.
     *
     * @param op the algebra of a query
     * @param cancelled stops matching of regular expressions
     * @param services the hosts that the query may ask
     * @throws QueryFailedException SERVICE_REFUSED, FUNCTION_REFUSED, or TOO_LONG for too many patterns
     */
    public static Op guarded(Op op, AtomicBoolean cancelled, Set<String> services) {
        return Transformer.transform(new Patterns(services), new Expressions(cancelled), op);
    }

    /**
     * Returns whether one row can take long, by matching a regular expression or by asking another service, so that the
     * number of rows does not tell how long a query takes.
     */
    public static boolean mayTakeLongForARow(Op op) {
        AtomicBoolean found = new AtomicBoolean();
        Transformer.transform(
                new TransformCopy() {
                    @Override
                    public Op transform(OpService service, Op inner) {
                        found.set(true);
                        return service;
                    }
                },
                new ExprTransformCopy() {
                    @Override
                    public Expr transform(ExprFunctionN function, ExprList args) {
                        if (function instanceof E_Regex
                                || function instanceof E_StrReplace
                                || function instanceof E_Function) {
                            found.set(true);
                        }
                        return function;
                    }
                },
                op);
        return found.get();
    }

    private static final class Patterns extends TransformCopy {
        private final Set<String> services;
        private int patterns;

        Patterns(Set<String> services) {
            this.services = services;
        }

        /** Lets the pattern of an allowed service be as it is written, because it is evaluated there. */
        @Override
        public Op transform(OpService op, Op inner) {
            if (isAllowed(op.getService())) {
                return op;
            }
            throw services.isEmpty()
                    ? new QueryFailedException(SERVICE_REFUSED, Code.SERVICE_REFUSED)
                    : new QueryFailedException(
                            SERVICE_REFUSED, Code.SERVICE_HOST_REFUSED, String.join(", ", new TreeSet<>(services)));
        }

        private boolean isAllowed(Node service) {
            if (!service.isURI()) {
                return false;
            }
            try {
                URI address = new URI(service.getURI());
                return address.getHost() != null
                        && address.getRawUserInfo() == null
                        && List.of("http", "https").contains(address.getScheme().toLowerCase(Locale.ROOT))
                        && services.contains(address.getRawAuthority().toLowerCase(Locale.ROOT));
            } catch (URISyntaxException malformed) {
                return false;
            }
        }

        @Override
        public Op transform(OpBGP op) {
            count(op.getPattern().size());
            for (Triple triple : op.getPattern()) {
                if (triple.getPredicate().isURI()
                        && MappedLoader.mapDynamicURI(triple.getPredicate().getURI()) != null) {
                    throw refused(triple.getPredicate().getURI());
                }
            }
            return op;
        }

        @Override
        public Op transform(OpPath op) {
            count(steps(op.getTriplePath().getPath()));
            return op;
        }

        private void count(int more) {
            patterns += more;
            if (patterns > MAX_PATTERNS) {
                throw new QueryFailedException(TOO_LONG, Code.QUERY_PATTERNS, MAX_PATTERNS);
            }
        }

        private static int steps(Path path) {
            if (path instanceof P_Path2 two) {
                return steps(two.getLeft()) + steps(two.getRight());
            }
            return path instanceof P_Path1 one ? steps(one.getSubPath()) : 1;
        }
    }

    private static final class Expressions extends ExprTransformCopy {
        private final AtomicBoolean cancelled;

        Expressions(AtomicBoolean cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public Expr transform(ExprFunction1 function, Expr argument) {
            if (function instanceof E_StrLowerCase) {
                return new CorrectedOperators.LowerCase(argument);
            }
            return function instanceof E_StrUpperCase
                    ? new CorrectedOperators.UpperCase(argument)
                    : super.transform(function, argument);
        }

        @Override
        public Expr transform(ExprFunction2 function, Expr left, Expr right) {
            if (function instanceof E_Multiply) {
                return new BoundedOperators.Multiply(left, right);
            }
            if (function instanceof E_Divide) {
                return new CorrectedOperators.Divide(left, right);
            }
            if (function instanceof E_StrDatatype) {
                return new CorrectedOperators.StrDatatype(left, right);
            }
            return function instanceof E_StrLang
                    ? new CorrectedOperators.StrLang(left, right)
                    : super.transform(function, left, right);
        }

        @Override
        public Expr transform(ExprFunction3 function, Expr first, Expr second, Expr third) {
            return function instanceof E_StrLangDir
                    ? new CorrectedOperators.StrLangDir(first, second, third)
                    : super.transform(function, first, second, third);
        }

        @Override
        public Expr transform(ExprFunctionN function, ExprList args) {
            if (function instanceof E_Regex) {
                return new BoundedOperators.Regex(args, cancelled);
            }
            if (function instanceof E_StrReplace) {
                return new BoundedOperators.Replace(args, cancelled);
            }
            if (function instanceof E_StrConcat) {
                return new BoundedOperators.Concat(args);
            }
            if (function instanceof E_Call) {
                throw refused("CALL");
            }
            return function instanceof E_Function named ? called(named, args) : super.transform(function, args);
        }

        private Expr called(E_Function function, ExprList args) {
            String iri = function.getFunctionIRI();
            boolean loaded = MappedLoader.mapDynamicURI(iri) != null
                    && !LIBRARY.matcher(iri).matches();
            if (loaded || REFUSED.contains(iri) || iri.startsWith(CDT)) {
                throw refused(iri);
            }
            Expr operator = operator(iri, args);
            return operator == null ? new CorrectedOperators.Call(iri, args) : operator;
        }

        /** Returns the bounded or corrected operator that has this function name, or null. */
        private Expr operator(String iri, ExprList args) {
            int count = args.size();
            return switch (iri) {
                case FN + "matches", SPARQL + "regex" ->
                    count == 2 || count == 3 ? new BoundedOperators.Regex(args, cancelled) : null;
                case FN + "replace", SPARQL + "replace" ->
                    count == 3 || count == 4 ? new BoundedOperators.Replace(args, cancelled) : null;
                case FN + "concat", SPARQL + "concat" -> new BoundedOperators.Concat(args);
                case FN + "lower-case", SPARQL + "lcase" ->
                    count == 1 ? new CorrectedOperators.LowerCase(args.get(0)) : null;
                case FN + "upper-case", SPARQL + "ucase" ->
                    count == 1 ? new CorrectedOperators.UpperCase(args.get(0)) : null;
                case SPARQL + "multiply" -> count == 2 ? new BoundedOperators.Multiply(args.get(0), args.get(1)) : null;
                case SPARQL + "divide" -> count == 2 ? new CorrectedOperators.Divide(args.get(0), args.get(1)) : null;
                case SPARQL + "strlang" -> count == 2 ? new CorrectedOperators.StrLang(args.get(0), args.get(1)) : null;
                case SPARQL + "strdt" ->
                    count == 2 ? new CorrectedOperators.StrDatatype(args.get(0), args.get(1)) : null;
                case SPARQL + "strlangdir" ->
                    count == 3 ? new CorrectedOperators.StrLangDir(args.get(0), args.get(1), args.get(2)) : null;
                default -> null;
            };
        }
    }

    private static QueryFailedException refused(String function) {
        return new QueryFailedException(FUNCTION_REFUSED, Code.FUNCTION_REFUSED, function);
    }
}
