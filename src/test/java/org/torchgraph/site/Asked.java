package org.torchgraph.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;

/** Questions for tests, and their answers straight from a graph. */
final class Asked {
    private static final Pattern LINE = Pattern.compile("#\\+ ([a-z.]+): (.*)");
    private static final Pattern PARAM = Pattern.compile("(\\S+) xsd:(\\S+) (\\S+) \"(.*)\"");

    private Asked() {}

    static Question question(Path file) throws IOException {
        return question(file.getFileName().toString().replace(".rq", ""), Files.readString(file));
    }

    static Question question(String name, String text) {
        Map<String, String> titles = new HashMap<>();
        Map<String, String> descriptions = new HashMap<>();
        List<Question.Parameter> parameters = new ArrayList<>();
        Question.ViewKind view = Question.ViewKind.TABLE;
        Query query = QueryFactory.create(text);
        Optional<String> panel = Optional.empty();
        Optional<String> subject = Optional.empty();
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            String value = line.group(2);
            switch (line.group(1)) {
                case "title.en", "title.zh" -> titles.put(line.group(1).substring(6), value);
                case "description.en", "description.zh" ->
                    descriptions.put(line.group(1).substring(12), value);
                case "view" -> view = Question.ViewKind.valueOf(value.toUpperCase(Locale.ROOT));
                case "subject" -> subject = Optional.of(query.getPrefixMapping().expandPrefix(value));
                case "panel" -> panel = Optional.of(query.getPrefixMapping().expandPrefix(value.split(" ")[0]));
                default -> parameters.add(parameter(value));
            }
        }
        return new Question(
                name,
                "queries/" + name + ".rq",
                titles,
                descriptions,
                parameters,
                Map.of(),
                view,
                panel,
                Optional.empty(),
                Question.UNRANKED,
                subject,
                text,
                CompiledQuery.of(query),
                false);
    }

    private static Question.Parameter parameter(String value) {
        Matcher parts = PARAM.matcher(value);
        parts.matches();
        String datatype = "http://www.w3.org/2001/XMLSchema#" + parts.group(2);
        return new Question.Parameter(parts.group(1), datatype, parts.group(3), parts.group(4));
    }

    static Table answer(Graph data, Question question, Map<String, Node> bound) {
        QueryExecBuilder run = QueryExec.graph(data).query(question.query());
        bound.forEach(run::substitution);
        try (QueryExec query = run.build()) {
            RowSet found = query.select();
            List<Var> columns = found.getResultVars();
            List<List<Node>> rows = new ArrayList<>();
            found.forEachRemaining(
                    row -> rows.add(columns.stream().map(row::get).toList()));
            return new Table(columns.stream().map(Var::getVarName).toList(), rows);
        }
    }
}
