package org.torchgraph.server.mcp;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Claim;
import org.torchgraph.model.Labels;
import org.torchgraph.server.version.PublishedVersion;

/** Tells what the statements about a thing rest on, or what a claim or a passage stands for. */
record EvidenceTool(ToolContext context) implements GraphTool {
    private static final String THING = "thing";

    @Override
    public String name() {
        return "evidence";
    }

    @Override
    public ToolSchema schema() {
        return new ToolSchema(THING)
                .with(THING, "string", "mcp.argument.thing")
                .withLanguage(context.languages())
                .withRows();
    }

    @Override
    public ToolAnswer answer(ToolArguments arguments) {
        Language language = arguments.language();
        int limit = arguments.limit();
        int offset = arguments.offset();
        PublishedVersion version = context.version();
        Node thing = new NamedThings(version).thing(THING, arguments.needed(THING));
        List<Claim> all = evidence(version, thing);
        List<Claim> shown = all.stream().skip(offset).limit(limit).toList();
        Labels labels = version.resources()
                .labels(Stream.concat(Stream.of(thing), shown.stream().flatMap(EvidenceTool::named))
                        .distinct()
                        .toList());
        AnsweredTerms terms = AnsweredTerms.of(version, labels, language);
        AnswerBuilder answer = new AnswerBuilder(version, language)
                .put("thing", terms.value(thing))
                .put(
                        "evidence",
                        shown.stream()
                                .map(claim -> DescriptionTool.claim(claim, terms))
                                .toList())
                .put("total", all.size())
                .put("offset", offset)
                .put("leftOff", all.size() - shown.size())
                .line(terms.words(thing))
                .say(
                        shown.size() == all.size() ? "mcp.evidence.all" : "mcp.rows.cut",
                        shown.size(),
                        offset,
                        all.size());
        shown.forEach(claim -> answer.line("- " + DescriptionTool.claimWords(claim, terms)));
        if (all.isEmpty()) {
            EmptyAnswer.addTo(answer, language, "mcp.empty.evidence", "mcp.recover.empty.evidence");
        }
        return answer.build(true);
    }

    private static Stream<Node> named(Claim claim) {
        return claim.about() == null
                ? claim.named()
                : Stream.concat(
                        claim.named(),
                        Stream.of(
                                claim.about().getSubject(),
                                claim.about().getPredicate(),
                                claim.about().getObject()));
    }

    private static List<Claim> evidence(PublishedVersion version, Node thing) {
        List<Claim> about = version.resources()
                .describe(thing, 1)
                .map(DescriptionTool::evidence)
                .orElse(List.of());
        return about.isEmpty()
                ? version.resources().provenanceOf(List.of(thing)).values().stream()
                        .filter(AnsweredTerms::isEvidence)
                        .toList()
                : about;
    }
}
