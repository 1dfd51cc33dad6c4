package org.torchgraph.http;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;

/**
 * Why a request was not done, as {@code application/problem+json} tells it (RFC 9457).
 *
 * @param kind what sort of problem
 * @param message about this occurrence, for the one who asked
 * @param allow the methods that the resource has, for {@link Kind#METHOD_NOT_ALLOWED}
 * @param offered the media types that there are, for {@link Kind#NOT_ACCEPTABLE} and {@link Kind#UNSUPPORTED_MEDIA}
 * @param line where in the query or body, counted from 1
 * @param column where in the line, counted from 1
 * @param parameter the request parameter that is at fault
 * @param successor IRI of what took the place of the thing, for {@link Kind#GONE}
 */
public record Problem(
        ProblemKind kind,
        Message message,
        List<String> allow,
        List<String> offered,
        OptionalLong line,
        OptionalLong column,
        Optional<String> parameter,
        Optional<String> successor) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The sorts of problem; each has its paragraph on the page {@code /about}, under its slug. */
    public enum ProblemKind {
        BAD_REQUEST(400),
        BAD_QUERY(400),
        BAD_PARAMETER(400),
        FORBIDDEN(403),
        SERVICE_REFUSED(403),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        NOT_ACCEPTABLE(406),
        GONE(410),
        PRECONDITION_FAILED(412),
        TOO_LARGE(413),
        URI_TOO_LONG(414),
        UNSUPPORTED_MEDIA(415),
        UNSUPPORTED_CODING(415),
        HEADERS_TOO_LARGE(431),
        INTERNAL(500),
        OUT_OF_TIME(503),
        OUT_OF_BUDGET(503),
        BUSY(503),
        NOT_READY(503);

        private final int status;

        ProblemKind(int status) {
            this.status = status;
        }

        /** The HTTP status code. */
        public int status() {
            return status;
        }

        /** The same few words for every occurrence. */
        public String title(Language language) {
            return language.messages().say("problem." + slug());
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

    public static Problem of(ProblemKind kind, Code code, Object... arguments) {
        return of(kind, Message.of(code, arguments));
    }

    public static Problem of(ProblemKind kind, Message message) {
        return new Problem(
                kind,
                message,
                List.of(),
                List.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** 405; the methods go into the header {@code Allow} too. */
    public static Problem methodNotAllowed(String method, List<String> allow) {
        return of(ProblemKind.METHOD_NOT_ALLOWED, Code.METHOD, method, String.join(", ", allow))
                .allowing(allow);
    }

    /** 406. */
    public static Problem notAcceptable(List<String> offered) {
        return of(ProblemKind.NOT_ACCEPTABLE, Code.FORMATS_OFFERED, String.join(", ", offered))
                .offering(offered);
    }

    public Problem allowing(List<String> methods) {
        return new Problem(kind, message, methods, offered, line, column, parameter, successor);
    }

    public Problem offering(List<String> mediaTypes) {
        return new Problem(kind, message, allow, mediaTypes, line, column, parameter, successor);
    }

    public Problem at(long lineNumber, long columnNumber) {
        return new Problem(
                kind,
                message,
                allow,
                offered,
                OptionalLong.of(lineNumber),
                OptionalLong.of(columnNumber),
                parameter,
                successor);
    }

    public Problem about(String parameterName) {
        return new Problem(kind, message, allow, offered, line, column, Optional.of(parameterName), successor);
    }

    public Problem replacedBy(String iri) {
        return new Problem(kind, message, allow, offered, line, column, parameter, Optional.of(iri));
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    /** The problem details object (RFC 9457 §3) in a language, for clients who find the site at a mount. */
    public String toJson(Mount mount, Language language) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", mount.of(kind.type()))
                .add("title", kind.title(language))
                .add("status", kind.status())
                .add("detail", message.in(language))
                .add("code", message.code().slug());
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
