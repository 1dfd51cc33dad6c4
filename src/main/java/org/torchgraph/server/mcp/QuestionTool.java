package org.torchgraph.server.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.messages.Language;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.query.QueryService;

/**
 * A saved question as a tool.
 *
 * @param name the name of the tool
 * @param schema its parameters
 */
record QuestionTool(ToolContext context, Question question, String name, ToolSchema schema) implements GraphTool {
    /** A parameter with more values is described and not listed. */
    private static final int MAX_CHOICES = 40;

    private static final Set<String> WHOLE_NUMBERS = Set.of(
            XSD.integer.getURI(),
            XSD.xint.getURI(),
            XSD.xlong.getURI(),
            XSD.gYear.getURI(),
            XSD.nonNegativeInteger.getURI(),
            XSD.positiveInteger.getURI());
    private static final Set<String> NUMBERS = Set.of(XSD.decimal.getURI(), XSD.xdouble.getURI(), XSD.xfloat.getURI());

    @Override
    public McpSchema.Tool definition() {
        return schema.tool(name, text(question.titles(), Language.EN), description(question));
    }

    /** Returns the title and description of a question in both languages. */
    static String description(Question question) {
        List<String> lines = new ArrayList<>();
        for (Language language : List.of(Language.EN, Language.ZH)) {
            lines.add(text(question.titles(), language) + ": " + text(question.descriptions(), language));
        }
        return lines.stream().distinct().collect(Collectors.joining("\n"));
    }

    /** Returns the text in a language, else in English, else in any. */
    static String text(Map<String, String> byLanguage, Language language) {
        return language.best(byLanguage).map(Map.Entry::getValue).orElse("");
    }

    static QuestionTool of(ToolContext context, Question question, String name) {
        ToolSchema schema = new ToolSchema();
        Map<Var, Node> defaults =
                question.prepare(Map.of(), context.version().base()).bindings();
        for (Question.Parameter parameter : question.parameters()) {
            schema.with(parameter.name(), parameter(context, parameter, defaults.get(Var.alloc(parameter.name()))));
        }
        return new QuestionTool(
                context,
                question,
                name,
                schema.withLanguage(context.languages()).withRows());
    }

    private static Map<String, Object> parameter(ToolContext context, Question.Parameter parameter, Node like) {
        Map<String, Object> schema = new LinkedHashMap<>();
        boolean iri = parameter.datatype().equals(XSD.anyURI.getURI());
        boolean optional = parameter.defaultValue().isEmpty();
        schema.put("type", type(parameter.datatype()));
        schema.put(
                "description",
                parameter.what() + (iri ? "\n" + ToolSchema.inBoth(words -> words.say("mcp.argument.iri")) : ""));
        if (!optional) {
            schema.put("default", value(type(parameter.datatype()), parameter.defaultValue()));
        }
        if (!parameter.unknown().isEmpty()) {
            schema.put("examples", List.of(parameter.unknown()));
        }
        List<Node> alike =
                iri && !optional ? context.version().resources().alternatives().to(like, MAX_CHOICES) : List.of();
        if (!alike.isEmpty()) {
            schema.put(
                    "examples",
                    alike.stream()
                            .map(thing -> relative(thing, context.version().base()))
                            .toList());
        }
        return schema;
    }

    private static String relative(Node thing, String base) {
        String iri = thing.getURI();
        return iri.startsWith(base) ? iri.substring(base.length()) : iri;
    }

    private static Object value(String type, String lexical) {
        return switch (type) {
            case "integer", "number" -> new BigDecimal(lexical);
            case "boolean" -> lexical.equals("true") || lexical.equals("1");
            default -> lexical;
        };
    }

    private static String type(String datatype) {
        return WHOLE_NUMBERS.contains(datatype)
                ? "integer"
                : NUMBERS.contains(datatype) ? "number" : datatype.equals(XSD.xboolean.getURI()) ? "boolean" : "string";
    }

    @Override
    public ToolAnswer answer(ToolArguments arguments) {
        List<String> own =
                question.parameters().stream().map(Question.Parameter::name).toList();
        Language language = own.contains(ToolArguments.LANGUAGE) ? Language.EN : arguments.language();
        int limit = own.contains(ToolArguments.LIMIT) ? ToolArguments.USUAL_ROWS : arguments.limit();
        int offset = own.contains(ToolArguments.OFFSET) ? 0 : arguments.offset();
        Map<String, String> values = new LinkedHashMap<>();
        own.forEach(parameter -> arguments.text(parameter).ifPresent(value -> values.put(parameter, value)));
        QueryService queries = context.queryService();
        QueryRequest query =
                QueryService.request(context.version(), question, values).forPage();
        values.keySet().forEach(given -> known(given, query.bindings().get(Var.alloc(given))));
        Deadline end = queries.deadline();
        Table table = queries.firstRows(context.version(), query, question.isVolatile(), end);
        String title = text(question.titles(), language);
        Map<String, String> used = used(query);
        AnswerBuilder answer = new AnswerBuilder(context.version(), language)
                .put("question", question.name())
                .put("title", title)
                .put("address", address(values))
                .put("parameters", used)
                .line(title);
        String defaults = question.parameters().stream()
                .map(Question.Parameter::name)
                .filter(parameter -> !values.containsKey(parameter) && used.containsKey(parameter))
                .map(parameter -> parameter + "=" + used.get(parameter))
                .collect(Collectors.joining(", "));
        if (!defaults.isEmpty()) {
            answer.say("mcp.defaults", defaults);
        }
        answer.put("answer", new AnsweredRows(context.version(), table, language, limit, offset).written(answer));
        if (table.rows().isEmpty()) {
            EmptyAnswer.addTo(answer, queries.whyEmpty(context.version(), query), language, recovery(values));
        }
        return answer.build(!question.isVolatile());
    }

    /** Returns the values that the query has, given or by default. */
    private Map<String, String> used(QueryRequest query) {
        Map<String, String> used = new LinkedHashMap<>();
        question.parameters().forEach(parameter -> Optional.ofNullable(
                        query.bindings().get(Var.alloc(parameter.name())))
                .ifPresent(value -> used.put(
                        parameter.name(),
                        value.isURI() ? relative(value, context.version().base()) : value.getLiteralLexicalForm())));
        return used;
    }

    /** Returns the key of the sentence how to go on: only what has no default can be left out. */
    private String recovery(Map<String, String> values) {
        if (question.parameters().isEmpty()) {
            return "mcp.recover.empty.query";
        }
        boolean wider = question.parameters().stream()
                .anyMatch(parameter -> parameter.defaultValue().isEmpty() && values.containsKey(parameter.name()));
        return wider ? "mcp.recover.empty" : "mcp.recover.empty.values";
    }

    /** Refuses an IRI of which nothing is known, for which nothing could be found. */
    private void known(String parameter, Node value) {
        if (value != null && value.isURI()) {
            new NamedThings(context.version()).require(parameter, value);
        }
    }

    private String address(Map<String, String> values) {
        String query = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + PercentEncoding.value(value.getValue()))
                .collect(Collectors.joining("&"));
        return SiteRoute.QUESTION.iri(context.version().base())
                + question.name()
                + (query.isEmpty() ? "" : "?" + query);
    }
}
