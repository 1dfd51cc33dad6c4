package org.torchgraph.dataset.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.system.Txn;
import org.torchgraph.dataset.evaluation.NumberedExecutor;
import org.torchgraph.dataset.evaluation.PatternReorder;
import org.torchgraph.dataset.evaluation.StepBudget;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;
import org.torchgraph.query.guard.CompiledQueries;
import org.torchgraph.query.guard.Guards;
import org.torchgraph.query.guard.QueryParsing;

/**
 * One query.
 *
 * @param <T> the type of the result
 */
final class QueryTask<T> extends BoundedTask<T> {
    /** The limit of the text of a query that may be performed in the thread of its request. */
    private static final int BRIEF_CHARACTERS = 4096;

    /** The steps for such a query, which take a few milliseconds. */
    private static final int BRIEF_STEPS = 1 << 13;

    private final QueriedData data;
    private final QueryRequest request;
    private final ResultReader<T> reader;
    private final CompiledQueries queries;
    private final ServiceCalls services;

    /**
     * Creates a task, which is not yet started.
     *
     * @param reader may be called twice, if the first call did not end
     * @param queries compiles the text, unless the request has it compiled
     */
    QueryTask(
            QueriedData data,
            QueryRequest request,
            ResultReader<T> reader,
            CompiledQueries queries,
            Limits limits,
            Deadline deadline) {
        super(limits, deadline);
        this.queries = queries;
        this.data = data;
        this.request = request;
        this.reader = reader;
        this.services = new ServiceCalls(limits, deadline);
    }

    @Override
    T result() {
        CompiledQuery query = compiled();
        return Txn.calculateRead(data.graphs(), () -> execute(query, null));
    }

    /**
     * Performs the task here, if that takes a moment only: handing a small query to another thread takes longer than
     * the query itself.
     *
     * @return the result; empty if the task has to be performed in a thread of its own
     * @throws QueryFailedException of any kind but OUT_OF_TIME
     */
    Optional<T> briefly() {
        if (request.text().length() > BRIEF_CHARACTERS
                || !NumberedExecutor.reads(data.graphs().getDefaultGraph())) {
            return Optional.empty();
        }
        StepBudget budget = new StepBudget(BRIEF_STEPS);
        try {
            CompiledQuery query = compiled();
            return query.query().isDescribeType() || Guards.mayTakeLongForARow(query.algebra())
                    ? Optional.empty()
                    : Optional.ofNullable(Txn.calculateRead(data.graphs(), () -> execute(query, budget)));
        } catch (StackOverflowError deep) {
            return Optional.empty();
        } catch (RuntimeException | OutOfMemoryError failed) {
            if (budget.isExceeded()) {
                return Optional.empty();
            }
            throw failure(failed);
        }
    }

    private CompiledQuery compiled() {
        return request.compiled().orElseGet(() -> queries.of(request.text(), request.base()));
    }

    @Override
    QueryFailedException failure(Throwable cause) {
        return services.failure().orElseGet(() -> super.failure(cause));
    }

    /** Executes the query, with a budget or else until its deadline. */
    private T execute(CompiledQuery compiled, StepBudget budget) {
        Query query = compiled.query();
        DescriptionScope scope = scope(query);
        DatasetGraph all = new CancellableData(scope.over(data.graphs()), cancelled());
        // Only graphs of the dataset are used; none is fetched.
        DatasetGraph graphs = QueryParsing.graphs(request, query)
                .map(chosen -> DynamicDatasets.dynamicDataset(chosen, all, false))
                .orElse(all);
        QueryExecBuilder building = QueryExec.dataset(graphs)
                .query(query)
                .set(
                        ARQConstants.registryQueryEngines,
                        new GuardedEngine(
                                        any -> compiled.algebra(),
                                        request.bindings(),
                                        scope,
                                        cancelled(),
                                        limits().services())
                                .alone())
                .set(ARQConstants.sysOpExecutorFactory, NumberedExecutor.factory())
                .set(ARQ.stageGenerator, new PatternReorder())
                .set(ARQConstants.symCancelQuery, cancelled())
                .set(ARQ.httpServiceAllowed, false)
                .set(ARQConstants.registryServiceExecutors, new ServiceExecutorRegistry().addBulkLink(services))
                .set(ARQ.propertyFunctions, false);
        if (budget == null) {
            building.timeout(millisLeft(), TimeUnit.MILLISECONDS);
        } else {
            building.set(StepBudget.SETTING, budget);
        }
        try (QueryExec exec = building.build()) {
            onCancel(exec::abort);
            return reader.read(exec);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DescriptionScope scope(Query query) {
        return data.description()
                .map(description -> QueryParsing.graphs(request, query).isPresent()
                        ? DescriptionScope.chosen(description)
                        : DescriptionScope.rewritten(description, request.marked()))
                .orElse(DescriptionScope.NONE);
    }
}
