package org.torchgraph.dataset.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.system.Txn;
import org.torchgraph.dataset.evaluation.NumberedExecutor;
import org.torchgraph.dataset.evaluation.PatternReorder;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;
import org.torchgraph.query.guard.QueryParsing;

/**
 * One query.
 *
 * @param <T> the type of the result
 */
final class QueryTask<T> extends BoundedTask<T> {
    private final QueriedData data;
    private final QueryRequest request;
    private final ResultReader<T> reader;
    private final ServiceCalls services;

    /** Creates a task, which is not yet started. */
    QueryTask(QueriedData data, QueryRequest request, ResultReader<T> reader, Limits limits, Deadline deadline) {
        super(limits, deadline);
        this.data = data;
        this.request = request;
        this.reader = reader;
        this.services = new ServiceCalls(limits, deadline);
    }

    @Override
    T result() {
        Query query = request.parsed().orElseGet(() -> QueryParsing.parse(request.text(), request.base(), limits()));
        return Txn.calculateRead(data.graphs(), () -> execute(query));
    }

    @Override
    QueryFailedException failure(Throwable cause) {
        return services.failure().orElseGet(() -> super.failure(cause));
    }

    private T execute(Query query) {
        DescriptionScope scope = scope(query);
        DatasetGraph all = new CancellableData(scope.over(data.graphs()), cancelled());
        // Only graphs of the dataset are used; none is fetched.
        DatasetGraph graphs = QueryParsing.graphs(request, query)
                .map(chosen -> DynamicDatasets.dynamicDataset(chosen, all, false))
                .orElse(all);
        try (QueryExec exec = QueryExec.dataset(graphs)
                .query(query)
                .set(
                        ARQConstants.registryQueryEngines,
                        new GuardedEngine(request.bindings(), scope, cancelled(), limits().services()).alone())
                .set(ARQConstants.sysOpExecutorFactory, NumberedExecutor.factory())
                .set(ARQ.stageGenerator, new PatternReorder())
                .set(ARQConstants.symCancelQuery, cancelled())
                .set(ARQ.httpServiceAllowed, false)
                .set(ARQConstants.registryServiceExecutors, new ServiceExecutorRegistry().addBulkLink(services))
                .set(ARQ.propertyFunctions, false)
                .timeout(millisLeft(), TimeUnit.MILLISECONDS)
                .build()) {
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
