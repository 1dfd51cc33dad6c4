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

/** The query of a request, as the SPARQL 1.1 Protocol sends it. */
final class SparqlProtocolRequest {
    /** Those that a query can be sent by, besides OPTIONS. */
    static final List<String> METHODS = List.of("GET", "HEAD", "POST", "QUERY");

    private static final List<String> PROTOCOL = List.of("query", "default-graph-uri", "named-graph-uri");

    /** By it the editor of SIB tells the queries that it asks for itself, for examples and for completion. */
    static final String MARK = "ac";

    private static final String QUERY_BODY = "application/sparql-query";

    /** In what it can be sent. */
    static final List<String> BODIES = List.of(QUERY_BODY, Request.FORM);

    private SparqlProtocolRequest() {}

    /** Other parameters that the protocol does not know are passed over: clients send some of their own. */
    static void refuseUpdate(Request request) {
        if (!request.values("update").isEmpty()) {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.UPDATE_REFUSED)
                    .about("update")
                    .exception();
        }
    }

    /** The one query of the request; empty when a GET has no parameter either, and so asks what the service is. */
    static Optional<QueryRequest> of(PublishedVersion edition, Request request) {
        return text(request)
                .map(text -> QueryRequest.of(text, edition.base())
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
