package org.torchgraph.dataset.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.torchgraph.dataset.numbered.NumberedGraph;

/**
 * The order of patterns that are joined: next is always the one that is expected to have the fewest matches, by the
 * counts of the data. A condition comes as soon as its variables have values. Other operators stay where they are.
 */
final class JoinOrder {
    /** A path is expected to lead to so many times the terms to which one step leads. */
    private static final int STEPS_OF_PATH = 10;

    private final Planner planner;
    private final RowFrame frame;
    private final NumberedGraph graph;
    private final Set<Var> bound;
    private final List<PlanStep> steps = new ArrayList<>();
    private final List<JoinedPattern> patterns = new ArrayList<>();
    private final List<Expr> conditions = new ArrayList<>();

    /** @param isBetweenGiven whether both ends of a path have values where it is written */
    private record JoinedPattern(Node subject, Path path, Node property, Node object, boolean isBetweenGiven) {

        /** Returns the variables of all places. */
        Set<Var> variables() {
            Set<Var> variables = new HashSet<>();
            addVariables(subject, variables);
            addVariables(property, variables);
            addVariables(object, variables);
            return variables;
        }

        private static void addVariables(Node place, Set<Var> variables) {
            if (place instanceof Var variable) {
                variables.add(variable);
            } else if (place != null && place.isTripleTerm()) {
                addVariables(place.getTriple().getSubject(), variables);
                addVariables(place.getTriple().getPredicate(), variables);
                addVariables(place.getTriple().getObject(), variables);
            }
        }
    }

    JoinOrder(Planner planner, RowFrame frame, NumberedGraph graph, Set<Var> bound) {
        this.planner = planner;
        this.frame = frame;
        this.graph = graph;
        this.bound = new HashSet<>(bound);
    }

    PlanStep plan(Op op) {
        collect(op);
        order();
        addConditions(List.copyOf(conditions));
        return steps.isEmpty()
                ? new PlanSteps.Once()
                : steps.size() == 1 ? steps.get(0) : new PlanSteps.Sequence(steps);
    }

    private void collect(Op op) {
        switch (op) {
            case OpBGP all -> all.getPattern().forEach(this::add);
            case OpTriple one -> add(one.getTriple());
            case OpPath path -> add(path.getTriplePath());
            case OpSequence all -> all.getElements().forEach(this::collect);
            case OpFilter filter
            when isSimple(filter) -> {
                conditions.addAll(filter.getExprs().getList());
                collect(filter.getSubOp());
            }
            default -> {
                order();
                steps.add((steps.isEmpty() ? planner : planner.following()).plan(op, bound));
                bound.addAll(OpVars.fixedVars(op));
            }
        }
    }

    private void add(Triple triple) {
        patterns.add(new JoinedPattern(triple.getSubject(), null, triple.getPredicate(), triple.getObject(), false));
    }

    private void add(TriplePath path) {
        if (path.isTriple()) {
            add(path.asTriple());
        } else {
            Set<Var> before = new HashSet<>(bound);
            patterns.forEach(pattern -> before.addAll(pattern.variables()));
            boolean isBetweenGiven = Stream.of(path.getSubject(), path.getObject())
                    .allMatch(end -> end.isConcrete() || before.contains(end));
            patterns.add(new JoinedPattern(path.getSubject(), path.getPath(), null, path.getObject(), isBetweenGiven));
        }
    }

    /** Returns whether the conditions of a filter may be moved among the patterns inside it. */
    static boolean isSimple(OpFilter filter) {
        return switch (filter.getSubOp()) {
            case OpBGP all -> isSimple(filter.getExprs(), all);
            case OpTriple one -> isSimple(filter.getExprs(), one);
            case OpPath path -> isSimple(filter.getExprs(), path);
            case OpSequence all -> isSimple(filter.getExprs(), all);
            case OpFilter inner -> isSimple(inner) && isSimple(filter.getExprs(), inner);
            default -> false;
        };
    }

    private static boolean isSimple(ExprList conditions, Op op) {
        Set<Var> fixed = OpVars.fixedVars(op);
        return conditions.getList().stream()
                .allMatch(condition -> fixed.containsAll(condition.getVarsMentioned()) && !hasPattern(condition));
    }

    static boolean hasPattern(Expr expression) {
        boolean[] found = new boolean[1];
        Walker.walk(expression, new ExprVisitorBase() {
            @Override
            public void visit(ExprFunctionOp function) {
                found[0] = true;
            }
        });
        return found[0];
    }

    /** Adds the patterns that were collected, and the conditions whose variables have values then. */
    private void order() {
        while (!patterns.isEmpty()) {
            JoinedPattern next = patterns.get(0);
            double least = Double.MAX_VALUE;
            for (JoinedPattern each : patterns) {
                double expected = expected(each);
                if (expected < least) {
                    least = expected;
                    next = each;
                }
            }
            patterns.remove(next);
            steps.add(step(next));
            bound.addAll(next.variables());
            addReadyConditions();
        }
        addReadyConditions();
    }

    private void addReadyConditions() {
        addConditions(conditions.stream()
                .filter(condition -> bound.containsAll(condition.getVarsMentioned()))
                .toList());
    }

    private void addConditions(List<Expr> ready) {
        if (ready.isEmpty()) {
            return;
        }
        conditions.removeAll(ready);
        Expr[] placed = ready.stream()
                .map(condition -> planner.expression(condition, bound))
                .toArray(Expr[]::new);
        PlanStep inner = steps.isEmpty() ? new PlanSteps.Once() : steps.removeLast();
        steps.add(new RowSteps.Filter(frame, inner, placed));
    }

    private double expected(JoinedPattern pattern) {
        // A pattern that has nothing to do with those before multiplies their rows.
        Set<Var> variables = pattern.variables();
        double apart = !bound.isEmpty() && !variables.isEmpty() && Collections.disjoint(variables, bound) ? 1e3 : 1;
        if (pattern.path() == null) {
            return apart
                    * graph.expected(
                            number(pattern.subject()),
                            number(pattern.property()),
                            number(pattern.object()),
                            isKnown(pattern.subject()),
                            isKnown(pattern.property()),
                            isKnown(pattern.object()));
        }
        boolean isOpen = !isKnown(pattern.subject()) && !isKnown(pattern.object());
        return apart * (isOpen ? graph.size() : STEPS_OF_PATH);
    }

    private boolean isKnown(Node place) {
        return place.isConcrete() || bound.contains(place);
    }

    private int number(Node place) {
        return place.isConcrete() ? graph.terms().number(place) : NumberedGraph.ANY;
    }

    /**
     * Returns the place of a node in a pattern. A triple term with variables is read as a variable, which is unpacked
     * then.
     *
     * @param unpacking gets the steps that do so
     */
    private MatchStep.PatternPlace place(Node node, List<PlanStep> unpacking) {
        if (node instanceof Var variable) {
            return new MatchStep.PatternPlace(frame.slot(variable), Evaluation.UNBOUND);
        }
        if (node.isConcrete()) {
            return new MatchStep.PatternPlace(-1, frame.evaluation().number(node));
        }
        if (!node.isTripleTerm()) {
            throw new NotPlannedException();
        }
        MatchStep.PatternPlace term = new MatchStep.PatternPlace(frame.hiddenSlot(), Evaluation.UNBOUND);
        List<PlanStep> inner = new ArrayList<>();
        Triple triple = node.getTriple();
        unpacking.add(new UnpackStep(
                frame,
                term.slot(),
                List.of(
                        place(triple.getSubject(), inner),
                        place(triple.getPredicate(), inner),
                        place(triple.getObject(), inner))));
        unpacking.addAll(inner);
        return term;
    }

    private PlanStep step(JoinedPattern pattern) {
        List<PlanStep> all = new ArrayList<>();
        List<PlanStep> unpacking = new ArrayList<>();
        MatchStep.PatternPlace from = place(pattern.subject(), unpacking);
        MatchStep.PatternPlace to = place(pattern.object(), unpacking);
        all.add(
                pattern.path() == null
                        ? new MatchStep(frame, graph, from, place(pattern.property(), unpacking), to)
                        : follow(from, pattern.path(), to, pattern.isBetweenGiven()));
        all.addAll(unpacking);
        return all.size() == 1 ? all.get(0) : new PlanSteps.Sequence(all);
    }

    private PlanStep follow(
            MatchStep.PatternPlace subject, Path path, MatchStep.PatternPlace object, boolean isBetweenGiven) {
        return switch (path) {
            case P_Link link -> new MatchStep(frame, graph, subject, place(link.getNode(), List.of()), object);
            case P_Inverse inverse -> follow(object, inverse.getSubPath(), subject, isBetweenGiven);
            case P_Alt either ->
                new PlanSteps.Union(List.of(
                        follow(subject, either.getLeft(), object, isBetweenGiven),
                        follow(subject, either.getRight(), object, isBetweenGiven)));
            case P_Seq both -> {
                MatchStep.PatternPlace middle = new MatchStep.PatternPlace(frame.hiddenSlot(), Evaluation.UNBOUND);
                yield new PlanSteps.Sequence(List.of(
                        follow(subject, both.getLeft(), middle, false),
                        follow(middle, both.getRight(), object, false)));
            }
            case P_NegPropSet set -> others(subject, set, object);
            case P_OneOrMore1 more -> closure(subject, path, object, isBetweenGiven);
            case P_ZeroOrMore1 more -> closure(subject, path, object, isBetweenGiven);
            case P_ZeroOrOne one -> closure(subject, path, object, isBetweenGiven);
            default -> throw new NotPlannedException();
        };
    }

    /** Plans a step by any property but some, forward and back as the set has properties of both directions. */
    private PlanStep others(MatchStep.PatternPlace subject, P_NegPropSet set, MatchStep.PatternPlace object) {
        List<PlanStep> directions = new ArrayList<>();
        if (!set.getFwdNodes().isEmpty()) {
            directions.add(other(subject, set.getFwdNodes(), object));
        }
        if (!set.getBwdNodes().isEmpty()) {
            directions.add(other(object, set.getBwdNodes(), subject));
        }
        return new PlanSteps.Union(directions);
    }

    private PlanStep other(MatchStep.PatternPlace from, List<Node> properties, MatchStep.PatternPlace to) {
        MatchStep.PatternPlace property = new MatchStep.PatternPlace(frame.hiddenSlot(), Evaluation.UNBOUND);
        int[] excluded = properties.stream().mapToInt(graph.terms()::number).toArray();
        return new RowSteps.Except(frame, new MatchStep(frame, graph, from, property, to), property.slot(), excluded);
    }

    private PlanStep closure(
            MatchStep.PatternPlace subject, Path path, MatchStep.PatternPlace object, boolean isBetweenGiven) {
        if (!NumberedPath.isKnown(path)) {
            throw new NotPlannedException();
        }
        return new ClosureStep(frame, graph, subject, path, object, isBetweenGiven);
    }
}
