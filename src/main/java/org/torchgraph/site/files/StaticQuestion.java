package org.torchgraph.site.files;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.apache.jena.sparql.core.Var;
import org.torchgraph.model.Labels;
import org.torchgraph.question.Question;
import org.torchgraph.question.QuestionTemplate;
import org.torchgraph.site.frame.Site;
import org.torchgraph.site.words.Reader;
import org.torchgraph.site.words.TermRenderer;

/** What the browser needs to ask a saved query with other values. */
public final class StaticQuestion {
    /** Stands for the value in a sentence. */
    private static final String VALUE = "{0}";

    private StaticQuestion() {}

    /** Returns the query with gaps, its parameters and the headings of its columns, as JSON. */
    public static JsonObject json(Question question, Site site, Reader reader) {
        String base = site.links().base();
        TermRenderer wording = site.wording(new Labels(Map.of(), site.prefixes(), site.languages()), reader);
        JsonObjectBuilder parameters = Json.createObjectBuilder();
        for (Question.Parameter parameter : question.parameters()) {
            parameters.add(
                    parameter.name(),
                    Json.createObjectBuilder()
                            .add("datatype", parameter.datatype())
                            .add("fallback", parameter.defaultValue())
                            .add(
                                    "wrong",
                                    QuestionTemplate.refusal(parameter, VALUE, base)
                                            .in(reader.language())));
        }
        JsonArrayBuilder columns = Json.createArrayBuilder();
        question.query().getProjectVars().stream()
                .map(Var::getVarName)
                .forEach(column -> columns.add(Json.createArrayBuilder()
                        .add(column)
                        .add(site.headings().heading(column, wording))));
        JsonObjectBuilder template = Json.createObjectBuilder()
                .add("name", question.name())
                .add("base", base)
                .add("parts", parts(QuestionTemplate.of(question, base)))
                .add("parameters", parameters)
                .add("columns", columns);
        if (question.panel().or(question::compares).isPresent()) {
            template.add("ofThing", parts(QuestionTemplate.ofThing(question, base)));
        }
        return template.build();
    }

    /** Returns texts as strings and gaps as lists of one name. */
    private static JsonArrayBuilder parts(QuestionTemplate template) {
        JsonArrayBuilder parts = Json.createArrayBuilder();
        for (QuestionTemplate.TemplatePart part : template.parts()) {
            if (part.isGap()) {
                parts.add(Json.createArrayBuilder().add(part.text()));
            } else {
                parts.add(part.text());
            }
        }
        return parts;
    }
}
