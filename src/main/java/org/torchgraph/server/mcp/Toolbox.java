package org.torchgraph.server.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.server.reply.SingleFlight;
import org.torchgraph.server.reply.StoreProblem;
import org.torchgraph.server.version.PublishedVersion;

/** The tools over one version of the data. */
public final class Toolbox {
    /** What a server with these tools can do. */
    static final McpSchema.ServerCapabilities CAPABILITIES = McpSchema.ServerCapabilities.builder()
            .tools(false)
            .resources(false, false)
            .build();

    /** The length of the arguments whose answer is kept. */
    private static final int MAX_KEPT_CHARACTERS = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(Toolbox.class);

    private final ToolContext context;
    private final List<GraphTool> tools;
    private final SingleFlight<Toolboxes.ToolCall, ToolAnswer> answers;

    Toolbox(ToolContext context, List<GraphTool> tools, SingleFlight<Toolboxes.ToolCall, ToolAnswer> answers) {
        this.context = context;
        this.tools = List.copyOf(tools);
        this.answers = answers;
    }

    List<GraphTool> all() {
        return tools;
    }

    /** Returns the ontology and the questions as texts. */
    List<GraphResource> resources() {
        return GraphResource.of(version());
    }

    /** Returns the forms of the IRIs of things, whose documents can be read too. */
    List<McpSchema.ResourceTemplate> templates() {
        return GraphResource.templates(version());
    }

    /** Returns the document about the thing with an IRI. */
    McpSchema.ReadResourceResult read(String iri) {
        return GraphResource.thing(version(), iri);
    }

    PublishedVersion version() {
        return context.version();
    }

    /** Returns the name of the server. */
    McpSchema.Implementation name() {
        return McpSchema.Implementation.builder("torchgraph", version().program())
                .build();
    }

    /** Returns what a client is told before it calls a tool. */
    String instructions() {
        return ToolSchema.inBoth(
                words -> words.say("mcp.instructions", version().base()));
    }

    /** Returns the result of a call; a wrong argument or a query that fails is a result too, which says what to do. */
    McpSchema.CallToolResult call(GraphTool tool, Map<String, Object> given) {
        Map<String, Object> arguments = given == null ? Map.of() : given;
        Language language = ToolArguments.languageOf(arguments, context.languages());
        try {
            Toolboxes.ToolCall call =
                    new Toolboxes.ToolCall(version().snapshot().version(), tool.name(), new TreeMap<>(arguments));
            return answers.get(call, context.queryService().deadline(), () -> answer(tool, arguments))
                    .since(context.silence().get(), language)
                    .result();
        } catch (ProblemException refused) {
            return refusal(refused.problem(), language);
        } catch (RuntimeException | StackOverflowError bug) {
            return refusal(
                    StoreProblem.of(bug).orElseGet(() -> {
                        LOG.error("the tool {} failed", tool.name(), bug);
                        return Problem.of(Problem.ProblemKind.INTERNAL, Code.SERVER_FAULT);
                    }),
                    language);
        }
    }

    private ToolAnswer answer(GraphTool tool, Map<String, Object> arguments) {
        ToolArguments taken = new ToolArguments(tool.name(), arguments, context.languages());
        taken.allow(tool.schema().names());
        ToolAnswer answer = tool.answer(taken);
        return arguments.toString().length() <= MAX_KEPT_CHARACTERS ? answer : answer.notKept();
    }

    private McpSchema.CallToolResult refusal(Problem problem, Language language) {
        String what = problem.message().in(language);
        String recovery = recovery(problem, language);
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", problem.message().code().slug());
        error.put("message", what);
        problem.parameter().ifPresent(name -> error.put("parameter", name));
        problem.line().ifPresent(line -> error.put("line", line));
        problem.column().ifPresent(column -> error.put("column", column));
        error.put("recovery", recovery);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("version", version().snapshot().version());
        content.put("error", error);
        return ToolAnswer.result(content, what + "\n" + recovery, true);
    }

    private static String recovery(Problem problem, Language language) {
        String key =
                switch (problem.kind()) {
                    case BAD_QUERY -> "mcp.recover.query";
                    case NOT_FOUND -> "mcp.recover.thing";
                    case OUT_OF_TIME, OUT_OF_BUDGET, TOO_LARGE, STORE_LATE -> "mcp.recover.less";
                    case BUSY, NOT_READY, TOO_MANY_REQUESTS, STORE_UNREACHED -> "mcp.recover.again";
                    case FORBIDDEN, SERVICE_REFUSED, SERVICE_FAILED -> "mcp.recover.without";
                    case INTERNAL, STORE_FAILED, STORAGE_FULL -> "mcp.recover.other";
                    default -> "mcp.recover.arguments";
                };
        return language.messages().say(key);
    }
}
