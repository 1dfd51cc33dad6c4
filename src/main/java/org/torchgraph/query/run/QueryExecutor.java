package org.torchgraph.query.run;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;

/**
 * Runs every query of the program, from pages, endpoint, saved questions and command line, each in a thread of its own,
 * guarded, and under one deadline.
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

    static {
        CorrectedOperators.disableValueCache();
    }

    private final Limits limits;
    private final Semaphore slots;
    private final Set<QueryTask<?>> running = ConcurrentHashMap.newKeySet();

    /** Creates an executor with the given limits. */
    public QueryExecutor(Limits limits) {
        this.limits = limits;
        this.slots = new Semaphore(limits.concurrent(), true);
    }

    /** Returns the limits of each query. */
    public Limits limits() {
        return limits;
    }

    /** Returns the number of running queries, including stuck ones. */
    public int running() {
        return running.size();
    }

    /**
     * Runs a query and waits for its result.
     *
     * @throws QueryFailedException of any kind, at the deadline at the latest
     */
    public <T> T run(Snapshot snapshot, QueryRequest request, ResultReader<T> reader) {
        return run(snapshot, request, reader, deadline());
    }

    /** Returns the deadline of a query that starts now, in {@link System#nanoTime()}. */
    public long deadline() {
        return System.nanoTime() + limits.time().toNanos();
    }

    /**
     * Runs one of several queries that share a deadline.
     *
     * @param end the value of {@link #deadline()}
     */
    public <T> T run(Snapshot snapshot, QueryRequest request, ResultReader<T> reader, long end) {
        QueryTask<T> run = new QueryTask<>(snapshot, request, reader, limits, end);
        takeSlot(end);
        running.add(run);
        Thread thread = new Thread(null, () -> perform(run), "query", STACK_BYTES);
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            releaseSlot(run);
            throw QueryFailures.busy(limits);
        }
        return run.await();
    }

    private void perform(QueryTask<?> run) {
        try {
            run.perform();
        } finally {
            releaseSlot(run);
        }
    }

    private void takeSlot(long end) {
        try {
            if (!slots.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw QueryFailures.busy(limits);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw QueryFailures.busy(limits);
        }
    }

    private void releaseSlot(QueryTask<?> run) {
        running.remove(run);
        slots.release();
    }

    /** Cancels the running queries. */
    @Override
    public void close() {
        running.forEach(QueryTask::cancel);
    }
}
