package org.torchgraph.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.component.Graceful;

/**
 * Closes the connections of clients that keep the server waiting: for the head of a request, however many bytes of it
 * trickle in, or for the next part of a reply to be taken. Bodies of requests have their own limit, because the reply
 * says that it was exceeded.
 */
final class SlowClients extends AbstractLifeCycle
        implements Connection.Listener, HttpConfiguration.Customizer, Graceful {
    /** The time for the head of a request from its first byte. */
    private static final Duration HEAD = Duration.ofSeconds(10);

    /** The time for one part of a reply, besides that by the minimum rate. */
    private static final Duration PART = Duration.ofSeconds(10);

    private static final long MIN_BYTES_PER_SECOND = 8 * 1024;

    private static final long LOOK_EVERY_MILLIS = 1000;

    private final ServerConnector connector;
    private final Map<EndPoint, Wait> waiting = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /**
     * What a connection waits for.
     *
     * @param until the value of {@link System#nanoTime()} at which it is closed
     * @param idleAt the number of bytes received with which it has no request; negative for a reply
     */
    private record Wait(long until, long idleAt) {
        static Wait head(EndPoint client) {
            return new Wait(
                    System.nanoTime() + HEAD.toNanos(), client.getConnection().getBytesIn());
        }

        static Wait part(long bytes) {
            return new Wait(
                    System.nanoTime()
                            + PART.plusSeconds(bytes / MIN_BYTES_PER_SECOND).toNanos(),
                    -1);
        }
    }

    SlowClients(ServerConnector connector) {
        this.connector = connector;
    }

    @Override
    protected void doStart() {
        stopping = false;
        lookLater();
    }

    private void lookLater() {
        connector.getScheduler().schedule(this::look, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        waiting.put(connection.getEndPoint(), Wait.head(connection.getEndPoint()));
    }

    @Override
    public void onClosed(Connection connection) {
        waiting.remove(connection.getEndPoint());
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
        waiting.remove(client);
        request.addHttpStreamWrapper(stream -> new Replying(stream, client));
        Request.addCompletionListener(request, failure -> waiting.put(client, Wait.head(client)));
        return request;
    }

    /** Closes the connections that have no complete request; the server waits for the others. */
    @Override
    public CompletableFuture<Void> shutdown() {
        stopping = true;
        closeSlow();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isShutdown() {
        return stopping;
    }

    private void look() {
        closeSlow();
        if (isRunning()) {
            lookLater();
        }
    }

    private void closeSlow() {
        long now = System.nanoTime();
        waiting.forEach((client, wait) -> {
            if (!client.isOpen()) {
                waiting.remove(client);
            } else if (stopping && wait.idleAt() >= 0) {
                client.close();
            } else if (client.getConnection().getBytesIn() == wait.idleAt()) {
                // The idle timeout of the connector ends connections without requests.
                waiting.replace(client, wait, Wait.head(client));
            } else if (now - wait.until() > 0) {
                client.close(new TimeoutException("the client is too slow"));
            }
        });
    }

    /** The two directions of one request, of which the reply is watched. */
    private final class Replying extends HttpStream.Wrapper {
        private final EndPoint client;

        Replying(HttpStream stream, EndPoint client) {
            super(stream);
            this.client = client;
        }

        @Override
        public void send(
                MetaData.Request request, MetaData.Response response, boolean last, ByteBuffer part, Callback sent) {
            long bytes = part == null ? 0 : part.remaining();
            waiting.put(client, Wait.part(bytes));
            super.send(request, response, last, part, Callback.from(() -> waiting.remove(client), sent));
        }
    }
}
