package org.torchgraph.site.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.export.Format;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.model.naming.PlainText;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.chart.Chart;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.cite.Citation;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;

/**
 * The page of a question.
 *
 * @param card the question
 * @param heading the title, followed by the values that the result is for
 * @param inputs the fields of its form
 * @param grid the table of the result, or null
 * @param pictures the charts of the result
 * @param truth the result of an ASK query, or null
 * @param refusal the reason why the question has no result, or null
 * @param sparql the query to open in the editor
 * @param text the query file
 * @param formats the extensions of the formats of the result
 * @param notebooks the extensions of its notebooks; none for an answer that cannot be asked for again
 * @param href the link to the question without values
 * @param parameters the values, with the version if one was asked of, as a query string with {@code ?}, or an empty
 *     text
 * @param lasting the query string by which the answer is cited: all values and, unless it differs in each run, the
 *     version
 * @param today the path of the answer of the current version if a version was asked of, else null
 */
public record QuestionPage(
        QuestionCard card,
        RenderedTerm heading,
        List<QuestionForm.Input> inputs,
        ResultTable grid,
        List<Picture> pictures,
        Boolean truth,
        RenderedTerm refusal,
        String sparql,
        String text,
        List<String> formats,
        List<String> notebooks,
        String href,
        String parameters,
        String lasting,
        String today) {

    /** The height of the title and the first rows in an embedded frame, in pixels. */
    private static final int FRAME_PIXELS = 420;

    private static final Set<String> NUMBERS = Set.of(XSD.decimal.getURI(), XSD.integer.getURI(), XSD.xdouble.getURI());

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
            QuestionForm.Choices choices,
            QuestionResult outcome,
            String sparql) {
        ResultTable grid = grid(frame, outcome);
        QuestionCard card = QuestionCard.of(question, frame);
        boolean isRefused = outcome instanceof QuestionResult.Refused;
        List<QuestionForm.Input> inputs =
                QuestionForm.inputs(question, isRefused ? corrigible(values, choices) : values, choices, frame);
        return new QuestionPage(
                card,
                isRefused ? card.title() : heading(card.title(), question, inputs, frame),
                inputs,
                grid,
                outcome instanceof QuestionResult.Rows rows
                        ? Picture.all(question, joined(parameters(question, values)), rows, frame)
                        : List.of(),
                outcome instanceof QuestionResult.Truth truth ? (Boolean) truth.holds() : null,
                outcome instanceof QuestionResult.Refused refused
                        ? RenderedTerm.text(refused.why().in(frame.language()))
                        : null,
                sparql,
                question.text(),
                formats(question.query(), outcome, frame),
                NotebookFiles.of(question),
                frame.href(SiteRoute.QUESTION.path(question.name())),
                joined(Stream.concat(
                        parameters(question, values),
                        frame.asks(Citation.VERSION) ? Stream.of(version(frame)) : Stream.empty())),
                lasting(question, inputs, frame),
                frame.asks(Citation.VERSION)
                        ? SiteRoute.QUESTION.path(question.name()) + joined(parameters(question, values))
                        : null);
    }

    /** Returns the citation of an answer, as {@link #citation(PageContext)} has it. */
    public static Citation citation(
            PageContext frame, Question question, Map<String, String> values, QuestionForm.Choices choices) {
        List<QuestionForm.Input> inputs = QuestionForm.inputs(question, values, choices, frame);
        RenderedTerm title = QuestionCard.of(question, frame).title();
        return Citation.of(
                heading(title, question, inputs, frame), frame.canonical() + lasting(question, inputs, frame), frame);
    }

    /** Returns the values of a refused question that a reader would correct rather than choose anew. */
    private static Map<String, String> corrigible(Map<String, String> values, QuestionForm.Choices choices) {
        return values.entrySet().stream()
                .filter(value -> value.getValue().length() <= PlainText.MAX_NAME_CHARACTERS
                        && choices.values()
                                .getOrDefault(value.getKey(), List.of())
                                .isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static RenderedTerm heading(
            RenderedTerm title, Question question, List<QuestionForm.Input> inputs, PageContext frame) {
        String chosen = IntStream.range(0, inputs.size())
                .mapToObj(at -> chosen(question.parameters().get(at).datatype(), inputs.get(at), frame))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(frame.messages().say("class.comma")));
        return chosen.isEmpty() ? title : title.saying(frame.messages().say("question.heading", title.text(), chosen));
    }

    /** Returns what a heading says of a value; a number says nothing without its label, yes and no even less. */
    private static String chosen(String datatype, QuestionForm.Input input, PageContext frame) {
        if (NUMBERS.contains(datatype)) {
            return input.value().equals(input.fallback())
                    ? ""
                    : frame.messages().say("question.heading", input.what(), input.chosen());
        }
        return datatype.equals(XSD.xboolean.getURI()) ? "" : input.chosen();
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

    /** Returns all values as a query string, also those that the reader left as they were, which may change. */
    private static String lasting(Question question, List<QuestionForm.Input> inputs, PageContext frame) {
        return joined(Stream.concat(
                inputs.stream()
                        .filter(input -> !input.value().isEmpty())
                        .map(input -> input.name() + "=" + PercentEncoding.value(input.value())),
                question.isVolatile() ? Stream.empty() : Stream.of(version(frame))));
    }

    private static String version(PageContext frame) {
        return Citation.VERSION + "=" + PercentEncoding.value(frame.site().version());
    }

    private static Stream<String> parameters(Question question, Map<String, String> values) {
        return question.parameters().stream()
                .filter(parameter -> values.containsKey(parameter.name()))
                .map(parameter -> parameter.name() + "=" + PercentEncoding.value(values.get(parameter.name())));
    }

    private static String joined(Stream<String> values) {
        String joined = values.collect(Collectors.joining("&"));
        return joined.isEmpty() ? "" : "?" + joined;
    }

    /** Returns how the answer is cited. */
    public Citation citation(PageContext frame) {
        return Citation.of(heading, frame.canonical() + lasting, frame);
    }

    /** Returns a picture as a file; empty if the page has no picture of that number, from 1, or it is too crowded. */
    public Optional<PictureSheet> sheet(int number, PageContext frame) {
        return pictures.stream()
                .skip(number - 1L)
                .filter(picture -> !(picture.chart() instanceof Chart.Crowded))
                .findFirst()
                .map(picture -> PictureSheet.of(picture, heading, citation(frame), frame));
    }

    /** Returns the steps from the home page to this page. */
    public List<PageContext.Crumb> crumbs(PageContext frame) {
        List<PageContext.Crumb> crumbs = new ArrayList<>();
        crumbs.add(new PageContext.Crumb(frame.messages().say("nav.queries"), null, SiteRoute.QUESTIONS.path()));
        boolean chosen = !heading.equals(card.title());
        crumbs.add(new PageContext.Crumb(
                card.title().text(), card.title().lang(), chosen ? SiteRoute.QUESTION.path(card.name()) : null));
        return crumbs;
    }

    /** Returns the link to the question with another value of a parameter. */
    public String asking(String name, String value) {
        String asked = joined(inputs.stream()
                .map(input -> Map.entry(input.name(), input.name().equals(name) ? value : input.value()))
                .filter(input -> !input.getValue().isEmpty())
                .map(input -> input.getKey() + "=" + PercentEncoding.value(input.getValue())));
        return card.href() + (card.href().contains("?") ? "&" + asked.substring(1) : asked);
    }

    /** Returns the link to the result in a format. */
    public String download(String format) {
        return href + "." + format + parameters;
    }

    /** Returns the link to a file for spreadsheets, with labels in the language of the page. */
    public String spreadsheet(String format, PageContext frame) {
        return download(format) + (parameters.isEmpty() ? "?" : "&") + "labels="
                + frame.language().code();
    }

    /** Returns the link to a notebook, in the language of the page. */
    public String notebook(String format, PageContext frame) {
        return download(format) + (parameters.isEmpty() ? "?" : "&") + "lang="
                + frame.language().code();
    }

    /** Returns whether the result has rows, so that spreadsheets read it. */
    public boolean isTable() {
        return formats.contains("csv");
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
                        FRAME_PIXELS
                                + pictures.stream()
                                        .mapToInt(picture -> picture.chart().height())
                                        .sum());
    }

    private static String quoted(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }

    /** Returns the path of the editor with the query. */
    public String editor() {
        return SiteRoute.SPARQL.path() + "?query=" + PercentEncoding.value(sparql);
    }
}
