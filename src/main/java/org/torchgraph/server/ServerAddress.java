package org.torchgraph.server;

import org.torchgraph.http.Mount;
import org.torchgraph.server.mcp.AllowedHosts;

/**
 * The address on which the server listens and under which clients reach it.
 *
 * @param host the address to listen on
 * @param port the port, or 0 for a free one
 * @param context the path of the site on its host
 * @param proxies the proxies whose forwarding headers are trusted
 * @param hosts the hosts under which assistants reach it
 */
public record ServerAddress(String host, int port, Mount context, TrustedProxies proxies, AllowedHosts hosts) {

    /** Creates an address that assistants reach on this machine alone. */
    public ServerAddress(String host, int port, Mount context, TrustedProxies proxies) {
        this(host, port, context, proxies, AllowedHosts.loopback());
    }

    /** Returns an address at the root of its host, without proxies. */
    public static ServerAddress of(String host, int port) {
        return new ServerAddress(host, port, Mount.ROOT, TrustedProxies.none());
    }
}
