package org.torchgraph.server.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Claim;
import org.torchgraph.model.Description;
import org.torchgraph.model.IncomingPage;
import org.torchgraph.model.Statement;
import org.torchgraph.server.version.PublishedVersion;

/** Tells what is stated of a thing, what that rests on, and what links to it. */
record DescriptionTool(ToolContext context) implements GraphTool {
    private static final String THING = "thing";
    private static final String PAGE = "page";
    private static final int MAX_PAGE = 10_000;
    private static final int MAX_STATEMENTS = 300;
    private static final int MAX_CLAIMS = 100;

    @Override
    public String name() {
        return "describe";
    }

    @Override
    public ToolSchema schema() {
        return new ToolSchema(THING)
                .with(THING, "string", "mcp.argument.thing")
                .with(PAGE, ToolSchema.number("mcp.argument.links", 1, 1, MAX_PAGE))
                .withLanguage(context.languages());
    }

    @Override
    public ToolAnswer answer(ToolArguments arguments) {
        Language language = arguments.language();
        PublishedVersion version = context.version();
        Node thing = new NamedThings(version).thing(THING, arguments.needed(THING));
        int page = arguments.number(PAGE, 1, 1, MAX_PAGE);
        Description description = version.resources()
                .describe(thing, page)
                .orElseThrow(() -> ToolArguments.bad(PAGE, Code.MCP_NUMBER, PAGE, 1, pages(version, thing)));
        AnsweredTerms terms = AnsweredTerms.of(version, description.labels(), language);
        List<Statement> statements = Stream.concat(
                        description.statements().stream(),
                        description.parts().values().stream().flatMap(List::stream))
                .toList();
        List<Statement> shown = statements.stream().limit(MAX_STATEMENTS).toList();
        List<Claim> evidence = evidence(description);
        List<Claim> told = evidence.stream().limit(MAX_CLAIMS).toList();
        IncomingPage incoming = description.incoming();
        AnswerBuilder answer = new AnswerBuilder(version, language)
                .put("thing", terms.value(thing))
                .put(
                        "statements",
                        shown.stream().map(one -> statement(one, terms)).toList())
                .put("evidence", told.stream().map(one -> claim(one, terms)).toList())
                .put("incoming", incoming(incoming, terms))
                .put("leftOff", leftOff(statements.size() - shown.size(), evidence.size() - told.size(), incoming))
                .line(terms.words(thing));
        shown.forEach(one -> answer.line(words(one, thing, terms)));
        answer.say("mcp.evidence", evidence.size());
        told.forEach(claim -> answer.line("- " + claimWords(claim, terms)));
        answer.say("mcp.incoming", incoming.statements().size(), incoming.total(), incoming.page(), incoming.pages());
        incoming.statements()
                .forEach(one -> answer.line("- " + terms.words(one.triple().getSubject()) + " "
                        + terms.name(one.triple().getPredicate())));
        if (shown.size() < statements.size() || told.size() < evidence.size()) {
            answer.say("mcp.left-off", statements.size() - shown.size(), evidence.size() - told.size());
        }
        return answer.build(true);
    }

    private static int pages(PublishedVersion version, Node thing) {
        return version.resources()
                .describe(thing, 1)
                .map(first -> first.incoming().pages())
                .orElse(1);
    }

    /** Returns the evidence of a thing and the claims about it. */
    static List<Claim> evidence(Description description) {
        Stream<Claim> own = description.passages().isEmpty()
                ? Stream.empty()
                : Stream.of(Claim.ofEvidence(description.passages(), List.of()));
        return Stream.concat(own, description.claims().stream()).toList();
    }

    private static Map<String, Object> statement(Statement statement, AnsweredTerms terms) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("subject", terms.value(statement.triple().getSubject()));
        value.put("property", terms.value(statement.triple().getPredicate()));
        value.put("value", terms.value(statement.triple().getObject()));
        value.put("graphs", statement.graphs().stream().map(Node::toString).toList());
        return value;
    }

    private static String words(Statement statement, Node thing, AnsweredTerms terms) {
        String subject = statement.triple().getSubject().equals(thing)
                ? ""
                : terms.name(statement.triple().getSubject()) + " ";
        return "- " + subject + terms.name(statement.triple().getPredicate()) + ": "
                + terms.words(statement.triple().getObject());
    }

    /** Returns a claim with the triple that it is about. */
    static Map<String, Object> claim(Claim claim, AnsweredTerms terms) {
        Map<String, Object> value = new LinkedHashMap<>();
        if (claim.about() != null) {
            value.put(
                    "about",
                    Map.of(
                            "subject", terms.value(claim.about().getSubject()),
                            "property", terms.value(claim.about().getPredicate()),
                            "value", terms.value(claim.about().getObject())));
        }
        value.putAll(terms.evidence(claim));
        return value;
    }

    static String claimWords(Claim claim, AnsweredTerms terms) {
        String rests = terms.evidenceWords(List.of(claim));
        return claim.about() == null
                ? rests
                : terms.name(claim.about().getPredicate()) + " "
                        + terms.words(claim.about().getObject()) + ": " + rests;
    }

    private static Map<String, Object> incoming(IncomingPage incoming, AnsweredTerms terms) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("total", incoming.total());
        value.put("page", incoming.page());
        value.put("pages", incoming.pages());
        value.put(
                "links",
                incoming.statements().stream()
                        .map(one -> Map.of(
                                "subject", terms.value(one.triple().getSubject()),
                                "property", terms.value(one.triple().getPredicate())))
                        .toList());
        return value;
    }

    private static Map<String, Object> leftOff(int statements, int claims, IncomingPage incoming) {
        return Map.of(
                "statements",
                statements,
                "evidence",
                claims,
                "links",
                incoming.total() - incoming.statements().size());
    }
}
