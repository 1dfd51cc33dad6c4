package org.torchgraph.http;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;

/**
 * An error reply in the form of problem details (RFC 9457), {@code application/problem+json}.
 *
 * @param kind the type of the problem
 * @param message the sentence about this occurrence
 * @param allow the methods that the resource supports, for {@link ProblemKind#METHOD_NOT_ALLOWED}
 * @param offered the media types that the resource has, for {@link ProblemKind#NOT_ACCEPTABLE} and
 *     {@link ProblemKind#UNSUPPORTED_MEDIA}
 * @param line the line in the query or body, counted from 1
 * @param column the column in the line, counted from 1
 * @param parameter the request parameter that is wrong
 * @param successor the IRI of the thing that replaces a withdrawn one, for {@link ProblemKind#GONE}
 * @param removals the writes that removed what is asked for, the last one first, for {@link ProblemKind#GONE}
 * @param findings what is wrong with the content, for {@link ProblemKind#UNPROCESSABLE}
 */
public record Problem(
        ProblemKind kind,
        Message message,
        List<String> allow,
        List<String> offered,
        OptionalLong line,
        OptionalLong column,
        Optional<String> parameter,
        Optional<String> successor,
        List<RemovingWrite> removals,
        List<Message> findings) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int MAX_REPEATED_CHARACTERS = 500;

    /** The types of problem; the page {@code /about} explains each under its slug. */
    public enum ProblemKind {
        BAD_REQUEST(400),
        BAD_QUERY(400),
        BAD_PARAMETER(400),
        UNAUTHORIZED(401),
        FORBIDDEN(403),
        SERVICE_REFUSED(403),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        NOT_ACCEPTABLE(406),
        REQUEST_TIMEOUT(408),
        CONFLICT(409),
        GONE(410),
        PRECONDITION_FAILED(412),
        TOO_LARGE(413),
        URI_TOO_LONG(414),
        UNSUPPORTED_MEDIA(415),
        UNSUPPORTED_CODING(415),
        UNPROCESSABLE(422),
        TOO_MANY_REQUESTS(429),
        HEADERS_TOO_LARGE(431),
        INTERNAL(500),
        SERVICE_FAILED(502),
        STORE_FAILED(502),
        OUT_OF_TIME(503),
        OUT_OF_BUDGET(503),
        BUSY(503),
        NOT_READY(503),
        STORE_UNREACHED(503),
        STORE_LATE(504),
        STORAGE_FULL(507);

        private final int status;

        ProblemKind(int status) {
            this.status = status;
        }

        /** Returns the HTTP status code. */
        public int status() {
            return status;
        }

        /** Returns the short title of the type, the same for every occurrence (RFC 9457 §3.1.3). */
        public String title(Language language) {
            return language.messages().say("problem." + slug());
        }

        /** Returns the last part of the problem type, {@code bad-query}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Problem {
        allow = List.copyOf(allow);
        offered = List.copyOf(offered);
        removals = List.copyOf(removals);
        findings = List.copyOf(findings);
    }

    /** Returns a problem whose sentence is that of a code with its arguments. */
    public static Problem of(ProblemKind kind, Code code, Object... arguments) {
        return of(
                kind,
                Message.of(code, Stream.of(arguments).map(Problem::clipped).toArray()));
    }

    /** Returns the beginning of a long text, since what a client sent is repeated to it only as far as it is of use. */
    public static Object clipped(Object argument) {
        return argument instanceof String text && text.codePointCount(0, text.length()) > MAX_REPEATED_CHARACTERS
                ? text.substring(0, text.offsetByCodePoints(0, MAX_REPEATED_CHARACTERS)) + "…"
                : argument;
    }

    /** Returns a problem that has a message and no further members. */
    public static Problem of(ProblemKind kind, Message message) {
        return new Problem(
                kind,
                message,
                List.of(),
                List.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Returns a 405 problem; its methods also go into the {@code Allow} header field. */
    public static Problem methodNotAllowed(String method, List<String> allow) {
        return of(ProblemKind.METHOD_NOT_ALLOWED, Code.METHOD, method, String.join(", ", allow))
                .allowing(allow);
    }

    /** Returns a 406 problem that lists the media types of the resource. */
    public static Problem notAcceptable(List<String> offered) {
        return of(ProblemKind.NOT_ACCEPTABLE, Code.FORMATS_OFFERED, String.join(", ", offered))
                .offering(offered);
    }

    /** Returns the same problem with the methods that the resource supports. */
    public Problem allowing(List<String> methods) {
        return new Problem(kind, message, methods, offered, line, column, parameter, successor, removals, findings);
    }

    /** Returns the same problem with the media types that the resource has. */
    public Problem offering(List<String> mediaTypes) {
        return new Problem(kind, message, allow, mediaTypes, line, column, parameter, successor, removals, findings);
    }

    /** Returns the same problem with its position in the query or body, line and column counted from 1. */
    public Problem at(long lineNumber, long columnNumber) {
        return new Problem(
                kind,
                message,
                allow,
                offered,
                OptionalLong.of(lineNumber),
                OptionalLong.of(columnNumber),
                parameter,
                successor,
                removals,
                findings);
    }

    /** Returns the same problem with the name of the request parameter that is wrong. */
    public Problem about(String parameterName) {
        return new Problem(
                kind,
                message,
                allow,
                offered,
                line,
                column,
                Optional.of(clipped(parameterName).toString()),
                successor,
                removals,
                findings);
    }

    /** Returns the same problem with the IRI of the thing that replaces a withdrawn one. */
    public Problem replacedBy(String iri) {
        return new Problem(
                kind, message, allow, offered, line, column, parameter, Optional.of(iri), removals, findings);
    }

    /** Returns the same problem with the writes that removed what is asked for. */
    public Problem removedBy(List<RemovingWrite> writes) {
        return new Problem(kind, message, allow, offered, line, column, parameter, successor, writes, findings);
    }

    /** Returns the same problem with what is wrong with the content. */
    public Problem finding(List<Message> found) {
        return new Problem(kind, message, allow, offered, line, column, parameter, successor, removals, found);
    }

    /** Returns an exception that carries the problem. */
    public ProblemException exception() {
        return new ProblemException(this);
    }

    /**
     * Returns the problem details object (RFC 9457 §3) in a language.
     *
     * @param kinds address of the page that describes each kind of problem under its slug
     */
    public String toJson(String kinds, Language language) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", kinds + "#" + kind.slug())
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
        if (!removals.isEmpty()) {
            JsonArrayBuilder writes = Json.createArrayBuilder();
            removals.forEach(write -> writes.add(write.toJson()));
            json.add("removedBy", writes);
        }
        if (!findings.isEmpty()) {
            json.add(
                    "findings",
                    Json.createArrayBuilder(
                            findings.stream().map(found -> found.in(language)).toList()));
        }
        // "<" can only be inside a string. Escaped, it opens no element in a client that takes the JSON for HTML.
        return json.build().toString().replace("<", "\\u003c");
    }
}
