package org.torchgraph.server;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * The proxies whose word is taken for how a client reached the site: {@code Forwarded} (RFC 7239) and
 * {@code X-Forwarded-*}, the prefix of the path among them, are heeded on connections from them and from nobody else.
 */
public final class TrustedProxies {
    private static final Pattern NUMERIC = Pattern.compile("[0-9A-Fa-f.:/-]+");
    private static final Pattern HOST = Pattern.compile("(?i)(^|[;,\\s])host=");

    private final InetAddressSet addresses = new InetAddressSet();

    private TrustedProxies(List<String> addresses) {
        for (String address : addresses) {
            if (!NUMERIC.matcher(address).matches()) {
                // It would be looked up as a name, and an empty one as this machine.
                throw new IllegalArgumentException("no address");
            }
            this.addresses.add(address);
        }
    }

    /**
     * @param addresses IP addresses, or networks as {@code 10.0.0.0/8}
     * @throws IllegalArgumentException when one is neither
     */
    public static TrustedProxies at(List<String> addresses) {
        return new TrustedProxies(addresses);
    }

    /** Nobody is believed. */
    public static TrustedProxies none() {
        return at(List.of());
    }

    HttpConfiguration.Customizer customizer() {
        ForwardedRequestCustomizer forwarded = new ForwardedRequestCustomizer();
        return (request, response) ->
                isTrusted(request) ? forwarded.customize(withoutPort(mounted(request)), response) : request;
    }

    /** Each proxy on the way adds what it has taken from the path, the outermost first. */
    private static Request mounted(Request request) {
        List<String> prefixes = request.getHeaders().getCSV("X-Forwarded-Prefix", false);
        if (!prefixes.isEmpty()) {
            request.setAttribute(
                    org.torchgraph.server.reply.Request.PREFIX,
                    prefixes.stream().map(TrustedProxies::withoutSlash).collect(Collectors.joining()));
        }
        return request;
    }

    private static String withoutSlash(String prefix) {
        return prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    }

    /**
     * Jetty keeps the port of the connection when {@code Forwarded} names a host and no port, which means the port of
     * the scheme.
     */
    private static Request withoutPort(Request request) {
        HttpURI uri = request.getHttpURI();
        boolean named = request.getHeaders().getValuesList(HttpHeader.FORWARDED).stream()
                .anyMatch(value -> HOST.matcher(value).find());
        if (!named || uri.getHost() == null) {
            return request;
        }
        HttpURI bare = HttpURI.build(uri).authority(uri.getHost(), 0).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpURI getHttpURI() {
                return bare;
            }
        };
    }

    private boolean isTrusted(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
                && !addresses.isEmpty()
                && addresses.test(peer.getAddress());
    }
}
