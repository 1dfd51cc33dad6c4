package org.torchgraph.server;

import org.torchgraph.http.Mount;

/**
 * Where the site listens and how clients reach it.
 *
 * @param host address to listen at
 * @param port 0 for any free one
 * @param context the path below which it is
 * @param proxies whose word is taken for how a client reached it
 */
public record ServerAddress(String host, int port, Mount context, TrustedProxies proxies) {

    /** At the root of a host, behind no proxy. */
    public static ServerAddress of(String host, int port) {
        return new ServerAddress(host, port, Mount.ROOT, TrustedProxies.none());
    }
}
