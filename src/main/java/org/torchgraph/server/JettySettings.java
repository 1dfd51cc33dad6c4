package org.torchgraph.server;

import java.util.EnumSet;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.torchgraph.server.reply.CommonHeaders;

/**
 * Sets what Fuseki leaves to Jetty: address, limits of what is sent, and how Jetty's own replies look.
 *
 * @param reach the address of the server
 */
record JettySettings(ServerAddress reach) implements FusekiModule {
    /** The limit of request line and header fields in bytes. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;

    @Override
    public void serverBeforeStarting(FusekiServer fuseki) {
        Server jetty = fuseki.getJettyServer();
        jetty.setErrorHandler(new JettyProblems(reach.context()));
        // The builder makes one connector, which speaks HTTP/1.1.
        ServerConnector connector = (ServerConnector) jetty.getConnectors()[0];
        connector.setHost(reach.host());
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
        http.addCustomizer(reach.proxies().customizer());
    }
}
