package org.torchgraph.server;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.server.RequestLog;
import org.torchgraph.http.Mount;
import org.torchgraph.messages.Message;
import org.torchgraph.server.write.Writers;

/**
 * How a server is observed.
 *
 * @param metrics its measurements
 * @param accessLog the log of its requests, if there is one
 * @param writers those who may write, if there are any
 */
public record Monitoring(ServerMetrics metrics, Optional<AccessLog> accessLog, Optional<Writers> writers) {

    /** Observes a server that has no writers. */
    public Monitoring(ServerMetrics metrics, Optional<AccessLog> accessLog) {
        this(metrics, accessLog, Optional.empty());
    }

    /** Returns measurements that nobody reads, and no log. */
    public static Monitoring none() {
        return new Monitoring(new ServerMetrics(), Optional.empty());
    }

    /** Returns why no writer is let on. */
    Optional<Message> fault() {
        return writers.flatMap(Writers::fault);
    }

    /** Returns what is told of each request to a site at a path. */
    RequestLog requests(Mount context) {
        return new RequestLog.Collection(Stream.concat(Stream.of(metrics.requests(context)), accessLog.stream())
                .toArray(RequestLog[]::new));
    }
}
