package org.torchgraph.server.mcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.search.Facet;
import org.torchgraph.search.HighlightedText;
import org.torchgraph.search.Hits;
import org.torchgraph.search.QuestionHit;
import org.torchgraph.search.Search;
import org.torchgraph.search.SearchRequest;
import org.torchgraph.server.version.PublishedVersion;

/**
 * Finds things and questions by words, in either language.
 *
 * @param schema its parameters, of which each facet is one
 */
record SearchTool(ToolContext context, ToolSchema schema) implements GraphTool {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String TEXT = "text";
    private static final String PAGE = "page";
    private static final int MAX_PAGE = 1000;

    @Override
    public String name() {
        return "search";
    }

    static SearchTool of(ToolContext context) {
        ToolSchema schema = new ToolSchema(TEXT)
                .with(TEXT, "string", "mcp.argument.text")
                .with(PAGE, ToolSchema.number("mcp.argument.page", 1, 1, MAX_PAGE))
                .withLanguage(context.languages());
        facets(context)
                .forEach(facet -> schema.with(
                        facet.name(),
                        Map.of(
                                "type",
                                "string",
                                "description",
                                ToolSchema.inBoth(words -> words.say("mcp.argument.facet", facet.name())))));
        return new SearchTool(context, schema);
    }

    private static Stream<Facet> facets(ToolContext context) {
        return context.version().search().facets().stream()
                .filter(facet -> !List.of(TEXT, PAGE, ToolArguments.LANGUAGE).contains(facet.name()));
    }

    @Override
    public ToolAnswer answer(ToolArguments arguments) {
        Language language = arguments.language();
        PublishedVersion version = context.version();
        SearchRequest wanted = wanted(arguments);
        Search search = version.search();
        Hits hits = search.find(wanted, PATIENCE).orElseThrow(SearchTool::notReady);
        List<QuestionHit> questions = search.findQuestions(wanted, PATIENCE).orElseThrow(SearchTool::notReady);
        if (!hits.hasPage()) {
            throw ToolArguments.bad(PAGE, Code.NO_PAGE_OF_HITS, hits.page(), hits.pages());
        }
        AnsweredTerms terms = AnsweredTerms.of(version, version.resources().labels(hits.nodes()), language);
        AnswerBuilder answer = new AnswerBuilder(version, language)
                .put("total", hits.total())
                .put("page", hits.page())
                .put("pages", hits.pages())
                .put("isLoose", hits.loose())
                .put("withoutWords", hits.without())
                .put("alsoSearched", hits.also())
                .put("hits", hits.hits().stream().map(hit -> hit(hit, terms)).toList())
                .put(
                        "questions",
                        questions.stream().map(hit -> question(hit, language)).toList())
                .say("mcp.hits", hits.hits().size(), hits.total(), hits.page(), hits.pages());
        if (hits.loose()) {
            answer.say("mcp.hits.loose");
        }
        if (hits.byStore()) {
            answer.say("search.store");
        }
        if (hits.cut() > 0) {
            answer.say("search.store.cut", hits.cut());
        }
        hits.hits().forEach(hit -> answer.line(words(hit, terms)));
        questions.forEach(hit -> answer.say("mcp.hits.question", hit.name(), title(hit, language)));
        if (hits.hits().isEmpty()) {
            EmptyAnswer.addTo(answer, language, "mcp.empty.search", "mcp.recover.empty.search");
        }
        return answer.build(true);
    }

    private SearchRequest wanted(ToolArguments arguments) {
        String text = arguments.needed(TEXT);
        if (text.length() > SearchRequest.MAX_CHARACTERS) {
            throw ToolArguments.bad(TEXT, Code.SEARCH_LENGTH, SearchRequest.MAX_CHARACTERS);
        }
        String base = context.version().base();
        Map<String, Set<String>> filters = new TreeMap<>();
        facets(context).forEach(facet -> arguments
                .text(facet.name())
                .filter(value -> !value.isBlank())
                .map(value -> value.startsWith(base) ? value.substring(base.length()) : value)
                .ifPresent(key -> filters.put(facet.name(), Set.of(key))));
        return new SearchRequest(text, filters, arguments.number(PAGE, 1, 1, MAX_PAGE));
    }

    private static Map<String, Object> hit(Hits.Hit hit, AnsweredTerms terms) {
        Map<String, Object> value = new LinkedHashMap<>(terms.value(hit.thing()));
        value.put("classes", hit.classes().stream().map(terms::value).toList());
        value.put("names", texts(hit.names()));
        value.put("numbers", texts(hit.numbers()));
        value.put("matches", texts(hit.matches()));
        if (!hit.missing().isEmpty()) {
            value.put("missingWords", hit.missing());
        }
        return value;
    }

    private static List<Map<String, Object>> texts(List<Hits.MatchedText> texts) {
        List<Map<String, Object>> values = new ArrayList<>();
        for (Hits.MatchedText text : texts) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("text", plain(text.marked()));
            value.put("language", text.literal().getLiteralLanguage());
            value.put("property", text.property().getURI());
            values.add(value);
        }
        return values;
    }

    private static String words(Hits.Hit hit, AnsweredTerms terms) {
        String classes = hit.classes().stream().map(terms::name).collect(Collectors.joining(", "));
        String numbers = hit.numbers().stream()
                .map(Hits.MatchedText::literal)
                .map(Node::getLiteralLexicalForm)
                .collect(Collectors.joining(", "));
        return "- " + terms.words(hit.thing()) + " (" + classes + ")" + (numbers.isEmpty() ? "" : " " + numbers);
    }

    private static Map<String, Object> question(QuestionHit hit, Language language) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("tool", hit.name());
        value.put("title", title(hit, language));
        value.put("arguments", hit.values());
        return value;
    }

    private static String title(QuestionHit hit, Language language) {
        return plain(language.best(hit.titles())
                .map(Map.Entry::getValue)
                .orElseGet(() -> HighlightedText.plain(hit.name())));
    }

    private static String plain(HighlightedText text) {
        return text.parts().stream().map(HighlightedText.TextPart::text).collect(Collectors.joining());
    }

    private static ProblemException notReady() {
        return Problem.of(Problem.ProblemKind.NOT_READY, Code.INDEX_NOT_READY).exception();
    }
}
