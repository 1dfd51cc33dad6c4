package org.torchgraph.site.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.chart.Chart;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The page of one question.
 *
 * @param card the question
 * @param inputs of its form
 * @param grid the rows or triples of the answer, or null
 * @param chart the same as a picture, or null
 * @param truth the answer to an ASK, or null
 * @param refusal why it was not run, or null
 * @param sparql the text to open in the editor
 * @param text the file
 * @param formats suffixes in which the answer can be had
 * @param href link to the question alone
 * @param parameters query string of the values, with {@code ?}, or empty
 */
public record QuestionPage(
        QuestionCard card,
        List<Input> inputs,
        ResultTable grid,
        Chart chart,
        Boolean truth,
        RenderedTerm refusal,
        String sparql,
        String text,
        List<String> formats,
        String href,
        String parameters) {

    /** Height of a frame for the title and the first rows, in pixels. */
    private static final int ROOM = 420;

    /**
     * One field of the form.
     *
     * @param name of the parameter
     * @param what label
     * @param lang of the label when it is not that of the page, or null
     * @param type of the input element
     * @param mode keyboard that a touch screen shows, or null
     * @param value filled in
     * @param fallback what is used when nothing is given
     * @param options all that may be chosen from, or none when anything may be written
     * @param hints values that are written with an answer
     */
    public record Input(
            String name,
            String what,
            String lang,
            String type,
            String mode,
            String value,
            String fallback,
            List<Option> options,
            List<String> hints) {}

    /** One of several values. */
    public record Option(String value, String text, String lang, boolean selected) {}

    /**
     * Things to choose from.
     *
     * @param things by parameter
     * @param found values that have answers, by parameter
     * @param labels of all of them
     */
    public record Choices(Map<String, List<Node>> things, Map<String, List<Node>> found, Labels labels) {
        /** Nothing to choose from. */
        public static final Choices NONE = new Choices(Map.of(), Map.of(), new Labels(Map.of(), null));

        /** Whether they have been worked out for each of these, be it that there are none. */
        public boolean areFor(List<Question.Parameter> parameters) {
            return parameters.stream()
                    .map(Question.Parameter::name)
                    .allMatch(name -> things.containsKey(name) || found.containsKey(name));
        }
    }

    /**
     * @param values lexical forms by parameter, as given by the asker
     * @param choices things that a parameter may stand for
     * @param outcome what became of it
     * @param sparql the query with the values in their places
     */
    public static QuestionPage of(
            PageContext frame,
            Question question,
            Map<String, String> values,
            Choices choices,
            QuestionResult outcome,
            String sparql) {
        ResultTable grid = grid(frame, outcome);
        return new QuestionPage(
                QuestionCard.of(question, frame),
                question.parameters().stream()
                        .map(parameter -> input(parameter, values, choices, frame))
                        .toList(),
                grid,
                Chart.of(outcome instanceof QuestionResult.Rows rows ? rows.plain(frame) : grid, question.view())
                        .orElse(null),
                outcome instanceof QuestionResult.Truth truth ? (Boolean) truth.holds() : null,
                outcome instanceof QuestionResult.Refused refused
                        ? RenderedTerm.text(refused.why().in(frame.language()))
                        : null,
                sparql,
                question.text(),
                formats(question.query()),
                frame.href(SiteRoute.QUESTION.path(question.name())),
                parameters(question, values));
    }

    private static ResultTable grid(PageContext frame, QuestionResult outcome) {
        if (outcome instanceof QuestionResult.Rows rows) {
            return rows.read(frame);
        }
        if (outcome instanceof QuestionResult.Triples triples) {
            return ResultTable.of(triples.triples(), triples.labels(), frame);
        }
        return null;
    }

    private static Input input(
            Question.Parameter parameter, Map<String, String> values, Choices choices, PageContext frame) {
        String value = values.getOrDefault(parameter.name(), parameter.defaultValue());
        String type = parameter.datatype();
        boolean whole = type.equals(XSD.gYear.getURI()) || type.equals(XSD.integer.getURI());
        String mode = whole ? "numeric" : type.equals(XSD.decimal.getURI()) ? "decimal" : null;
        boolean day = type.equals(XSD.date.getURI());
        // Described in one language, or in two with a slash between.
        String what = Arrays.stream(parameter.what().split(" / "))
                .filter(one -> Language.of(one) == frame.language())
                .findFirst()
                .orElse(parameter.what());
        String lang =
                Language.of(what) == frame.language() ? null : Language.of(what).tag();
        return new Input(
                parameter.name(),
                what,
                lang,
                day ? "date" : "text",
                mode,
                value,
                parameter.defaultValue(),
                options(parameter, value, choices, frame),
                choices.found().getOrDefault(parameter.name(), List.of()).stream()
                        .filter(node -> node != null && node.isLiteral())
                        .map(Node::getLiteralLexicalForm)
                        .toList());
    }

    /** What is given and not among the choices is one more. */
    private static List<Option> options(
            Question.Parameter parameter, String given, Choices choices, PageContext frame) {
        List<Option> options = new ArrayList<>();
        String value = given.strip();
        if (parameter.datatype().equals(XSD.xboolean.getURI())) {
            for (String one : List.of("true", "false")) {
                boolean same = value.equals(one) || value.equals(one.equals("true") ? "1" : "0");
                options.add(new Option(one, frame.messages().say("value." + one), null, same));
            }
        } else {
            String base = frame.site().links().base();
            TermRenderer wording = frame.wording(choices.labels());
            choices.things().getOrDefault(parameter.name(), List.of()).stream()
                    .map(wording::show)
                    .map(thing -> new Option(
                            relative(thing.machine(), base),
                            thing.text(),
                            thing.lang(),
                            relative(thing.machine(), base).equals(relative(value, base))))
                    .sorted(Comparator.comparing(Option::text).thenComparing(Option::value))
                    .forEach(options::add);
        }
        if (!options.isEmpty() && options.stream().noneMatch(Option::selected)) {
            options.add(0, new Option(given, given, null, true));
        }
        return options;
    }

    private static String relative(String iri, String base) {
        return iri.startsWith(base) && iri.length() > base.length() ? iri.substring(base.length()) : iri;
    }

    private static List<String> formats(Query query) {
        return query.isAskType()
                ? List.of("json", "xml")
                : query.isSelectType() ? List.of("csv", "json", "ttl") : List.of("ttl", "jsonld", "nt");
    }

    private static String parameters(Question question, Map<String, String> values) {
        String joined = question.parameters().stream()
                .filter(parameter -> values.containsKey(parameter.name()))
                .map(parameter -> parameter.name() + "=" + PercentEncoding.value(values.get(parameter.name())))
                .collect(Collectors.joining("&"));
        return joined.isEmpty() ? "" : "?" + joined;
    }

    /** Link to the answer in a format. */
    public String download(String format) {
        return href + "." + format + parameters;
    }

    /** Link to the answer for a spreadsheet, with names in the language of the page. */
    public String spreadsheet(PageContext frame) {
        return download("csv") + (parameters.isEmpty() ? "?" : "&") + "labels="
                + frame.language().code();
    }

    /** Path of this page. */
    public String address() {
        return SiteRoute.QUESTION.path(card.name()) + parameters;
    }

    /** What to put into another page, so that it shows the answer. */
    public String frameCode(PageContext frame) {
        String source = frame.address(address()) + (parameters.isEmpty() ? "?" : "&") + "embed=1&lang="
                + frame.language().code();
        return "<iframe src=\"%s\" title=\"%s\" width=\"100%%\" height=\"%s\" loading=\"lazy\"></iframe>"
                .formatted(quoted(source), quoted(card.title().text()), ROOM + (chart == null ? 0 : chart.height()));
    }

    private static String quoted(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    /** Path of the editor with the query in it. */
    public String editor() {
        return SiteRoute.SPARQL.path() + "?query=" + PercentEncoding.value(sparql);
    }
}
