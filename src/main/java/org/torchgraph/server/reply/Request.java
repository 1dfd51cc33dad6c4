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
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.http.accept.Accept;
import org.torchgraph.messages.Code;

/**
 * What a client asks, as routes see it.
 *
 * @param method {@code GET} for {@code HEAD} too: an answer is worked out the same way
 * @param path as sent, percent-encoded, within the site
 * @param queryString as sent, or empty
 * @param parameters of the query, and of the body when it is a form, decoded, in the order sent
 * @param body of a POST or a QUERY, inflated
 * @param servlet for headers
 * @param inVain media types, without parameters, in which the answer cannot be said
 */
public record Request(
        String method,
        String path,
        String queryString,
        Map<String, List<String>> parameters,
        RequestContent body,
        HttpServletRequest servlet,
        List<String> inVain) {
    private static final List<String> WITH_BODY = List.of("POST", "QUERY");
    private static final int LONGEST_URI = 32 * 1024;

    /** The media type of a body that holds parameters. */
    public static final String FORM = "application/x-www-form-urlencoded";

    /** The attribute of a request in which a trusted proxy's word on where the site lies is handed on. */
    public static final String PREFIX = "org.torchgraph.prefix";

    /** @param type media type without parameters, empty when none is named */
    public record RequestContent(String type, String text) {}

    /** @throws ProblemException when the query or body is malformed or too large */
    public static Request of(HttpServletRequest servlet) {
        String query = queryString(servlet);
        if (servlet.getRequestURI().length() + query.length() > LONGEST_URI) {
            throw Problem.of(Problem.ProblemKind.URI_TOO_LONG, Code.ADDRESS_TOO_LONG)
                    .exception();
        }
        String method = servlet.getMethod().equals("HEAD") ? "GET" : servlet.getMethod();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        decode(query, parameters);
        RequestContent body = WITH_BODY.contains(method) ? RequestBody.read(servlet) : new RequestContent("", "");
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

    /** What can be told of a request of which the rest cannot be read. */
    public static Request unread(HttpServletRequest servlet) {
        String query = queryString(servlet);
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            try {
                decode(pair, parameters);
            } catch (ProblemException malformed) {
                // The others can be read.
            }
        }
        return new Request(
                servlet.getMethod(), path(servlet), query, parameters, new RequestContent("", ""), servlet, List.of());
    }

    /** The path within the site, percent-encoded. */
    public static String path(HttpServletRequest servlet) {
        return servlet.getRequestURI().substring(servlet.getContextPath().length());
    }

    /** Where clients find the site: as a trusted proxy says, else where the server has it. */
    public static Mount mount(HttpServletRequest servlet) {
        return prefix(servlet).orElseGet(() -> new Mount(servlet.getContextPath()));
    }

    private static Optional<Mount> prefix(HttpServletRequest servlet) {
        return forwarded(servlet).flatMap(Mount::parse);
    }

    private static Optional<String> forwarded(HttpServletRequest servlet) {
        return Optional.ofNullable((String) servlet.getAttribute(PREFIX));
    }

    public Mount mount() {
        return mount(servlet);
    }

    /** Whether what is asked stands in the body. */
    public boolean hasBody() {
        return WITH_BODY.contains(method);
    }

    /** The same without parameters that are not heeded, so that an answer does not follow from them. */
    public Request only(Collection<String> names) {
        Map<String, List<String>> known = new LinkedHashMap<>(parameters);
        known.keySet().retainAll(names);
        String kept = Stream.of(queryString.split("&"))
                .filter(pair -> known.containsKey(decode(pair.replaceFirst("=.*", ""))))
                .collect(Collectors.joining("&"));
        return new Request(method, path, kept, known, body, servlet, inVain);
    }

    /** The same without one parameter. */
    public Request without(String name) {
        return only(parameters.keySet().stream()
                .filter(other -> !other.equals(name))
                .toList());
    }

    /** The same, to be answered in another form than this one, which cannot say it. */
    public Request inVain(MediaType form) {
        List<String> types = new ArrayList<>(inVain);
        types.add(form.essence());
        return new Request(method, path, queryString, parameters, body, servlet, List.copyOf(types));
    }

    /** The query string in ASCII, with {@code ?} before it, or empty. */
    public String query() {
        return queryString.isEmpty() ? "" : "?" + PercentEncoding.ascii(queryString);
    }

    private static String queryString(HttpServletRequest servlet) {
        return Optional.ofNullable(servlet.getQueryString()).orElse("");
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
        return url.substring(0, url.length() - servlet.getRequestURI().length());
    }

    /** The address of the site, to which its paths are added. */
    public String root() {
        return origin() + mount().path();
    }

    public Accept accept() {
        return Accept.parse(Headers.values(servlet, "Accept").orElse(null));
    }

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
