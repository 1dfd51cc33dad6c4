package org.torchgraph.server.reply;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The headers that follow from what kind of reply it is, whatever its content. */
final class Headers {
    private static final String EXPOSED = "Allow, Content-Disposition, Content-Location, ETag, Link, Location,"
            + " Retry-After, Torchgraph-Result-Limit, Torchgraph-Version";
    private static final String ASKED = "Accept, Accept-Language, Cache-Control, Content-Type, If-Match,"
            + " If-Modified-Since, If-None-Match, If-Unmodified-Since, Range";

    private Headers() {}

    /** Those of every reply: 304 and errors too, so that a script of another origin can read why it failed. */
    static void always(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    /** Those of one reply. A kept one is asked for again each time, which costs a 304. */
    static void of(Reply reply, boolean compressible, HttpServletResponse response) {
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
        reply.headers().forEach(response::setHeader);
    }

    static void options(HttpServletResponse response, List<String> allowed) {
        response.setHeader("Allow", String.join(", ", allowed));
        response.setHeader("Access-Control-Allow-Methods", String.join(", ", allowed));
        response.setHeader("Access-Control-Allow-Headers", ASKED);
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

    static boolean acceptsGzip(HttpServletRequest servlet) {
        return values(servlet, "Accept-Encoding").stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(coding -> coding.replace(" ", "").toLowerCase(Locale.ROOT))
                .anyMatch(coding -> coding.matches("gzip(;q=(1|0\\.\\d*[1-9]\\d*).*)?"));
    }
}
