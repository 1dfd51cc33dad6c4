package org.torchgraph.dataset.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.system.Txn;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;
import org.torchgraph.query.guard.QueryFailures;
import org.torchgraph.query.guard.QueryParsing;

/**
 * One query, shared by its own thread, which performs it, and the caller's, which awaits it.
 *
 * @param <T> the type of the result
 */
final class QueryTask<T> {
    private final QueriedData data;
    private final QueryRequest request;
    private final ResultReader<T> reader;
    private final Limits limits;
    private final Deadline deadline;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final ServiceCalls services;
    private volatile QueryExec started;

    /** Creates a task, which is not yet started. */
    QueryTask(QueriedData data, QueryRequest request, ResultReader<T> reader, Limits limits, Deadline deadline) {
        this.data = data;
        this.request = request;
        this.reader = reader;
        this.limits = limits;
        this.deadline = deadline;
        this.services = new ServiceCalls(limits, deadline);
    }

    /** Completes the task with the result or a failure; never throws. */
    void perform() {
        try {
            Query query = QueryParsing.parse(request.text(), request.base(), limits);
            T value = Txn.calculateRead(data.graphs(), () -> execute(query));
            if (!answer.complete(value)) {
                discard(value);
            }
        } catch (Throwable e) {
            // Errors too: a stack overflow or lack of memory in this thread is a failure of the query.
            answer.completeExceptionally(services.failure().orElseGet(() -> QueryFailures.ofRun(e, limits)));
        }
    }

    private T execute(Query query) {
        DescriptionScope scope = scope(query);
        DatasetGraph all = new CancellableData(scope.over(data.graphs()), cancelled);
        // Only graphs of the dataset are used; none is fetched.
        DatasetGraph graphs = QueryParsing.graphs(request, query)
                .map(chosen -> DynamicDatasets.dynamicDataset(chosen, all, false))
                .orElse(all);
        try (QueryExec exec = QueryExec.dataset(graphs)
                .query(query)
                .set(
                        ARQConstants.registryQueryEngines,
                        new GuardedEngine(request.bindings(), scope, cancelled, limits.services()).alone())
                .set(ARQConstants.symCancelQuery, cancelled)
                .set(ARQ.httpServiceAllowed, false)
                .set(ARQConstants.registryServiceExecutors, new ServiceExecutorRegistry().addBulkLink(services))
                .set(ARQ.propertyFunctions, false)
                .timeout(millisLeft(), TimeUnit.MILLISECONDS)
                .build()) {
            started = exec;
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

    /** Returns the result by the deadline. */
    T await() {
        try {
            return answer.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            cancel();
            return resultOrFailure();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
            return resultOrFailure();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    /**
     * Releases the caller and asks the query to stop. The thread is not interrupted, because that would close the files
     * of an on-disk store for every other reader.
     */
    void cancel() {
        answer.completeExceptionally(QueryFailures.outOfTime(limits));
        cancelled.set(true);
        QueryExec exec = started;
        if (exec != null) {
            // In a separate thread, because abort() waits for a query that is still being planned.
            Thread aborting = new Thread(exec::abort, "query-abort");
            aborting.setDaemon(true);
            aborting.start();
        }
    }

    /** Returns the result if it came before the cancellation. */
    private T resultOrFailure() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw failure(e.getCause());
        }
    }

    private QueryFailedException failure(Throwable cause) {
        return QueryFailures.ofRun(cause, limits);
    }

    private long millisLeft() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline.nanosLeft()));
    }

    private static void discard(Object value) throws Exception {
        if (value instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
