package org.torchgraph.server.mcp;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.torchgraph.question.Question;
import org.torchgraph.server.query.QueryService;
import org.torchgraph.server.reply.SingleFlight;
import org.torchgraph.server.version.PublishedVersion;

/** Makes the tools of each version, which share the answers that are kept. */
public final class Toolboxes {
    private static final long MAX_WEIGHT = 32L << 20;

    private final QueryService queryService;
    private final Supplier<Optional<Instant>> silence;
    private final SingleFlight<ToolCall, ToolAnswer> answers =
            new SingleFlight<>(MAX_WEIGHT, new SingleFlight.Storage<>() {
                @Override
                public int weight(ToolAnswer answer) {
                    return answer.weight();
                }

                @Override
                public boolean isKept(ToolAnswer answer) {
                    return answer.isKept();
                }
            });

    /** What an answer follows from. */
    record ToolCall(String version, String tool, Map<String, Object> arguments) {}

    /** @param silence the time since which the store has not answered; empty while it answers */
    public Toolboxes(QueryService queryService, Supplier<Optional<Instant>> silence) {
        this.queryService = queryService;
        this.silence = silence;
    }

    /** Returns the tools of a version. */
    public Toolbox of(PublishedVersion version) {
        ToolContext context = new ToolContext(version, queryService, silence);
        List<GraphTool> own = List.of(
                SearchTool.of(context),
                new DescriptionTool(context),
                new EvidenceTool(context),
                new ComparisonTool(context),
                new SparqlTool(context));
        List<String> taken = own.stream().map(GraphTool::name).toList();
        Stream<GraphTool> asked = version.questions().all().stream()
                .map(question -> QuestionTool.of(context, question, name(question, taken)));
        return new Toolbox(context, Stream.concat(own.stream(), asked).toList(), answers);
    }

    private static String name(Question question, List<String> taken) {
        return taken.contains(question.name()) ? "question-" + question.name() : question.name();
    }
}
