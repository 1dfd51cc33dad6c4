package org.torchgraph.server.mcp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;
import org.torchgraph.server.query.QueryService;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.compare.ComparisonPage;

/** Lays things of one class side by side. */
record ComparisonTool(ToolContext context) implements GraphTool {
    private static final String THINGS = "things";

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public ToolSchema schema() {
        return new ToolSchema(THINGS)
                .with(
                        THINGS,
                        Map.of(
                                "type",
                                "array",
                                "items",
                                Map.of("type", "string"),
                                "minItems",
                                2,
                                "maxItems",
                                ComparisonPage.MAX_THINGS,
                                "description",
                                ToolSchema.inBoth(words -> words.say("mcp.argument.things"))))
                .withLanguage(context.languages())
                .withRows();
    }

    @Override
    public ToolAnswer answer(ToolArguments arguments) {
        Language language = arguments.language();
        int limit = arguments.limit();
        int offset = arguments.offset();
        PublishedVersion version = context.version();
        List<Node> things = new NamedThings(version).things(THINGS, arguments.texts(THINGS));
        Question question = question(version, things);
        Deadline end = context.queryService().deadline();
        AnsweredTerms terms = AnsweredTerms.of(version, version.resources().labels(things), language);
        AnswerBuilder answer = new AnswerBuilder(version, language)
                .put("things", things.stream().map(terms::value).toList())
                .put("question", question.name());
        List<Map<String, Object>> compared = new ArrayList<>();
        for (Node thing : things) {
            QueryRequest query = QueryService.request(version, question, Map.of(Question.THIS, thing.getURI()))
                    .forPage();
            Table table = context.queryService().firstRows(version, query, question.isVolatile(), end);
            answer.line(terms.words(thing));
            compared.add(Map.of(
                    "thing",
                    terms.value(thing),
                    "answer",
                    new AnsweredRows(version, table, language, limit, offset).written(answer)));
        }
        return answer.put("compared", compared).build(!question.isVolatile());
    }

    private static Question question(PublishedVersion version, List<Node> things) {
        if (things.size() < 2) {
            throw ToolArguments.bad(THINGS, Code.MCP_FEW);
        }
        if (things.size() > ComparisonPage.MAX_THINGS) {
            throw ToolArguments.bad(THINGS, Code.COMPARISON_MANY, ComparisonPage.MAX_THINGS);
        }
        Set<String> shared = new HashSet<>(version.resources().classesOf(things.get(0)));
        things.forEach(thing -> shared.retainAll(version.resources().classesOf(thing)));
        if (shared.isEmpty()) {
            throw ToolArguments.bad(THINGS, Code.COMPARISON_CLASSES);
        }
        return version.questions().comparing(shared);
    }
}
