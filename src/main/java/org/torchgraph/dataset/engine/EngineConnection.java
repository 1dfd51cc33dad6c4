package org.torchgraph.dataset.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.dataset.remote.RemoteEndpoint;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryActivity;
import org.torchgraph.query.QueryEngine;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;
import org.torchgraph.query.guard.CompiledQueries;
import org.torchgraph.query.guard.QueryFailures;

/**
 * Asks an engine: queries of clients and those that pages need, each kind as many at once as the limits allow. All hold
 * against the guards before they are sent.
 */
final class EngineConnection implements QueryEngine, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineConnection.class);

    private final RemoteEndpoint endpoint;
    private final Limits limits;
    private final CompiledQueries queries;
    private final EngineBreaker breaker;
    private final Semaphore slots;
    private final Semaphore pageSlots;
    private final Set<CompletableFuture<Void>> running = ConcurrentHashMap.newKeySet();
    private final LongAdder answered = new LongAdder();
    private final Map<FailureKind, LongAdder> failed = new EnumMap<>(FailureKind.class);

    /** @param breaker one for all connections to the engine */
    EngineConnection(EngineAddress address, Limits limits, EngineBreaker breaker) {
        this.breaker = breaker;
        this.endpoint = RemoteEndpoint.engine(address.query(), limits);
        this.limits = limits;
        this.queries = new CompiledQueries(limits);
        this.slots = new Semaphore(limits.concurrent(), true);
        this.pageSlots = new Semaphore(limits.concurrent(), true);
        for (FailureKind kind : FailureKind.values()) {
            failed.put(kind, new LongAdder());
        }
    }

    @Override
    public Limits limits() {
        return limits;
    }

    CompiledQuery compiled(QueryRequest request) {
        return request.compiled().orElseGet(() -> queries.of(request.text(), request.base()));
    }

    /** Returns an engine that is asked of a choice of graphs. */
    QueryEngine over(GraphChoice graphs) {
        return new QueryEngine() {
            @Override
            public Limits limits() {
                return limits;
            }

            @Override
            public <T> T query(QueryRequest request, ResultReader<T> reader, Deadline deadline) {
                return EngineConnection.this.query(
                        request.asking(graphs.applied(request, compiled(request))), reader, deadline);
            }
        };
    }

    @Override
    public <T> T query(QueryRequest request, ResultReader<T> reader, Deadline deadline) {
        CompletableFuture<Void> alarm = new CompletableFuture<>();
        try {
            CompiledQuery compiled = compiled(request);
            T result = sent(request.asking(compiled), reader, deadline, alarm);
            answered.increment();
            return result;
        } catch (QueryFailedException failure) {
            failed.get(failure.kind()).increment();
            throw failure;
        }
    }

    private <T> T sent(QueryRequest request, ResultReader<T> reader, Deadline deadline, CompletableFuture<Void> alarm) {
        breaker.require();
        Semaphore free = request.page() ? pageSlots : slots;
        take(free, deadline);
        running.add(alarm);
        try {
            T result = endpoint.query(request, reader, deadline, alarm);
            breaker.answered();
            return result;
        } catch (QueryFailedException failure) {
            throw ofStore(failure, request.page());
        } finally {
            running.remove(alarm);
            free.release();
        }
    }

    /**
     * Returns a failure without the address of the engine, which is not for everybody.
     *
     * @param own whether the site asked, whose questions any engine answers; a client may ask what takes an engine long
     */
    private QueryFailedException ofStore(QueryFailedException failure, boolean own) {
        switch (failure.kind()) {
            case OUT_OF_TIME -> {
                note(own);
                return new QueryFailedException(
                        FailureKind.STORE_LATE,
                        Message.of(
                                Code.ENGINE_LATE, failure.message().arguments().get(0)),
                        failure);
            }
            case FAILED -> {
                return silent(failure, own);
            }
            default -> {
                breaker.answered();
                return failure;
            }
        }
    }

    private QueryFailedException silent(QueryFailedException failure, boolean own) {
        Throwable cause = failure.getCause();
        boolean status = cause instanceof QueryExceptionHTTP http && http.getStatusCode() >= 400;
        if (status && ((QueryExceptionHTTP) cause).getStatusCode() < 500
                || !status && !RemoteEndpoint.isBroken(cause)) {
            if (breaker.isServing()) {
                LOG.warn("{}", failure.getMessage());
            }
            LOG.debug("asking the engine", cause);
            note(own && !status);
            return new QueryFailedException(FailureKind.STORE_FAILED, Message.of(Code.ENGINE_FAILED), failure);
        }
        if (RemoteEndpoint.isUnreached(cause)) {
            breaker.gone();
        } else {
            note(own);
        }
        return new QueryFailedException(FailureKind.STORE_UNREACHED, Message.of(Code.ENGINE_UNREACHED), failure);
    }

    private void note(boolean counts) {
        if (counts) {
            breaker.failed();
        }
    }

    private void take(Semaphore free, Deadline deadline) {
        try {
            if (!free.tryAcquire(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
                throw QueryFailures.busy(limits);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw QueryFailures.busy(limits);
        }
    }

    QueryActivity activity() {
        Map<FailureKind, Long> counts = new EnumMap<>(FailureKind.class);
        failed.forEach((kind, count) -> counts.put(kind, count.sum()));
        return new QueryActivity(
                running.size(), slots.getQueueLength() + pageSlots.getQueueLength(), answered.sum(), counts);
    }

    /** Breaks off what is running, here and there. */
    @Override
    public void close() {
        running.forEach(alarm -> alarm.complete(null));
    }
}
