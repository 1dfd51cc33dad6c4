package org.torchgraph.server.mcp;

import org.torchgraph.messages.Language;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Table;
import org.torchgraph.query.guard.VolatileFunctions;
import org.torchgraph.server.query.QueryService;

/** Runs a SPARQL query, within the limits of the endpoint, and explains an answer without rows. */
record SparqlTool(ToolContext context) implements GraphTool {
    private static final String QUERY = "query";

    @Override
    public String name() {
        return "sparql";
    }

    @Override
    public ToolSchema schema() {
        return new ToolSchema(QUERY)
                .with(QUERY, "string", "mcp.argument.query")
                .withLanguage(context.languages())
                .withRows();
    }

    @Override
    public ToolAnswer answer(ToolArguments arguments) {
        Language language = arguments.language();
        QueryService queries = context.queryService();
        QueryRequest query =
                QueryRequest.of(arguments.needed(QUERY), context.version().base());
        CompiledQuery compiled = queries.compiled(query);
        boolean isVolatile = VolatileFunctions.areCalledBy(compiled.algebra());
        Deadline end = queries.deadline();
        int limit = arguments.limit();
        int offset = arguments.offset();
        Table table = queries.firstRows(context.version(), query, isVolatile, end);
        AnswerBuilder answer = new AnswerBuilder(context.version(), language);
        answer.put("answer", new AnsweredRows(context.version(), table, language, limit, offset).written(answer));
        if (table.rows().isEmpty()) {
            if (ResultReaders.areRows(compiled.query())) {
                EmptyAnswer.addTo(
                        answer, queries.whyEmpty(context.version(), query), language, "mcp.recover.empty.query");
            } else {
                EmptyAnswer.addTo(answer, language, "mcp.empty.triples", "mcp.recover.empty.query");
            }
        }
        return answer.build(!isVolatile);
    }
}
