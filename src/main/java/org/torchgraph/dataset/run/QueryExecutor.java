package org.torchgraph.dataset.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.update.UpdateRequest;
import org.torchgraph.dataset.Change;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryActivity;
import org.torchgraph.query.QueryEngine;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;
import org.torchgraph.query.guard.CompiledQueries;
import org.torchgraph.query.guard.CorrectedOperators;
import org.torchgraph.query.guard.QueryFailures;

/**
 * Runs every query of the program, from pages, endpoint, saved questions and command line, guarded, and under one
 * deadline: one that ends at once in the thread of the caller, every other in a thread that it has alone.
 *
 * <p>The caller always gets a result or a {@link QueryFailedException} by the deadline. A query that does not stop then
 * keeps its slot until it does, so that stuck threads never outnumber the slots.
 */
public final class QueryExecutor implements AutoCloseable {
    /**
     * The stack of query threads. Jena's parser and its path evaluation are recursive; 64 MiB suffice for a path of
     * some 100 000 steps.
     */
    private static final long STACK_BYTES = 64L << 20;

    /** The seconds for which a thread waits for another query, since it takes longer to make one than to ask many. */
    private static final long IDLE_SECONDS = 5;

    /** Has as many threads as there are queries, of which the slots allow so many. */
    private static final Executor THREADS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), QueryExecutor::thread);

    static {
        CorrectedOperators.disableValueCache();
    }

    private final Limits limits;
    private final CompiledQueries queries;
    private final Semaphore slots;
    /** The slots of queries for pages, so that other queries, however many, do not keep readers from pages. */
    private final Semaphore pageSlots;

    private final Set<BoundedTask<?>> running = ConcurrentHashMap.newKeySet();
    private final LongAdder answered = new LongAdder();
    private final Map<FailureKind, LongAdder> failed = new EnumMap<>(FailureKind.class);

    /** Creates an executor with the given limits. */
    public QueryExecutor(Limits limits) {
        this.limits = limits;
        this.queries = new CompiledQueries(limits);
        this.slots = new Semaphore(limits.concurrent(), true);
        this.pageSlots = new Semaphore(limits.concurrent(), true);
        for (FailureKind kind : FailureKind.values()) {
            failed.put(kind, new LongAdder());
        }
    }

    /** Returns the limits of each query. */
    public Limits limits() {
        return limits;
    }

    /** Returns the number of running queries, including stuck ones. */
    public int running() {
        return running.size();
    }

    /** Returns what the queries have come to. */
    public QueryActivity activity() {
        Map<FailureKind, Long> counts = new EnumMap<>(FailureKind.class);
        failed.forEach((kind, count) -> counts.put(kind, count.sum()));
        return new QueryActivity(
                running(), slots.getQueueLength() + pageSlots.getQueueLength(), answered.sum(), counts);
    }

    /** Returns an engine that runs its queries here, over this data. */
    public QueryEngine over(QueriedData data) {
        return new QueryEngine() {
            @Override
            public Limits limits() {
                return limits;
            }

            @Override
            public <T> T query(QueryRequest request, ResultReader<T> reader, Deadline deadline) {
                Semaphore free = request.page() ? pageSlots : slots;
                try {
                    QueryTask<T> task = new QueryTask<>(data, request, reader, queries, limits, deadline);
                    T result = task.briefly().orElseGet(() -> run(task, free, deadline));
                    answered.increment();
                    return result;
                } catch (QueryFailedException failure) {
                    failed.get(failure.kind()).increment();
                    throw failure;
                }
            }
        };
    }

    /**
     * Works out what an update would change, which changes nothing.
     *
     * @param target the graph that stands for the default graph; empty if that is the union
     * @throws QueryFailedException of any kind, at the deadline at the latest
     */
    Change changes(DatasetGraph graphs, UpdateRequest update, Optional<Node> target) {
        Deadline deadline = Deadline.in(limits.time());
        return run(new UpdateTask(graphs, update, target, limits, deadline), slots, deadline);
    }

    private <T> T run(BoundedTask<T> run, Semaphore free, Deadline deadline) {
        takeSlot(free, deadline);
        running.add(run);
        try {
            THREADS.execute(() -> perform(run, free));
        } catch (OutOfMemoryError e) {
            releaseSlot(run, free);
            throw QueryFailures.busy(limits);
        }
        return run.await();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "query", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    private void perform(BoundedTask<?> run, Semaphore free) {
        try {
            run.perform();
        } finally {
            releaseSlot(run, free);
        }
    }

    private void takeSlot(Semaphore free, Deadline deadline) {
        try {
            if (!free.tryAcquire(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
                throw QueryFailures.busy(limits);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw QueryFailures.busy(limits);
        }
    }

    private void releaseSlot(BoundedTask<?> run, Semaphore free) {
        running.remove(run);
        free.release();
    }

    /** Cancels the running queries. */
    @Override
    public void close() {
        running.forEach(BoundedTask::cancel);
    }
}
