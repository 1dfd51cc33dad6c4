package org.torchgraph.server;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.server.RequestLog;
import org.torchgraph.http.Mount;

/**
 * How a server is observed.
 *
 * @param metrics its measurements
 * @param accessLog the log of its requests, if there is one
 */
public record Monitoring(ServerMetrics metrics, Optional<AccessLog> accessLog) {

    /** Returns measurements that nobody reads, and no log. */
    public static Monitoring none() {
        return new Monitoring(new ServerMetrics(), Optional.empty());
    }

    /** Returns what is told of each request to a site at a path. */
    RequestLog requests(Mount context) {
        return new RequestLog.Collection(Stream.concat(Stream.of(metrics.requests(context)), accessLog.stream())
                .toArray(RequestLog[]::new));
    }
}
