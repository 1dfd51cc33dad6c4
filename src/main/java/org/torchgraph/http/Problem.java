package org.torchgraph.http;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Why a request was not done, as {@code application/problem+json} tells it (RFC 9457).
 *
 * @param kind what sort of problem
 * @param detail one sentence about this occurrence, for the one who asked
 * @param allow the methods that the resource has, for {@link Kind#METHOD_NOT_ALLOWED}
 * @param offered the media types that there are, for {@link Kind#NOT_ACCEPTABLE} and {@link Kind#UNSUPPORTED_MEDIA}
 * @param line where in the query or body, counted from 1
 * @param column where in the line, counted from 1
 * @param parameter the request parameter that is at fault
 * @param successor IRI of what took the place of the thing, for {@link Kind#GONE}
 */
public record Problem(
        Kind kind,
        String detail,
        List<String> allow,
        List<String> offered,
        OptionalLong line,
        OptionalLong column,
        Optional<String> parameter,
        Optional<String> successor) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The sorts of problem; each has its paragraph on the page {@code /about}, under its slug. */
    public enum Kind {
        BAD_REQUEST(400, "The request is not well formed"),
        BAD_QUERY(400, "The query cannot be read"),
        BAD_PARAMETER(400, "A parameter is unknown or of the wrong type"),
        FORBIDDEN(403, "This is not allowed"),
        SERVICE_REFUSED(403, "SERVICE is not allowed"),
        NOT_FOUND(404, "Nothing is known of this"),
        METHOD_NOT_ALLOWED(405, "The method is not supported here"),
        NOT_ACCEPTABLE(406, "None of the offered formats is acceptable"),
        GONE(410, "This was withdrawn"),
        PRECONDITION_FAILED(412, "It is not the version that the request names"),
        TOO_LARGE(413, "The request is too large"),
        URI_TOO_LONG(414, "The address is too long"),
        UNSUPPORTED_MEDIA(415, "The format of the body is not supported"),
        UNSUPPORTED_CODING(415, "The coding of the body is not supported"),
        HEADERS_TOO_LARGE(431, "The header fields are too large"),
        INTERNAL(500, "The server failed"),
        OUT_OF_TIME(503, "The query ran out of time"),
        OUT_OF_BUDGET(503, "The query ran out of its budget"),
        BUSY(503, "Too many queries are running"),
        NOT_READY(503, "The search is not ready yet");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** The HTTP status code. */
        public int status() {
            return status;
        }

        /** The same few words for every occurrence. */
        public String title() {
            return title;
        }

        /** {@code bad-query}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The problem type, a reference relative to the site (RFC 9457 §3.1.1). */
        public String type() {
            return "/about#" + slug();
        }
    }

    public Problem {
        allow = List.copyOf(allow);
        offered = List.copyOf(offered);
    }

    public static Problem of(Kind kind, String detail) {
        return new Problem(
                kind,
                detail,
                List.of(),
                List.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** 405; the methods go into the header {@code Allow} too. */
    public static Problem methodNotAllowed(String method, List<String> allow) {
        String detail = "%s is not supported here; use %s.".formatted(method, String.join(", ", allow));
        return of(Kind.METHOD_NOT_ALLOWED, detail).allowing(allow);
    }

    /** 406. */
    public static Problem notAcceptable(List<String> offered) {
        return of(Kind.NOT_ACCEPTABLE, "Offered are " + String.join(", ", offered) + ".")
                .offering(offered);
    }

    public Problem allowing(List<String> methods) {
        return new Problem(kind, detail, methods, offered, line, column, parameter, successor);
    }

    public Problem offering(List<String> mediaTypes) {
        return new Problem(kind, detail, allow, mediaTypes, line, column, parameter, successor);
    }

    public Problem at(long lineNumber, long columnNumber) {
        return new Problem(
                kind,
                detail,
                allow,
                offered,
                OptionalLong.of(lineNumber),
                OptionalLong.of(columnNumber),
                parameter,
                successor);
    }

    public Problem about(String parameterName) {
        return new Problem(kind, detail, allow, offered, line, column, Optional.of(parameterName), successor);
    }

    public Problem replacedBy(String iri) {
        return new Problem(kind, detail, allow, offered, line, column, parameter, Optional.of(iri));
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    /** The problem details object (RFC 9457 §3), for clients who find the site at a mount. */
    public String toJson(Mount mount) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", mount.of(kind.type()))
                .add("title", kind.title())
                .add("status", kind.status())
                .add("detail", detail);
        if (!allow.isEmpty()) {
            json.add("allow", Json.createArrayBuilder(allow));
        }
        if (!offered.isEmpty()) {
            json.add("offered", Json.createArrayBuilder(offered));
        }
        line.ifPresent(number -> json.add("line", number));
        column.ifPresent(number -> json.add("column", number));
        parameter.ifPresent(name -> json.add("parameter", name));
        successor.ifPresent(iri -> json.add("successor", iri));
        // Only strings hold it. Escaped, it begins no element even for a client that takes this for HTML.
        return json.build().toString().replace("<", "\\u003c");
    }
}
