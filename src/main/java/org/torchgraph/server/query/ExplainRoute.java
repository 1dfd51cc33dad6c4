package org.torchgraph.server.query;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.empty.EmptyResultExplanation;
import org.torchgraph.query.empty.PatternStep;
import org.torchgraph.query.guard.VolatileFunctions;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Serves {@code /sparql/explain}, the reason why a SELECT or ASK query has no rows, as JSON; the request is that of a
 * query.
 */
public final class ExplainRoute implements Route {

    private final CurrentVersion currentVersion;
    private final QueryService queryService;

    public ExplainRoute(CurrentVersion currentVersion, QueryService queryService) {
        this.currentVersion = currentVersion;
        this.queryService = queryService;
    }

    @Override
    public List<String> methods() {
        return SparqlProtocolRequest.METHODS;
    }

    @Override
    public List<String> queryBodies() {
        return SparqlProtocolRequest.BODIES;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        SparqlProtocolRequest.refuseUpdate(request);
        QueryRequest query = SparqlProtocolRequest.of(version, request)
                .orElseThrow(() -> Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.QUERY_MISSING)
                        .about("query")
                        .exception());
        CompiledQuery compiled = queryService.compiled(query);
        Reply reply = version.reply(
                        "application/json",
                        SparqlRoute.tag(version, "explain", query, "json"),
                        () -> Content.of(json(queryService.whyEmpty(version, query))))
                .asRationed();
        return VolatileFunctions.areCalledBy(compiled.algebra()) ? reply.notStored() : reply;
    }

    private static byte[] json(EmptyResultExplanation why) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("rows", why.rows());
        if (!why.rows()) {
            json.add("parts", why.parts());
            json.add(
                    "removedBy", why.removedBy().map(step -> part(why, step)).orElseGet(() -> Json.createObjectBuilder()
                            .add("kind", "modifier")));
        }
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObjectBuilder part(EmptyResultExplanation why, PatternStep step) {
        JsonObjectBuilder part = Json.createObjectBuilder()
                .add("kind", step.kind())
                .add("text", step.text())
                .add("position", why.position());
        return step.line() > 0 ? part.add("line", step.line()) : part;
    }
}
