package org.torchgraph.server.reply;

import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The header fields of every reply, whoever sends it: a route, Fuseki or Jetty. They let scripts of other origins read
 * a reply and its failure, and tell browsers not to guess its type, not to send its address to other sites, and, unless
 * it is a page with a policy of its own, not to load or run anything for it.
 */
public final class CommonHeaders {
    /** The field that a page or picture replaces by a policy of its own. */
    public static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    private static final Map<String, String> FIELDS = Map.of(
            "Access-Control-Allow-Origin",
            "*",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "strict-origin-when-cross-origin",
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; frame-ancestors 'none'");

    private CommonHeaders() {}

    /** Sets the fields, each by a call with its name and value. */
    public static void set(BiConsumer<String, String> response) {
        FIELDS.forEach(response);
    }
}
