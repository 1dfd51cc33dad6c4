package org.torchgraph.site.question;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.question.Question;
import org.torchgraph.site.frame.Frame;
import org.torchgraph.site.words.Language;

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
 * @param parameters query string of the values, with {@code ?}, or empty
 */
public record QuestionPage(
        QuestionCard card,
        List<Input> inputs,
        Grid grid,
        Chart chart,
        Boolean truth,
        String refusal,
        String sparql,
        String text,
        List<String> formats,
        String parameters) {

    /** A parameter is described in one language or in two with a slash between; which is told by the script. */
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

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
     */
    public record Input(
            String name, String what, String lang, String type, String mode, String value, String fallback) {}

    /**
     * @param values lexical forms by parameter, as given by the asker
     * @param outcome what became of it
     * @param sparql the query with the values in their places
     */
    public static QuestionPage of(
            Frame frame, Question question, Map<String, String> values, Outcome outcome, String sparql) {
        Grid grid = grid(frame, outcome);
        return new QuestionPage(
                QuestionCard.of(question, frame),
                question.parameters().stream()
                        .map(parameter -> input(parameter, values, frame.language()))
                        .toList(),
                grid,
                Chart.of(grid, question.view()).orElse(null),
                outcome instanceof Outcome.Truth truth ? (Boolean) truth.holds() : null,
                outcome instanceof Outcome.Refused refused ? refused.sentence() : null,
                sparql,
                question.text(),
                formats(question.query()),
                parameters(question, values));
    }

    private static Grid grid(Frame frame, Outcome outcome) {
        if (outcome instanceof Outcome.Rows rows) {
            return Grid.of(rows.table(), rows.labels(), frame);
        }
        if (outcome instanceof Outcome.Triples triples) {
            return Grid.of(triples.triples(), triples.labels(), frame);
        }
        return null;
    }

    private static Input input(Question.Parameter parameter, Map<String, String> values, Language page) {
        String value = values.getOrDefault(parameter.name(), parameter.defaultValue());
        String type = parameter.datatype();
        boolean whole = type.equals(XSD.gYear.getURI()) || type.equals(XSD.integer.getURI());
        String mode = whole ? "numeric" : type.equals(XSD.decimal.getURI()) ? "decimal" : null;
        boolean day = type.equals(XSD.date.getURI());
        String what = Arrays.stream(parameter.what().split(" / "))
                .filter(one -> language(one) == page)
                .findFirst()
                .orElse(parameter.what());
        String lang = language(what) == page ? null : language(what).tag();
        return new Input(parameter.name(), what, lang, day ? "date" : "text", mode, value, parameter.defaultValue());
    }

    private static Language language(String text) {
        return HAN.matcher(text).find() ? Language.ZH : Language.EN;
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

    /** Address of the answer in a format. */
    public String download(String format) {
        return "/queries/" + card.name() + "." + format + parameters;
    }

    /** Address of the editor with the query in it. */
    public String editor() {
        return "/sparql?query=" + PercentEncoding.value(sparql);
    }
}
