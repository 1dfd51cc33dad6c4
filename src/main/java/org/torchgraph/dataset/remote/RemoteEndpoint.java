package org.torchgraph.dataset.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.apache.jena.sparql.exec.http.QuerySendMode;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryEngine;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;
import org.torchgraph.query.guard.QueryFailures;
import org.torchgraph.query.guard.QueryParsing;

/** A SPARQL endpoint. Its response is read by the deadline, up to the size that the limits allow for a result. */
public final class RemoteEndpoint implements QueryEngine {
    /** An endpoint has this time, since its data may be larger and other clients use it. */
    private static final Duration TIME = Duration.ofMinutes(1);

    private final String address;
    private final Limits limits;
    private final LongFunction<BoundedHttpClient> clients;

    /** Creates an engine for the endpoint at an address, with the limits of one query there. */
    public RemoteEndpoint(String address, Limits limits) {
        this(address, limits, BoundedHttpClient::following);
    }

    private RemoteEndpoint(String address, Limits limits, LongFunction<BoundedHttpClient> clients) {
        this.address = address;
        this.limits = limits;
        this.clients = clients;
    }

    /** Returns an endpoint that a query names by {@code SERVICE}; its redirects are not followed. */
    public static RemoteEndpoint service(String address, Limits limits) {
        return new RemoteEndpoint(address, limits, BoundedHttpClient::staying);
    }

    /** Returns the endpoint of an engine that has the statements of a site; its redirects are not followed. */
    public static RemoteEndpoint engine(String address, Limits limits) {
        return new RemoteEndpoint(address, limits, BoundedHttpClient::engine);
    }

    /** Returns an endpoint that has a minute for each query, with the standard limits otherwise. */
    public static RemoteEndpoint at(String address) {
        return new RemoteEndpoint(address, Limits.standard().within(TIME));
    }

    @Override
    public Limits limits() {
        return limits;
    }

    /** Runs a query there; parameters are written into it as terms. */
    @Override
    public <T> T query(QueryRequest request, ResultReader<T> reader, Deadline deadline) {
        return query(request, reader, deadline, new CompletableFuture<>());
    }

    /**
     * Runs a query there; parameters are written into it as terms.
     *
     * @param alarm breaks the query off when it is completed
     */
    public <T> T query(QueryRequest request, ResultReader<T> reader, Deadline deadline, CompletableFuture<Void> alarm) {
        Query query = request.written(request.compiled()
                .orElseGet(() -> QueryParsing.checked(request.text(), request.base()))
                .query());
        AtomicBoolean late = new AtomicBoolean();
        BoundedHttpClient client = clients.apply(limits.answerBytes());
        // Virtuoso 7 does not answer a long query that is sent as it is, with the charset of the text.
        QueryExecHTTPBuilder builder = QueryExecHTTPBuilder.service(address)
                .httpClient(client)
                .sendMode(QuerySendMode.asGetWithLimitForm)
                .query(query);
        QueryParsing.graphs(request, query).ifPresent(graphs -> {
            graphs.getDefaultGraphURIs().forEach(builder::addDefaultGraphURI);
            graphs.getNamedGraphURIs().forEach(builder::addNamedGraphURI);
        });
        try (QueryExec running = builder.build()) {
            alarm.completeOnTimeout(null, deadline.nanosLeft(), TimeUnit.NANOSECONDS)
                    .thenRun(() -> {
                        late.set(true);
                        running.abort();
                        client.end();
                    });
            return reader.read(running);
        } catch (IOException diskIsFull) {
            throw late.get() ? QueryFailures.outOfTime(limits) : new UncheckedIOException(diskIsFull);
        } catch (RuntimeException failed) {
            throw late.get() ? QueryFailures.outOfTime(limits) : failure(failed);
        } finally {
            alarm.cancel(false);
            client.end();
        }
    }

    /** Returns whether no connection came about. */
    public static boolean isUnreached(Throwable thrown) {
        return ExceptionUtils.indexOfType(thrown, ConnectException.class) >= 0
                || ExceptionUtils.indexOfType(thrown, HttpConnectTimeoutException.class) >= 0;
    }

    /** Returns whether no connection came about, or one was broken off. */
    public static boolean isBroken(Throwable thrown) {
        return ExceptionUtils.indexOfType(thrown, IOException.class) >= 0;
    }

    private RuntimeException failure(RuntimeException thrown) {
        QueryFailedException own = ExceptionUtils.throwableOfType(thrown, QueryFailedException.class);
        if (own != null) {
            return own;
        }
        CutAnswerException cut = ExceptionUtils.throwableOfType(thrown, CutAnswerException.class);
        if (cut != null) {
            return new QueryFailedException(FailureKind.OUT_OF_BUDGET, cut.message(), cut);
        }
        boolean status = thrown instanceof QueryExceptionHTTP http && http.getStatusCode() >= 400;
        boolean unreached = isUnreached(thrown);
        Message reason = status
                ? Message.of(Code.ENDPOINT_STATUS, ((QueryExceptionHTTP) thrown).getStatusCode())
                : Message.of(unreached ? Code.ENDPOINT_UNREACHED : Code.ENDPOINT_ANSWER);
        Message message = Message.of(Code.ENDPOINT_SILENT, address, reason);
        return new QueryFailedException(FailureKind.FAILED, message, thrown);
    }
}
