package org.torchgraph.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
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
 * The proxies whose {@code Forwarded} (RFC 7239) and {@code X-Forwarded-*} headers, including the path prefix, are
 * trusted. They are ignored on connections from other addresses.
 */
public final class TrustedProxies {
    private static final Pattern NUMERIC = Pattern.compile("[0-9A-Fa-f.:/-]+");

    /** An address that is not resolved by DNS. */
    private static final Pattern LITERAL = Pattern.compile(".*:.*|((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?=.)|$)){4}");

    private static final Pattern FOR = Pattern.compile("(?i)(?:^|[;,\\s])for=\"?([^\",;\\s]+)");
    private static final Pattern HOST = Pattern.compile("(?i)(^|[;,\\s])host=");

    private final InetAddressSet addresses = new InetAddressSet();

    private TrustedProxies(List<String> addresses) {
        for (String address : addresses) {
            if (!NUMERIC.matcher(address).matches()) {
                // A name would be resolved by DNS, an empty one to this machine.
                throw new IllegalArgumentException("no address");
            }
            this.addresses.add(address);
        }
    }

    /**
     * Returns the proxies with the given addresses.
     *
     * @param addresses IP addresses, or networks such as {@code 10.0.0.0/8}
     * @throws IllegalArgumentException if one is neither
     */
    public static TrustedProxies at(List<String> addresses) {
        return new TrustedProxies(addresses);
    }

    /** Returns an empty set of proxies. */
    public static TrustedProxies none() {
        return at(List.of());
    }

    HttpConfiguration.Customizer customizer() {
        ForwardedRequestCustomizer forwarded = new ForwardedRequestCustomizer();
        return (request, response) ->
                isTrusted(request) ? forwarded.customize(withoutPort(mounted(identified(request))), response) : request;
    }

    /**
     * Stores the address of the client of a request: the last one that is not a trusted proxy itself, because clients
     * may invent those before it.
     */
    private Request identified(Request request) {
        List<String> stated = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false);
        if (stated.isEmpty()) {
            stated = request.getHeaders().getValuesList(HttpHeader.FORWARDED).stream()
                    .flatMap(value -> FOR.matcher(value).results())
                    .map(match -> match.group(1))
                    .toList();
        }
        stated.reversed().stream()
                .map(TrustedProxies::host)
                .filter(address -> !isTrusted(address))
                .findFirst()
                .ifPresent(client -> request.setAttribute(org.torchgraph.server.reply.Request.CLIENT, client));
        return request;
    }

    /** Returns an address without its port and brackets. */
    private static String host(String address) {
        return address.matches(".*:.*:.*") && !address.contains("[")
                ? address
                : address.replaceFirst(":\\d+$", "").replaceAll("[\\[\\]]", "");
    }

    private boolean isTrusted(String address) {
        try {
            return LITERAL.matcher(address).matches() && addresses.test(InetAddress.getByName(address));
        } catch (UnknownHostException malformed) {
            return false;
        }
    }

    /** Stores the path prefix of a request: each proxy adds the one that it removed, the outermost first. */
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
     * Removes the port if {@code Forwarded} names a host without one, which means the default port of the scheme; Jetty
     * would keep the port of the connection.
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
