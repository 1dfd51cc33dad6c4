package org.torchgraph.site;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.jena.riot.system.PrefixMap;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.messages.Messages;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.QuestionCard;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.SiteFiles;

/**
 * The page of the query editor.
 *
 * @param query the query that it opens with
 * @param given whether the request has that query
 * @param examples queries to start from
 * @param words the texts of the editor's scripts in the language of the page, as JSON
 */
public record EditorPage(String query, boolean given, List<ExampleLink> examples, String words) {
    private static final List<String> SENTENCES = List.of(
            "query",
            "chart",
            "row",
            "rows",
            "time",
            "and",
            "response",
            "table",
            "tabs",
            "tab",
            "menu",
            "goto",
            "unreachable",
            "untold",
            "modifier",
            "online",
            "first",
            "removed");

    private static final List<String> KINDS =
            List.of("triple", "filter", "union", "minus", "graph", "values", "select", "optional", "bind", "group");

    /** Message keys of the result table. */
    private static final List<String> GRID = List.of(
            "info",
            "infoEmpty",
            "infoFiltered",
            "emptyTable",
            "zeroRecords",
            "sort",
            "reverse",
            "unsort",
            "first",
            "previous",
            "next",
            "last");

    /** YASGUI's own texts, by our keys for them. */
    private static final Properties WIDGET = SiteFiles.properties("yasgui.properties");

    /** A saved query with the link that opens it in the editor. */
    public record ExampleLink(RenderedTerm title, String href) {}

    /** Returns the editor with the query of the request or, if that is empty, with a start query. */
    static EditorPage of(PageContext frame, String query, List<Question> questions) {
        boolean given = !query.isBlank();
        return new EditorPage(
                given ? query : start(frame.site().prefixes()),
                given,
                questions.stream()
                        .filter(question -> question.panel().isEmpty())
                        .map(question -> example(frame, question))
                        .toList(),
                words(frame));
    }

    private static String start(PrefixMap prefixes) {
        return prefixes.stream()
                .map(entry -> "PREFIX " + entry.getPrefix() + ": <" + entry.getUri() + ">")
                .sorted()
                .collect(Collectors.joining("\n", "", "\n\n" + SiteFiles.text("start.rq")));
    }

    private static ExampleLink example(PageContext frame, Question question) {
        String query = "query=" + PercentEncoding.value(text(frame, question));
        return new ExampleLink(
                QuestionCard.of(question, frame).title(), frame.link(SiteRoute.SPARQL.path() + "?" + query));
    }

    /** Returns the query as its author formatted it; the parameters are replaced by their defaults. */
    private static String text(PageContext frame, Question question) {
        if (!question.parameters().isEmpty()) {
            return question.prepare(Map.of(), frame.site().links().base())
                    .written(question.query())
                    .toString();
        }
        return question.text()
                .lines()
                .filter(line -> !line.startsWith("#+"))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String words(PageContext frame) {
        Messages texts = frame.messages();
        return Json.createObjectBuilder()
                .add("say", object(SENTENCES, key -> key, key -> texts.say("editor.say." + key)))
                .add("kinds", object(KINDS, key -> key, key -> texts.say("editor.kind." + key)))
                .add("grid", object(GRID, key -> key, key -> texts.say("editor.grid." + key)))
                .add(
                        "yasgui",
                        object(
                                new TreeSet<>(WIDGET.stringPropertyNames()),
                                WIDGET::getProperty,
                                key -> texts.say("editor.widget." + key)))
                .add("prefixes", prefixes(frame.site().prefixes()))
                .build()
                .toString();
    }

    /** Returns the prefixes, the longest namespace first, because the editor takes the first that matches. */
    private static JsonObjectBuilder prefixes(PrefixMap prefixes) {
        Map<String, String> map = prefixes.getMapping();
        List<String> names = map.keySet().stream()
                .sorted(Comparator.comparing((String name) -> -map.get(name).length())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return object(names, name -> name, map::get);
    }

    private static JsonObjectBuilder object(
            Collection<String> keys, UnaryOperator<String> name, UnaryOperator<String> value) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        keys.forEach(key -> object.add(name.apply(key), value.apply(key)));
        return object;
    }
}
