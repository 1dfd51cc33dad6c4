package org.torchgraph.http;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path below which a reverse proxy publishes the site. The program works with paths of the site and adds the mount
 * when it sends them.
 *
 * @param path empty if the site is at the root of its host, else for example {@code /torchgraph}
 */
public record Mount(String path) {
    public static final Mount ROOT = new Mount("");

    private static final int MAX_CHARACTERS = 256;
    /** Segments that are neither empty nor made of dots (RFC 3986 §3.3), so that none leads elsewhere. */
    private static final Pattern PATH =
            Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+)*");

    /** Parses a mount, with or without a final {@code /}; empty if the text is not an absolute path. */
    public static Optional<Mount> parse(String text) {
        String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return path.length() <= MAX_CHARACTERS && PATH.matcher(path).matches()
                ? Optional.of(new Mount(path))
                : Optional.empty();
    }

    /**
     * Returns a path of the site as clients request it, below the mount. Any other reference, an absolute IRI or a
     * query, is returned unchanged.
     */
    public String of(String reference) {
        return reference.startsWith("/") ? path + reference : reference;
    }
}
