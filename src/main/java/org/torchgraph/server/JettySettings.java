package org.torchgraph.server;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.torchgraph.server.reply.CommonHeaders;

/**
 * Sets what Fuseki leaves to Jetty: address, limits of what is sent, and how Jetty's own replies look.
 *
 * @param reach the address of the server
 * @param monitoring is told of requests and connections
 */
record JettySettings(ServerAddress reach, Monitoring monitoring) implements FusekiModule {
    /** The limit of request line and header fields in bytes. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;

    /** The time after which a client that neither sends the body of a request nor takes the reply is given up. */
    private static final int SILENT_MILLIS = 10_000;

    /** The time after which a silent connection is closed while there are as many connections as there may be. */
    private static final int CROWDED_MILLIS = 1000;

    /** The time in which replies in progress may end when the server stops. */
    private static final int STOP_MILLIS = 10_000;

    private static final int MAX_CONNECTIONS = 4096;

    private static final int OUTPUT_BUFFER_BYTES = 32 * 1024;

    /** The part of a reply that the operating system keeps for a client that does not take it. */
    private static final int SEND_BUFFER_BYTES = 128 * 1024;

    /** The number of connections that the operating system keeps until they are accepted. */
    private static final int ACCEPT_QUEUE = 1024;

    /** Returns the limit of connections, which is a quarter of the files that the process may open, at most. */
    private static int maxConnections() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? (int) Math.min(MAX_CONNECTIONS, unix.getMaxFileDescriptorCount() / 4)
                : MAX_CONNECTIONS;
    }

    @Override
    public void serverBeforeStarting(FusekiServer fuseki) {
        Server jetty = fuseki.getJettyServer();
        jetty.setStopTimeout(STOP_MILLIS);
        jetty.setRequestLog(monitoring.requests(reach.context()));
        jetty.setErrorHandler(new JettyProblems(reach.context()));
        // The builder makes one connector, which speaks HTTP/1.1.
        ServerConnector connector = (ServerConnector) jetty.getConnectors()[0];
        connector.setHost(reach.host());
        monitoring
                .metrics()
                .gauge("connections", "Open connections of clients", connector, open -> open.getConnectedEndPoints()
                        .size());
        // Connections without a request are closed by SlowClients, and others go on until their reply is sent.
        connector.setShutdownIdleTimeout(-1);
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
        NetworkConnectionLimit limit = new NetworkConnectionLimit(maxConnections(), connector);
        limit.setEndPointIdleTimeout(CROWDED_MILLIS);
        connector.addBean(limit);
        // A thread that waits for its client costs nothing, so that such clients do not keep others from one.
        ((QueuedThreadPool) jetty.getThreadPool())
                .setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request"));
        HttpConfiguration http =
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        // A redirect repeats the address in its header.
        http.setMaxResponseHeaderSize(MAX_HEADER_BYTES);
        // Characters outside ASCII that are not percent-encoded are read as UTF-8, as people type IRIs.
        // IRIs of things may have characters that are special in paths; routes read paths as sent.
        http.setUriCompliance(UriCompliance.from(EnumSet.of(
                Violation.ILLEGAL_PATH_CHARACTERS,
                Violation.AMBIGUOUS_EMPTY_SEGMENT,
                Violation.AMBIGUOUS_PATH_ENCODING,
                Violation.AMBIGUOUS_PATH_PARAMETER,
                Violation.AMBIGUOUS_PATH_SEPARATOR,
                Violation.BAD_UTF8_ENCODING,
                Violation.SUSPICIOUS_PATH_CHARACTERS)));
        http.addCustomizer((request, response) -> {
            CommonHeaders.set(response::put);
            return request;
        });
        http.setIdleTimeout(SILENT_MILLIS);
        // Fuseki's buffer of 5 MiB for each reply is needed by replies whose length is not known before only.
        http.setOutputBufferSize(OUTPUT_BUFFER_BYTES);
        SlowClients slow = new SlowClients(connector);
        connector.addBean(slow);
        http.addCustomizer(slow);
        http.addCustomizer(reach.proxies().customizer());
    }
}
