package org.torchgraph.dataset.evaluation;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.torchgraph.dataset.numbered.NumberedGraph;
import org.torchgraph.dataset.numbered.SameTriples;

/**
 * Executes operators over a graph whose terms have numbers by a plan of steps, and leaves to ARQ what has no plan;
 * parts of that come here again.
 */
public final class NumberedExecutor extends OpExecutor {
    private NumberedExecutor(ExecutionContext context) {
        super(context);
    }

    /** Returns the factory, which ARQ asks for each part of a query; over other graphs it is ARQ's own. */
    public static OpExecutorFactory factory() {
        return context ->
                numbered(context.getActiveGraph()) == null ? uncounted(context) : new NumberedExecutor(context);
    }

    /** Returns whether queries over a graph are executed by numbers. */
    public static boolean reads(Graph graph) {
        return numbered(graph) != null;
    }

    private static OpExecutor uncounted(ExecutionContext context) {
        StepBudget budget = StepBudget.of(context.getContext());
        if (budget != null) {
            throw budget.exceed();
        }
        return OpExecutor.stdFactory.create(context);
    }

    /** Returns the graph that has the same triples and is read by numbers, or null. */
    private static NumberedGraph numbered(Graph graph) {
        Graph inner = graph;
        while (inner instanceof SameTriples same) {
            inner = same.get();
        }
        return inner instanceof NumberedGraph numbered ? numbered : null;
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        NumberedGraph graph = numbered(execCxt.getActiveGraph());
        RowFrame frame = new RowFrame(new Evaluation(graph.terms(), execCxt));
        PlanStep step;
        Planner.Begin begin = input instanceof QueryIterRoot ? Planner.Begin.ROOT : Planner.Begin.GIVEN;
        try {
            step = new Planner(frame, graph, this::named, begin).plan(op, Set.of());
        } catch (NotPlannedException left) {
            StepBudget budget = StepBudget.of(execCxt.getContext());
            if (budget != null) {
                throw budget.exceed();
            }
            return super.exec(op, input);
        }
        return new Solutions(frame, step, input, keepsInput(op), List.copyOf(OpVars.visibleVars(op)));
    }

    /** Returns whether the rows of an operator have the variables of its input. */
    private static boolean keepsInput(Op op) {
        return switch (op) {
            case OpProject project -> false;
            case OpGroup group -> false;
            case OpSequence all -> all.getElements().stream().allMatch(NumberedExecutor::keepsInput);
            case OpUnion union -> keepsInput(union.getLeft()) && keepsInput(union.getRight());
            case Op1 one -> keepsInput(one.getSubOp());
            case Op2 two -> keepsInput(two.getLeft());
            default -> true;
        };
    }

    private NumberedGraph named(Node name) {
        return execCxt.getDataset().containsGraph(name)
                ? numbered(execCxt.getDataset().getGraph(name))
                : null;
    }
}
