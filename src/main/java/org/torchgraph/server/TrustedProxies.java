package org.torchgraph.server;

import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * The proxies whose word is taken for how a client reached the site: {@code Forwarded} (RFC 7239) and
 * {@code X-Forwarded-*} are heeded on connections from them and from nobody else.
 */
public final class TrustedProxies {
    private final InetAddressSet addresses = new InetAddressSet();

    private TrustedProxies(List<String> addresses) {
        this.addresses.addAll(addresses);
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
        return (request, response) -> isTrusted(request) ? forwarded.customize(request, response) : request;
    }

    private boolean isTrusted(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
                && !addresses.isEmpty()
                && addresses.test(peer.getAddress());
    }
}
