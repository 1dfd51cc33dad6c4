package org.torchgraph.http;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path below which clients find the site. Inside, paths are those of the site; this is put before them as they are
 * sent.
 *
 * @param path empty when the site is at the root of its host, else as {@code /torchgraph}
 */
public record Mount(String path) {
    public static final Mount ROOT = new Mount("");

    private static final int LONGEST = 256;
    /** Segments that are neither empty nor made of dots (RFC 3986 §3.3), so that none leads elsewhere. */
    private static final Pattern PATH =
            Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+)*");

    /** The mount that a text names, with or without {@code /} at its end; empty when it is no path. */
    public static Optional<Mount> parse(String text) {
        String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return path.length() <= LONGEST && PATH.matcher(path).matches()
                ? Optional.of(new Mount(path))
                : Optional.empty();
    }

    /** What a client asks for: a path of the site below the mount. Anything else, a whole IRI or a query, stays. */
    public String of(String reference) {
        return reference.startsWith("/") ? path + reference : reference;
    }
}
