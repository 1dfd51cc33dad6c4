package org.torchgraph.server.reply;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torchgraph.http.Accept;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;

/**
 * What a client asks, as routes see it.
 *
 * @param method {@code GET} for {@code HEAD} too: an answer is worked out the same way
 * @param path as sent, percent-encoded
 * @param parameters of the query, and of the body when it is a form, decoded, in the order sent
 * @param body of a POST, as sent
 * @param servlet for headers
 */
public record Request(
        String method, String path, Map<String, List<String>> parameters, Body body, HttpServletRequest servlet) {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int LONGEST_URI = 32 * 1024;

    /** The media type of a body that holds parameters. */
    public static final String FORM = "application/x-www-form-urlencoded";

    /** @param type media type without parameters, empty when none is named */
    public record Body(String type, String text) {}

    /** @throws ProblemException when the query or body is malformed or too large */
    public static Request of(HttpServletRequest servlet) {
        String query = servlet.getQueryString() == null ? "" : servlet.getQueryString();
        if (servlet.getRequestURI().length() + query.length() > LONGEST_URI) {
            throw Problem.of(Problem.Kind.URI_TOO_LONG, "An address has at most 32 KiB here; send a query by POST.")
                    .exception();
        }
        String method = servlet.getMethod().equals("HEAD") ? "GET" : servlet.getMethod();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        decode(query, parameters);
        Body body = method.equals("POST") ? body(servlet) : new Body("", "");
        if (body.type().equals(FORM)) {
            decode(body.text(), parameters);
        }
        return new Request(method, servlet.getRequestURI(), parameters, body, servlet);
    }

    /** The query as sent, in ASCII, with {@code ?} before it, or empty. */
    public String query() {
        String sent = servlet.getQueryString();
        return sent == null || sent.isEmpty() ? "" : "?" + PercentEncoding.ascii(sent);
    }

    /** The first value of a parameter. */
    public Optional<String> parameter(String name) {
        return values(name).stream().findFirst();
    }

    public List<String> values(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** Scheme, host and port by which the site was reached, as {@code http://127.0.0.1:3030}. */
    public String origin() {
        String url = servlet.getRequestURL().toString();
        return url.substring(0, url.length() - path.length());
    }

    public Accept accept() {
        return Accept.parse(Headers.values(servlet, "Accept").orElse(null));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(servlet.getHeader(name));
    }

    private static Body body(HttpServletRequest servlet) {
        try {
            byte[] bytes = servlet.getInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Problem.of(Problem.Kind.TOO_LARGE, "A request body has at most 256 KiB here.")
                        .exception();
            }
            return new Body(bodyType(servlet), PercentEncoding.utf8(bytes).orElseThrow(() -> Problem.of(
                            Problem.Kind.BAD_REQUEST, "The body is not UTF-8.")
                    .exception()));
        } catch (IOException broken) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "The body could not be read.")
                    .exception();
        }
    }

    /** @throws ProblemException 415 when the body is in another charset than UTF-8, or compressed */
    private static String bodyType(HttpServletRequest servlet) {
        String coding = Headers.values(servlet, "Content-Encoding").orElse("identity");
        if (!coding.equalsIgnoreCase("identity")) {
            throw Problem.of(Problem.Kind.UNSUPPORTED_MEDIA, "A body is sent as it is, not compressed.")
                    .exception();
        }
        // The header itself: Jetty's getContentType() throws for a charset that it does not know.
        String header = Headers.values(servlet, "Content-Type").orElse("");
        Optional<MediaType> type = MediaType.parse(header);
        String charset = type.map(named -> named.parameters().get("charset")).orElse("utf-8");
        if (!charset.equalsIgnoreCase("utf-8") && !charset.equalsIgnoreCase("us-ascii")) {
            throw Problem.of(Problem.Kind.UNSUPPORTED_MEDIA, "A body is UTF-8 here, not " + charset + ".")
                    .exception();
        }
        return type.map(MediaType::essence).orElse(header);
    }

    private static void decode(String form, Map<String, List<String>> into) {
        for (String pair : form.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                into.computeIfAbsent(decode(name), unused -> new ArrayList<>()).add(decode(value));
            }
        }
    }

    private static String decode(String encoded) {
        try {
            return PercentEncoding.decoded(encoded);
        } catch (IllegalArgumentException malformed) {
            throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            "The parameters are not the percent-encoding of UTF-8: " + encoded + ".")
                    .exception();
        }
    }
}
