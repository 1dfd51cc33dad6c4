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

/** Sets the header fields that depend on the kind of reply and not on its content. */
final class Headers {
    private static final String EXPOSED =
            "Accept-Query, Allow, Content-Disposition, Content-Location, ETag, Link, Location,"
                    + " RateLimit, RateLimit-Policy, Repr-Digest, Retry-After, Torchgraph-Result-Limit, Torchgraph-Version,"
                    + " Warning";
    /** The limit of the {@code Link} field; proxies may accept no more than 4 KiB for the whole header section. */
    private static final int MAX_LINK_CHARACTERS = 2048;

    private static final int MAX_REFERENCE_CHARACTERS = 1024;

    private static final List<String> USUAL_HEADERS = List.of(
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

    private static final int MAX_REQUESTED_HEADERS = 30;
    private static final int MAX_NAME_CHARACTERS = 60;

    /** Fields whose value is a URI reference. */
    private static final Set<String> REFERENCES = Set.of("Location", "Content-Location");

    private Headers() {}

    /** Sets the fields of every reply of a route, including 304 and errors. */
    static void always(Route route, HttpServletResponse response) {
        CommonHeaders.set(response::setHeader);
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        if (!route.queryBodies().isEmpty()) {
            response.setHeader("Accept-Query", String.join(", ", route.queryBodies()));
        }
    }

    /** Sets the fields of one reply. A cached reply is revalidated each time, at the cost of a 304. */
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
        if (reply.headers().getOrDefault("Content-Location", "").length() > MAX_REFERENCE_CHARACTERS) {
            response.setHeader("Content-Location", null);
        }
        links(reply.links().stream(), mount, response);
    }

    /**
     * Sets as many links as clients and proxies accept, in order; links with long queries could otherwise fill the
     * header section.
     */
    static void links(Stream<Link> links, Mount mount, HttpServletResponse response) {
        StringBuilder header = new StringBuilder();
        links.map(link -> link.at(mount).toString())
                .filter(link -> header.length() + link.length() < MAX_LINK_CHARACTERS)
                .forEach(link -> header.append(header.isEmpty() ? "" : ", ").append(link));
        if (!header.isEmpty()) {
            response.setHeader("Link", header.toString());
        }
    }

    /**
     * Replies to OPTIONS. A preflight is allowed the headers that it asks for and the usual ones, none of which is
     * harmful.
     */
    static void options(HttpServletRequest servlet, HttpServletResponse response, List<String> allowed) {
        Set<String> asked = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        asked.addAll(USUAL_HEADERS);
        values(servlet, "Access-Control-Request-Headers").stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .filter(name -> name.length() <= MAX_NAME_CHARACTERS && HeaderText.isToken(name))
                .limit(MAX_REQUESTED_HEADERS)
                .forEach(asked::add);
        response.setHeader("Allow", String.join(", ", allowed));
        response.setHeader("Access-Control-Allow-Methods", String.join(", ", allowed));
        response.setHeader("Access-Control-Allow-Headers", String.join(", ", asked));
        response.setHeader("Vary", "Access-Control-Request-Headers");
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Returns the value of {@code Content-Type}: text types get a charset, others imply it. */
    static String contentType(String mediaType) {
        return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
    }

    static boolean isCompressible(String mediaType) {
        return mediaType.startsWith("text/")
                || Stream.of("json", "xml", "n-triples", "n-quads", "trig").anyMatch(mediaType::contains);
    }

    /** Returns the value of a request header field, its lines joined to one list (RFC 9110 §5.3). */
    static Optional<String> values(HttpServletRequest servlet, String name) {
        List<String> lines = Collections.list(servlet.getHeaders(name));
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", lines));
    }

    static AcceptEncoding codings(HttpServletRequest servlet) {
        return AcceptEncoding.parse(values(servlet, "Accept-Encoding").orElse(null));
    }
}
