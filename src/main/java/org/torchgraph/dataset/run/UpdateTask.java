package org.torchgraph.dataset.run;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.PlanOp;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.update.UpdateRequest;
import org.torchgraph.dataset.Change;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;

/** Works out what an update changes; its patterns are guarded and bounded like queries. */
final class UpdateTask extends BoundedTask<Change> {
    private final DatasetGraph graphs;
    private final UpdateRequest update;
    private final Optional<Node> target;

    /**
     * Creates a task, which is not yet started.
     *
     * @param target the graph that stands for the default graph; empty if that is the union
     */
    UpdateTask(DatasetGraph graphs, UpdateRequest update, Optional<Node> target, Limits limits, Deadline deadline) {
        super(limits, deadline);
        this.graphs = graphs;
        this.update = update;
        this.target = target;
    }

    @Override
    Change result() {
        return Txn.calculateRead(graphs, () -> {
            EditedData edited = new EditedData(
                    new CancellableData(graphs, cancelled()), target, limits().answerRows(), cancelled());
            // Without a timeout of Jena's, which ends the second operation at once (6.2); await() cancels it.
            UpdateExec exec = UpdateExec.newBuilder()
                    .update(update)
                    .dataset(edited)
                    .set(ARQConstants.registryQueryEngines, engine())
                    .set(ARQ.httpServiceAllowed, false)
                    .set(ARQ.propertyFunctions, false)
                    .build();
            onCancel(exec::abort);
            exec.execute();
            return edited.change();
        });
    }

    private QueryEngineRegistry engine() {
        QueryEngineRegistry registry = new QueryEngineRegistry();
        registry.add(new CountedEngine(
                new GuardedEngine(Algebra::compile, Map.of(), DescriptionScope.NONE, cancelled(), Set.of()),
                limits().answerRows()));
        return registry;
    }

    /**
     * Limits the solutions of a pattern, which Jena collects before it changes anything.
     *
     * @param most the number of solutions
     */
    private record CountedEngine(QueryEngineFactory engine, int most) implements QueryEngineFactory {

        @Override
        public boolean accept(Query query, DatasetGraph data, Context context) {
            return true;
        }

        @Override
        public Plan create(Query query, DatasetGraph data, Binding input, Context context) {
            return counted(engine.create(query, data, input, context));
        }

        @Override
        public boolean accept(Op op, DatasetGraph data, Context context) {
            return true;
        }

        @Override
        public Plan create(Op op, DatasetGraph data, Binding input, Context context) {
            return counted(engine.create(op, data, input, context));
        }

        private Plan counted(Plan plan) {
            return new PlanOp(plan.getOp(), plan, new CountedRows(plan.iterator(), most));
        }
    }

    private static final class CountedRows extends QueryIteratorWrapper {
        private final int most;
        private int rows;

        CountedRows(QueryIterator iterator, int most) {
            super(iterator);
            this.most = most;
        }

        @Override
        protected Binding moveToNextBinding() {
            rows++;
            if (rows > most) {
                throw new QueryFailedException(QueryFailedException.FailureKind.OUT_OF_BUDGET, Code.UPDATE_ROWS, most);
            }
            return super.moveToNextBinding();
        }
    }
}
