package org.torchgraph.dataset.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpAssign;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDisjunction;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpNull;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.torchgraph.dataset.numbered.NumberedGraph;

/**
 * Turns operators of the algebra into steps over one frame. A right side that ARQ evaluates without the current row is
 * planned over a frame of its own, and its rows are a table.
 *
 * @throws NotPlannedException if an operator is left to ARQ
 */
final class Planner {
    private final RowFrame frame;
    private final NumberedGraph graph;
    private final GraphsByName graphs;
    private final Begin begin;

    /** With what the operators begin. */
    enum Begin {
        /** With nothing, or with one row for the whole query. */
        ROOT,
        /** With the rows of the steps before. */
        ROWS,
        /** With rows from outside, into which ARQ puts each row before it evaluates an operator over all rows. */
        GIVEN
    }

    /** Finds a named graph, or null if it is not one whose terms have numbers. */
    interface GraphsByName {
        NumberedGraph find(Node name);
    }

    Planner(RowFrame frame, NumberedGraph graph, GraphsByName graphs, Begin begin) {
        this.frame = frame;
        this.graph = graph;
        this.graphs = graphs;
        this.begin = begin;
    }

    /**
     * Plans an operator.
     *
     * @param bound the variables that have a value then
     */
    PlanStep plan(Op op, Set<Var> bound) {
        return switch (op) {
            case OpBGP all -> join(op, bound);
            case OpTriple one -> join(op, bound);
            case OpPath path -> join(op, bound);
            case OpSequence all -> join(op, bound);
            case OpFilter filter -> filter(filter, bound);
            case OpConditional optional ->
                new PlanSteps.Optional(
                        plan(optional.getLeft(), bound),
                        following().plan(optional.getRight(), with(bound, OpVars.fixedVars(optional.getLeft()))));
            case OpLeftJoin optional -> leftJoin(optional, bound);
            case OpJoin both ->
                new PlanSteps.Sequence(
                        List.of(plan(both.getLeft(), bound), new TableSteps.Join(frame, table(both.getRight()))));
            case OpMinus minus -> minus(minus, bound);
            case OpUnion union ->
                new PlanSteps.Union(List.of(plan(union.getLeft(), bound), plan(union.getRight(), bound)));
            case OpDisjunction union ->
                new PlanSteps.Union(union.getElements().stream()
                        .map(each -> plan(each, bound))
                        .toList());
            case OpExtend extend -> extend(plan(extend.getSubOp(), bound), extend.getVarExprList(), bound);
            case OpAssign assign -> extend(plan(assign.getSubOp(), bound), assign.getVarExprList(), bound);
            case OpTable table -> values(table);
            case OpNull none -> new PlanSteps.Never();
            case OpGraph named -> named(named, bound);
            default -> whole(op, bound);
        };
    }

    /** Returns the planner of what follows rows. */
    Planner following() {
        return begin == Begin.ROOT ? new Planner(frame, graph, graphs, Begin.ROWS) : this;
    }

    /** Plans an operator over all rows; after rows it is evaluated apart from them. */
    private PlanStep whole(Op op, Set<Var> bound) {
        if (begin == Begin.GIVEN) {
            throw new NotPlannedException();
        }
        if (begin == Begin.ROWS) {
            return new TableSteps.Join(frame, table(op));
        }
        return switch (op) {
            case OpProject project -> plan(project.getSubOp(), bound);
            case OpDistinct distinct -> distinct(distinct.getSubOp(), bound, false);
            case OpReduced reduced -> distinct(reduced.getSubOp(), bound, true);
            case OpSlice slice ->
                new PlanSteps.Slice(
                        plan(slice.getSubOp(), bound),
                        slice.getStart() == Query.NOLIMIT ? 0 : slice.getStart(),
                        slice.getLength() == Query.NOLIMIT ? Long.MAX_VALUE : slice.getLength());
            case OpOrder order -> sorted(order.getSubOp(), order.getConditions(), Long.MAX_VALUE, bound);
            case OpTopN first -> sorted(first.getSubOp(), first.getConditions(), first.getLimit(), bound);
            case OpGroup group -> group(group, bound);
            default -> throw new NotPlannedException();
        };
    }

    private PlanStep join(Op op, Set<Var> bound) {
        return new JoinOrder(this, frame, graph, bound).plan(op);
    }

    private PlanStep filter(OpFilter filter, Set<Var> bound) {
        if (JoinOrder.isSimple(filter)) {
            return join(filter, bound);
        }
        Set<Var> inside = with(bound, OpVars.fixedVars(filter.getSubOp()));
        return new RowSteps.Filter(frame, plan(filter.getSubOp(), bound), conditions(filter.getExprs(), inside));
    }

    private Expr[] conditions(ExprList conditions, Set<Var> bound) {
        return conditions.getList().stream()
                .map(condition -> expression(condition, bound))
                .toArray(Expr[]::new);
    }

    /** Places an expression over the frame. */
    Expr expression(Expr expression, Set<Var> bound) {
        return PlacedExpressions.over(
                frame, expression, pattern -> new Planner(frame, graph, graphs, Begin.GIVEN).plan(pattern, bound));
    }

    private PlanStep leftJoin(OpLeftJoin optional, Set<Var> bound) {
        PlanStep left = plan(optional.getLeft(), bound);
        NumberTable right = table(optional.getRight());
        Expr[] conditions = optional.getExprs() == null ? new Expr[0] : conditions(optional.getExprs(), bound);
        return new PlanSteps.Optional(left, TableSteps.joinIf(frame, right, conditions));
    }

    private PlanStep minus(OpMinus minus, Set<Var> bound) {
        PlanStep left = plan(minus.getLeft(), bound);
        List<Var> common = new ArrayList<>(OpVars.visibleVars(minus.getLeft()));
        common.retainAll(OpVars.visibleVars(minus.getRight()));
        return new TableSteps.Minus(frame, left, table(minus.getRight()), common);
    }

    /** Returns the rows of an operator that does not see the current row. */
    private NumberTable table(Op op) {
        RowFrame own = new RowFrame(frame.evaluation());
        PlanStep step = new Planner(own, graph, graphs, Begin.ROOT).plan(op, Set.of());
        List<Var> variables = List.copyOf(OpVars.visibleVars(op));
        int[] slots = own.slots(variables);
        return new NumberTable(variables, () -> {
            NumberRows rows = new NumberRows(own.evaluation(), slots.length);
            int[] row = new int[slots.length];
            step.open();
            while (step.next()) {
                own.evaluation().step();
                own.copy(slots, row);
                rows.add(row);
            }
            return rows;
        });
    }

    private PlanStep values(OpTable op) {
        if (op.isJoinIdentity()) {
            return new PlanSteps.Once();
        }
        List<Var> variables = op.getTable().getVars();
        NumberRows rows = new NumberRows(frame.evaluation(), variables.size());
        op.getTable().rows().forEachRemaining(binding -> rows.add(row(variables, binding)));
        return new TableSteps.Join(frame, new NumberTable(variables, () -> rows));
    }

    private int[] row(List<Var> variables, Binding binding) {
        return variables.stream()
                .mapToInt(variable -> binding.contains(variable)
                        ? frame.evaluation().number(binding.get(variable))
                        : Evaluation.UNBOUND)
                .toArray();
    }

    private PlanStep extend(PlanStep inner, VarExprList assigned, Set<Var> bound) {
        PlanStep step = inner;
        for (Var variable : assigned.getVars()) {
            Expr expression = assigned.getExpr(variable);
            if (expression == null) {
                throw new NotPlannedException();
            }
            step = new RowSteps.Extend(frame, step, frame.slot(variable), expression(expression, bound));
        }
        return step;
    }

    private PlanStep named(OpGraph op, Set<Var> bound) {
        NumberedGraph named = op.getNode().isURI() ? graphs.find(op.getNode()) : null;
        if (named == null) {
            throw new NotPlannedException();
        }
        return new Planner(frame, named, graphs, begin).plan(op.getSubOp(), bound);
    }

    private PlanStep distinct(Op inner, Set<Var> bound, boolean adjacentAlone) {
        return new Distinct(frame, plan(inner, bound), frame.slots(OpVars.visibleVars(inner)), adjacentAlone);
    }

    private PlanStep sorted(Op inner, List<SortCondition> by, long limit, Set<Var> bound) {
        PlanStep step = plan(inner, bound);
        List<Sorted.SortKey> conditions = by.stream()
                .map(condition -> new Sorted.SortKey(
                        expression(condition.getExpression(), bound),
                        condition.getDirection() == Query.ORDER_DESCENDING))
                .toList();
        return new Sorted(frame, step, conditions, frame.slots(OpVars.visibleVars(inner)), limit);
    }

    private PlanStep group(OpGroup group, Set<Var> bound) {
        PlanStep inner = plan(group.getSubOp(), bound);
        List<Group.GroupKey> keys = new ArrayList<>();
        for (Var variable : group.getGroupVars().getVars()) {
            Expr value = group.getGroupVars().getExpr(variable);
            keys.add(new Group.GroupKey(
                    frame.slot(variable), expression(value == null ? new ExprVar(variable) : value, bound)));
        }
        int[] named = OpVars.visibleVars(group.getSubOp()).stream()
                .filter(variable -> variable.isNamedVar())
                .mapToInt(frame::slot)
                .toArray();
        List<Group.Column> columns = new ArrayList<>();
        for (ExprAggregator each : group.getAggregators()) {
            Aggregator aggregator = each.getAggregator();
            ExprList arguments = aggregator.getExprList();
            Aggregator placed = arguments == null || arguments.isEmpty()
                    ? aggregator
                    : aggregator.copy(new ExprList(arguments.getList().stream()
                            .map(argument -> expression(argument, bound))
                            .toList()));
            columns.add(new Group.Column(
                    frame.slot(each.getVar()),
                    Tally.of(placed, named, frame.evaluation()),
                    aggregator.getValueEmpty()));
        }
        return new Group(frame, inner, keys, columns);
    }

    static Set<Var> with(Set<Var> some, Set<Var> more) {
        Set<Var> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
