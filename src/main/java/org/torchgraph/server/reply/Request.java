package org.torchgraph.server.reply;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torchgraph.http.MediaType;
import org.torchgraph.http.Mount;
import org.torchgraph.http.Ordinal;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.http.accept.Accept;
import org.torchgraph.messages.Code;

/**
 * A request as routes see it.
 *
 * @param method the method; HEAD appears as {@code GET}, because the reply is computed in the same way
 * @param path the path within the site as sent, percent-encoded
 * @param queryString the query string as sent, or an empty text
 * @param parameters the decoded parameters of the query string, and of the body if it is a form, in order
 * @param body the decompressed body of a PATCH, POST, PUT or QUERY
 * @param servlet the servlet request, for header fields
 * @param inexpressible media types, without parameters, that cannot express the reply
 */
public record Request(
        String method,
        String path,
        String queryString,
        Map<String, List<String>> parameters,
        RequestContent body,
        HttpServletRequest servlet,
        List<String> inexpressible) {
    private static final List<String> WITH_BODY = List.of("PATCH", "POST", "PUT", "QUERY");
    private static final int MAX_URI_CHARACTERS = 32 * 1024;

    /** The media type of a body with parameters. */
    public static final String FORM = "application/x-www-form-urlencoded";

    /** The request attribute with the path prefix that a trusted proxy states. */
    public static final String PREFIX = "org.torchgraph.prefix";

    /** The request attribute with the address of the client that a trusted proxy states. */
    public static final String CLIENT = "org.torchgraph.client";

    /**
     * The body of a request.
     *
     * @param type the media type without parameters, or an empty text
     * @param text the decoded text
     */
    public record RequestContent(String type, String text) {}

    /**
     * Reads a request.
     *
     * @param route says how long its body may be
     * @throws ProblemException if the query string or body is malformed or too large
     */
    static Request of(HttpServletRequest servlet, Route route) {
        String query = queryString(servlet);
        if (servlet.getRequestURI().length() + query.length() > MAX_URI_CHARACTERS) {
            throw Problem.of(Problem.ProblemKind.URI_TOO_LONG, Code.ADDRESS_TOO_LONG)
                    .exception();
        }
        String method = servlet.getMethod().equals("HEAD") ? "GET" : servlet.getMethod();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        decode(query, parameters);
        RequestContent body = WITH_BODY.contains(method)
                ? RequestBody.read(servlet, route.bodyBytes(Optional.ofNullable(servlet.getHeader("Authorization"))))
                : new RequestContent("", "");
        if (body.type().equals(FORM)) {
            decode(body.text(), parameters);
        }
        if (forwarded(servlet).isPresent() && prefix(servlet).isEmpty()) {
            throw Problem.of(
                            Problem.ProblemKind.BAD_REQUEST,
                            Code.PREFIX_NO_PATH,
                            forwarded(servlet).get())
                    .exception();
        }
        return new Request(method, path(servlet), query, parameters, body, servlet, List.of());
    }

    /** Returns what is known of a request that cannot be parsed completely. */
    public static Request unread(HttpServletRequest servlet) {
        String query = queryString(servlet);
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        List<String> readable = new ArrayList<>();
        for (String pair : query.split("&")) {
            try {
                decode(pair, parameters);
                readable.add(pair);
            } catch (ProblemException malformed) {
                // The other parameters can be parsed.
            }
        }
        return new Request(
                servlet.getMethod(),
                path(servlet),
                String.join("&", readable),
                parameters,
                new RequestContent("", ""),
                servlet,
                List.of());
    }

    /** Returns the path within the site, percent-encoded. */
    public static String path(HttpServletRequest servlet) {
        return servlet.getRequestURI().substring(servlet.getContextPath().length());
    }

    /** Returns the path below which clients reach the site: as a trusted proxy states, else as configured. */
    public static Mount mount(HttpServletRequest servlet) {
        return prefix(servlet).orElseGet(() -> new Mount(servlet.getContextPath()));
    }

    private static Optional<Mount> prefix(HttpServletRequest servlet) {
        return forwarded(servlet).flatMap(Mount::parse);
    }

    private static Optional<String> forwarded(HttpServletRequest servlet) {
        return Optional.ofNullable((String) servlet.getAttribute(PREFIX));
    }

    /** Returns the path below which the client reaches the site. */
    public Mount mount() {
        return mount(servlet);
    }

    /** Returns whether the method carries a body. */
    public boolean hasBody() {
        return WITH_BODY.contains(method);
    }

    /** Returns the same request without other parameters, so that the reply cannot depend on them. */
    public Request only(Collection<String> names) {
        Map<String, List<String>> known = new LinkedHashMap<>(parameters);
        known.keySet().retainAll(names);
        String kept = Stream.of(queryString.split("&"))
                .filter(pair -> known.containsKey(decode(pair.replaceFirst("=.*", ""))))
                .collect(Collectors.joining("&"));
        return new Request(method, path, kept, known, body, servlet, inexpressible);
    }

    /** Returns the same request without one parameter. */
    public Request without(String name) {
        return only(parameters.keySet().stream()
                .filter(other -> !other.equals(name))
                .toList());
    }

    /** Returns the same request, to be answered in a form other than this one, which cannot express the reply. */
    public Request inexpressible(MediaType form) {
        List<String> types = new ArrayList<>(inexpressible);
        types.add(form.essence());
        return new Request(method, path, queryString, parameters, body, servlet, List.copyOf(types));
    }

    /** Returns the query string in ASCII with {@code ?}, or an empty text. */
    public String query() {
        return queryString.isEmpty() ? "" : "?" + PercentEncoding.ascii(queryString);
    }

    private static String queryString(HttpServletRequest servlet) {
        return Optional.ofNullable(servlet.getQueryString()).orElse("");
    }

    /** Returns the first value of a parameter. */
    public Optional<String> parameter(String name) {
        return values(name).stream().findFirst();
    }

    /**
     * Returns the number of the page that a parameter asks for; 1 if there is no parameter or if it is left empty.
     *
     * @throws ProblemException 400 if it is no whole number from 1
     */
    public int page(String name) {
        String asked = parameter(name).filter(value -> !value.isEmpty()).orElse("1");
        return Ordinal.parse(asked)
                .orElseThrow(() -> Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.PAGE_NUMBER, name, asked)
                        .about(name)
                        .exception());
    }

    /** Returns all values of a parameter in order. */
    public List<String> values(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** Returns the scheme, host and port of the request, {@code http://127.0.0.1:3030}. */
    public String origin() {
        String url = servlet.getRequestURL().toString();
        return url.substring(0, url.length() - servlet.getRequestURI().length());
    }

    /** Returns the absolute address of the site, to which its paths are appended. */
    public String root() {
        return origin() + mount().path();
    }

    /** Returns the media types that the client accepts. */
    public Accept accept() {
        return Accept.parse(Headers.values(servlet, "Accept").orElse(null));
    }

    /** Returns the first value of a header field. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(servlet.getHeader(name));
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
            throw Problem.of(Problem.ProblemKind.BAD_REQUEST, Code.PARAMETER_ENCODING, encoded)
                    .exception();
        }
    }
}
