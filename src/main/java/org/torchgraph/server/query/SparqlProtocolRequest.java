package org.torchgraph.server.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.PublishedVersion;

/** Reads the query of a request by the SPARQL 1.1 Protocol. */
final class SparqlProtocolRequest {
    /** The methods that can carry a query, besides OPTIONS. */
    static final List<String> METHODS = List.of("GET", "HEAD", "POST", "QUERY");

    private static final List<String> PROTOCOL = List.of("query", "default-graph-uri", "named-graph-uri");

    /** The parameter by which the SIB editor marks queries of its own, for examples and completion. */
    static final String MARK = "ac";

    private static final String QUERY_BODY = "application/sparql-query";

    /** The media types of a query in the body. */
    static final List<String> BODIES = List.of(QUERY_BODY, Request.FORM);

    private SparqlProtocolRequest() {}

    /**
     * Rejects an update. Other parameters that the protocol does not define are ignored, because clients send their
     * own.
     */
    static void refuseUpdate(Request request) {
        if (!request.values("update").isEmpty()) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.UPDATE_REFUSED)
                    .about("update")
                    .exception();
        }
    }

    /**
     * Returns the query of the request; empty if a GET has no protocol parameter, so that it asks for the service
     * description.
     */
    static Optional<QueryRequest> of(PublishedVersion version, Request request) {
        return text(request)
                .map(text -> QueryRequest.of(text, version.base())
                        .over(request.values("default-graph-uri"), request.values("named-graph-uri")))
                .map(query -> request.parameter(MARK).isPresent() ? query.mark() : query);
    }

    private static Optional<String> text(Request request) {
        List<String> queries = new ArrayList<>(request.values("query"));
        if (request.hasBody()) {
            String type = request.body().type();
            if (type.equals(QUERY_BODY)) {
                queries.add(request.body().text());
            } else if (!type.equals(Request.FORM)) {
                Message why = type.isEmpty()
                        ? Message.of(Code.BODY_TYPE_MISSING, QUERY_BODY)
                        : Message.of(Code.BODY_TYPE, QUERY_BODY, type);
                throw Problem.of(Problem.ProblemKind.UNSUPPORTED_MEDIA, why)
                        .offering(BODIES)
                        .exception();
            }
        }
        if (queries.size() > 1) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.QUERY_REPEATED)
                    .about("query")
                    .exception();
        }
        boolean asksSomething = request.parameters().keySet().stream().anyMatch(PROTOCOL::contains);
        if (queries.isEmpty() && (request.hasBody() || asksSomething)) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.QUERY_MISSING)
                    .about("query")
                    .exception();
        }
        return queries.stream().findFirst();
    }
}
