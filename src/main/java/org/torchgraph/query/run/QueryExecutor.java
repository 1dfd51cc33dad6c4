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
 * Runs every query of the program, from page, endpoint, saved question or command line, each in a thread of its own,
 * guarded, and under one deadline for all of it.
 *
 * <p>The asker always gets an answer or a {@link QueryFailedException} by the deadline. A run that does not stop then
 * keeps its place until it does, so that stuck threads never outnumber the places.
 */
public final class QueryExecutor implements AutoCloseable {
    /** Jena's parser, and its evaluation of paths, recurse: 64 MiB hold a path of some 100 000 steps. */
    private static final long STACK_BYTES = 64L << 20;

    static {
        CorrectedOperators.makeValuesAfresh();
    }

    private final Limits limits;
    private final Semaphore places;
    private final Set<QueryTask<?>> running = ConcurrentHashMap.newKeySet();

    public QueryExecutor(Limits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.concurrent(), true);
    }

    public Limits limits() {
        return limits;
    }

    /** How many queries run now, those that are stuck among them. */
    public int running() {
        return running.size();
    }

    /**
     * Runs one query and waits for its answer.
     *
     * @throws QueryFailedException of any kind, at the deadline at the latest
     */
    public <T> T run(Snapshot snapshot, QueryRequest request, ResultReader<T> reader) {
        return run(snapshot, request, reader, deadline());
    }

    /** By when a query that is asked now is answered, in {@link System#nanoTime()}. */
    public long deadline() {
        return System.nanoTime() + limits.time().toNanos();
    }

    /**
     * One of several queries that share a deadline.
     *
     * @param end of {@link #deadline()}
     */
    public <T> T run(Snapshot snapshot, QueryRequest request, ResultReader<T> reader, long end) {
        QueryTask<T> run = new QueryTask<>(snapshot, request, reader, limits, end);
        takePlace(end);
        running.add(run);
        Thread thread = new Thread(null, () -> perform(run), "query", STACK_BYTES);
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            leavePlace(run);
            throw QueryFailures.busy(limits);
        }
        return run.await();
    }

    private void perform(QueryTask<?> run) {
        try {
            run.perform();
        } finally {
            leavePlace(run);
        }
    }

    private void takePlace(long end) {
        try {
            if (!places.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw QueryFailures.busy(limits);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw QueryFailures.busy(limits);
        }
    }

    private void leavePlace(QueryTask<?> run) {
        running.remove(run);
        places.release();
    }

    /** Calls off what still runs. */
    @Override
    public void close() {
        running.forEach(QueryTask::callOff);
    }
}
