package org.torchgraph.site.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.export.Format;
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
 * The page of a question.
 *
 * @param card the question
 * @param inputs the fields of its form
 * @param grid the table of the result, or null
 * @param chart the chart of the result, or null
 * @param truth the result of an ASK query, or null
 * @param refusal the reason why the question has no result, or null
 * @param sparql the query to open in the editor
 * @param text the query file
 * @param formats the extensions of the formats of the result
 * @param href the link to the question without values
 * @param parameters the values as a query string with {@code ?}, or an empty text
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

    /** The height of the title and the first rows in an embedded frame, in pixels. */
    private static final int FRAME_PIXELS = 420;

    /**
     * A field of the form.
     *
     * @param name the name of the parameter
     * @param what its label
     * @param lang the language of the label, or null if it is that of the page
     * @param type the type of the input element
     * @param mode the keyboard of a touch screen, or null
     * @param value the current value
     * @param fallback the default value
     * @param options the values to choose from; empty if any value may be entered
     * @param hints values that have a result
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

    /** One of the values to choose from. */
    public record Option(String value, String text, String lang, boolean selected) {}

    /**
     * The values that the form offers.
     *
     * @param things the things to choose from, by parameter
     * @param found the values that have results, by parameter
     * @param labels the labels of all of them
     */
    public record Choices(Map<String, List<Node>> things, Map<String, List<Node>> found, Labels labels) {
        /** No values. */
        public static final Choices NONE = new Choices(Map.of(), Map.of(), new Labels(Map.of(), null));

        /** Returns whether the values of each parameter have been computed, even if there are none. */
        public boolean areFor(List<Question.Parameter> parameters) {
            return parameters.stream()
                    .map(Question.Parameter::name)
                    .allMatch(name -> things.containsKey(name) || found.containsKey(name));
        }
    }

    /**
     * Returns the page of a question with its result.
     *
     * @param frame the context of the page
     * @param question the question
     * @param values the lexical forms that the reader gave, by parameter
     * @param choices the values that the form offers
     * @param outcome the result
     * @param sparql the query with the values in place of the parameters
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
                formats(question.query(), outcome, frame),
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
        // The description is in one language, or in two separated by a slash.
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
                        .filter(form -> !form.isEmpty())
                        .toList());
    }

    /** Returns the options of a parameter; a value that is not among them is added. */
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

    private static List<String> formats(Query query, QuestionResult outcome, PageContext frame) {
        if (query.isAskType()) {
            return List.of("json", "xml");
        }
        if (query.isSelectType()) {
            boolean turtle = frame.site().dumpFormats().isExpressible(Format.TURTLE.expressiveness());
            return turtle ? List.of("csv", "json", "ttl") : List.of("csv", "json");
        }
        return Stream.of(Format.TURTLE, Format.JSONLD, Format.NTRIPLES)
                .filter(format -> format == Format.NTRIPLES
                        || !(outcome instanceof QuestionResult.Triples said)
                        || said.syntaxes().contains(format.expressiveness()))
                .map(Format::suffix)
                .toList();
    }

    private static String parameters(Question question, Map<String, String> values) {
        String joined = question.parameters().stream()
                .filter(parameter -> values.containsKey(parameter.name()))
                .map(parameter -> parameter.name() + "=" + PercentEncoding.value(values.get(parameter.name())))
                .collect(Collectors.joining("&"));
        return joined.isEmpty() ? "" : "?" + joined;
    }

    /** Returns the link to the result in a format. */
    public String download(String format) {
        return href + "." + format + parameters;
    }

    /** Returns the link to the CSV file for spreadsheets, with labels in the language of the page. */
    public String spreadsheet(PageContext frame) {
        return download("csv") + (parameters.isEmpty() ? "?" : "&") + "labels="
                + frame.language().code();
    }

    /** Returns the path of this page with its values. */
    public String address() {
        return SiteRoute.QUESTION.path(card.name()) + parameters;
    }

    /** Returns the HTML that embeds the result in another page. */
    public String frameCode(PageContext frame) {
        String source = frame.address(address()) + (parameters.isEmpty() ? "?" : "&") + "embed=1&lang="
                + frame.language().code();
        return "<iframe src=\"%s\" title=\"%s\" width=\"100%%\" height=\"%s\" loading=\"lazy\"></iframe>"
                .formatted(
                        quoted(source),
                        quoted(card.title().text()),
                        FRAME_PIXELS + (chart == null ? 0 : chart.height()));
    }

    private static String quoted(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    /** Returns the path of the editor with the query. */
    public String editor() {
        return SiteRoute.SPARQL.path() + "?query=" + PercentEncoding.value(sparql);
    }
}
