package org.torchgraph.server.reply;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.torchgraph.http.HeaderText;
import org.torchgraph.http.Link;
import org.torchgraph.http.Mount;
import org.torchgraph.http.accept.AcceptEncoding;

/** The headers that follow from what kind of reply it is, whatever its content. */
final class Headers {
    private static final String EXPOSED =
            "Accept-Query, Allow, Content-Disposition, Content-Location, ETag, Link, Location,"
                    + " Retry-After, Torchgraph-Result-Limit, Torchgraph-Version";
    /** In characters; a proxy may take no more than 4 KiB for the whole head. */
    private static final int MOST_LINKS = 2048;

    private static final int LONGEST_REFERENCE = 1024;

    private static final List<String> ASKED = List.of(
            "Accept",
            "Accept-Language",
            "Authorization",
            "Cache-Control",
            "Content-Encoding",
            "Content-Type",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Unmodified-Since",
            "Range",
            "X-Requested-With");

    private static final int MOST_ASKED = 30;
    private static final int LONGEST_NAME = 60;

    /** Whose value is a reference. */
    private static final Set<String> REFERENCES = Set.of("Location", "Content-Location");

    private Headers() {}

    /** Those of every reply: 304 and errors too, so that a script of another origin can read why it failed. */
    static void always(Route route, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!route.queryBodies().isEmpty()) {
            response.setHeader("Accept-Query", String.join(", ", route.queryBodies()));
        }
    }

    /** Those of one reply. A kept one is asked for again each time, which costs a 304. */
    static void of(Reply reply, boolean compressible, Mount mount, HttpServletResponse response) {
        Set<String> vary = new LinkedHashSet<>(reply.vary());
        if (compressible) {
            vary.add("Accept-Encoding");
        }
        if (!vary.isEmpty()) {
            response.setHeader("Vary", String.join(", ", vary));
        }
        if (reply.tag().isPresent()) {
            response.setHeader("Cache-Control", "public, no-cache");
        }
        reply.headers()
                .forEach(
                        (name, value) -> response.setHeader(name, REFERENCES.contains(name) ? mount.of(value) : value));
        if (reply.headers().getOrDefault("Content-Location", "").length() > LONGEST_REFERENCE) {
            response.setHeader("Content-Location", null);
        }
        links(reply.links().stream(), mount, response);
    }

    /**
     * As many links as clients and proxies take, the first first: with a long query in each they would fill the head.
     */
    static void links(Stream<Link> links, Mount mount, HttpServletResponse response) {
        StringBuilder header = new StringBuilder();
        links.map(link -> link.at(mount).toString())
                .filter(link -> header.length() + link.length() < MOST_LINKS)
                .forEach(link -> header.append(header.isEmpty() ? "" : ", ").append(link));
        if (!header.isEmpty()) {
            response.setHeader("Link", header.toString());
        }
    }

    /** A preflight is told of no more headers than it asks for, and of those that clients have; none does any harm. */
    static void options(HttpServletRequest servlet, HttpServletResponse response, List<String> allowed) {
        Set<String> asked = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        asked.addAll(ASKED);
        values(servlet, "Access-Control-Request-Headers").stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .filter(name -> name.length() <= LONGEST_NAME && HeaderText.isToken(name))
                .limit(MOST_ASKED)
                .forEach(asked::add);
        response.setHeader("Allow", String.join(", ", allowed));
        response.setHeader("Access-Control-Allow-Methods", String.join(", ", allowed));
        response.setHeader("Access-Control-Allow-Headers", String.join(", ", asked));
        response.setHeader("Vary", "Access-Control-Request-Headers");
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** The value of {@code Content-Type}: text names its charset, the other types imply it. */
    static String contentType(String mediaType) {
        return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
    }

    static boolean isCompressible(String mediaType) {
        return mediaType.startsWith("text/")
                || Stream.of("json", "xml", "n-triples", "n-quads", "trig").anyMatch(mediaType::contains);
    }

    /** The value of a request header, its lines joined as the elements of one list (RFC 9110 §5.3). */
    static Optional<String> values(HttpServletRequest servlet, String name) {
        List<String> lines = Collections.list(servlet.getHeaders(name));
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines));
    }

    static AcceptEncoding codings(HttpServletRequest servlet) {
        return AcceptEncoding.parse(values(servlet, "Accept-Encoding").orElse(null));
    }
}
