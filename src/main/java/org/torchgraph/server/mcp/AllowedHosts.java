package org.torchgraph.server.mcp;

import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HeaderAccessor;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.server.reply.Request;

/**
 * The hosts under which the protocol is served. A page of another site could otherwise lead a browser to a server on
 * the reader's own machine, by a name that resolves to it.
 *
 * @param hosts names or addresses, each with a port or without, which means any port
 */
public record AllowedHosts(List<String> hosts) {
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> SCHEMES = List.of("http", "https");
    private static final String ANY_PORT = ":*";

    public AllowedHosts {
        hosts = List.copyOf(hosts);
    }

    /** Returns the hosts of this machine alone. */
    public static AllowedHosts loopback() {
        return new AllowedHosts(List.of());
    }

    /**
     * Returns what tells the {@code Host} and {@code Origin} that are allowed.
     *
     * @param base the base IRI of the publication, whose host is allowed too
     */
    DefaultServerTransportSecurityValidator validator(String base) {
        List<String> allowed = Stream.of(
                        LOOPBACK.stream(), Stream.ofNullable(URI.create(base).getAuthority()), hosts.stream())
                .flatMap(all -> all)
                .flatMap(host -> hasPort(host) ? Stream.of(host) : Stream.of(host, host + ANY_PORT))
                .toList();
        List<String> origins = allowed.stream()
                .flatMap(host -> SCHEMES.stream().map(scheme -> scheme + "://" + host))
                .toList();
        return DefaultServerTransportSecurityValidator.builder()
                .allowedHosts(allowed)
                .allowedOrigins(origins)
                .build();
    }

    /**
     * Refuses a request whose {@code Host} or {@code Origin} is not allowed.
     *
     * @throws org.torchgraph.http.ProblemException 403
     */
    static void check(Request request, DefaultServerTransportSecurityValidator validator) {
        try {
            validator.validate(new RequestHeaders(request));
        } catch (ServerTransportSecurityException forged) {
            throw request.header("Origin")
                    .map(origin ->
                            Problem.of(Problem.ProblemKind.FORBIDDEN, Code.MCP_ORIGIN, authority(request), origin))
                    .orElseGet(() -> Problem.of(Problem.ProblemKind.FORBIDDEN, Code.MCP_HOST, authority(request)))
                    .exception();
        }
    }

    private static boolean hasPort(String host) {
        return host.lastIndexOf(':') > host.lastIndexOf(']');
    }

    /** Returns the host and port that the client asked for, or that a trusted proxy says it asked for. */
    private static String authority(Request request) {
        return URI.create(request.origin()).getRawAuthority();
    }

    private record RequestHeaders(Request request) implements HeaderAccessor {
        @Override
        public List<String> getHeader(String name) {
            return name.equalsIgnoreCase("Host")
                    ? List.of(authority(request))
                    : Collections.list(request.servlet().getHeaders(name));
        }

        @Override
        public List<String> getHeaderNames() {
            return Collections.list(request.servlet().getHeaderNames());
        }
    }
}
