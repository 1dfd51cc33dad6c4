package org.torchgraph.server.reply;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.torchgraph.http.Accept;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;

/**
 * What a client asks, as routes see it.
 *
 * @param method {@code GET} for {@code HEAD} too: an answer is worked out the same way
 * @param path as sent, percent-encoded
 * @param parameters of the query, and of the body when it is a form, decoded, in the order sent
 * @param body of a POST, as sent; empty for a form
 * @param servlet for headers
 */
public record Request(
        String method, String path, Map<String, List<String>> parameters, Body body, HttpServletRequest servlet) {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int LONGEST_URI = 32 * 1024;

    /** @param type media type without parameters, empty when there is no body */
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
        if (body.type().equals("application/x-www-form-urlencoded")) {
            decode(body.text(), parameters);
            body = new Body("", "");
        }
        return new Request(method, servlet.getRequestURI(), parameters, body, servlet);
    }

    /** The first value of a parameter. */
    public Optional<String> parameter(String name) {
        return values(name).stream().findFirst();
    }

    public List<String> values(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    public Accept accept() {
        return Accept.parse(String.join(",", Collections.list(servlet.getHeaders("Accept"))));
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
            // The header itself: Jetty's getContentType() throws for a charset that it does not know.
            String type = Optional.ofNullable(servlet.getHeader("Content-Type")).orElse("");
            int parameters = type.indexOf(';');
            return new Body(
                    (parameters < 0 ? type : type.substring(0, parameters))
                            .strip()
                            .toLowerCase(Locale.ROOT),
                    new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, "The body could not be read.")
                    .exception();
        }
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
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Problem.of(
                            Problem.Kind.BAD_REQUEST,
                            "The parameters are not percent-encoded as they should be: " + encoded + ".")
                    .exception();
        }
    }
}
