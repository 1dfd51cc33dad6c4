package org.torchgraph.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.torchgraph.dataset.engine.BoundQuery;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.query.QueryRequest;

/**
 * The text of a saved query with gaps for the values of its parameters, for a program that cannot parse SPARQL.
 *
 * @param parts texts and gaps in order
 */
public record QuestionTemplate(List<TemplatePart> parts) {
    /** No query is likely to name it: it begins the IRIs that stand for values while the text is made. */
    private static final String MARK = "urn:torchgraph:value-of:";

    public QuestionTemplate {
        parts = List.copyOf(parts);
    }

    /**
     * A part of the text.
     *
     * @param isGap whether a value belongs here
     * @param text the text or, for a gap, the name of the parameter
     */
    public record TemplatePart(boolean isGap, String text) {}

    /** Returns the template of a question with a gap for each of its parameters. */
    public static QuestionTemplate of(Question question, String base) {
        return of(
                question,
                base,
                question.parameters().stream().map(Question.Parameter::name).toList());
    }

    /** Returns the template of a question about one thing, with a further gap for this. */
    public static QuestionTemplate ofThing(Question question, String base) {
        List<String> names = new ArrayList<>(
                question.parameters().stream().map(Question.Parameter::name).toList());
        if (!names.contains(Question.THIS)) {
            names.add(Question.THIS);
        }
        return of(question, base, names);
    }

    private static QuestionTemplate of(Question question, String base, List<String> names) {
        Map<Var, Node> marks = new LinkedHashMap<>();
        names.forEach(name -> marks.put(Var.alloc(name), NodeFactory.createURI(MARK + name)));
        String text = BoundQuery.of(question.query(), marks)
                .orElseGet(() ->
                        QueryRequest.of(question.text(), base).binding(marks).written(question.query()))
                .toString();
        List<TemplatePart> parts = new ArrayList<>();
        int done = 0;
        String opening = "<" + MARK;
        for (int at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, done)) {
            int end = text.indexOf('>', at);
            parts.add(new TemplatePart(false, text.substring(done, at)));
            parts.add(new TemplatePart(true, text.substring(at + opening.length(), end)));
            done = end + 1;
        }
        parts.add(new TemplatePart(false, text.substring(done)));
        return new QuestionTemplate(parts);
    }

    /**
     * Returns why a value is refused.
     *
     * @param shown what stands for the value in the sentence
     */
    public static Message refusal(Question.Parameter parameter, String shown, String base) {
        return Message.of(
                Code.PARAMETER_VALUE,
                parameter.name(),
                shown,
                ParameterValue.wanted(parameter.datatype(), base, parameter.defaultValue()));
    }
}
