package org.torchgraph.server.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.torchgraph.http.ProblemException;
import org.torchgraph.model.Labels;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.question.QuestionForm;

/** Finds the values that the form of a question offers. */
final class QuestionChoices {
    /** The number of values that a form offers at most. */
    private static final int MAX_CHOICES = 200;

    private final QueryService queryService;

    QuestionChoices(QueryService queryService) {
        this.queryService = queryService;
    }

    /**
     * Returns the values that the form offers: for a thing all things like the default, if there are any and not too
     * many, else the values with results.
     *
     * @param given the lexical forms that the reader gave, by parameter
     * @param bound the values that the answer is for
     */
    QuestionForm.Choices of(
            PublishedVersion version,
            Question question,
            Map<String, String> given,
            Collection<Node> bound,
            Deadline end) {
        Map<String, List<Node>> values = new LinkedHashMap<>();
        Map<Var, Node> defaults = question.prepare(Map.of(), version.base()).bindings();
        for (Question.Parameter parameter : question.parameters()) {
            Node like = defaults.get(Var.alloc(parameter.name()));
            List<Node> alike = like.isURI() && !parameter.defaultValue().isEmpty()
                    ? version.resources().alternatives().to(like, MAX_CHOICES)
                    : List.of();
            if (!alike.isEmpty()) {
                values.put(parameter.name(), alike);
            } else {
                found(version, question, parameter, end).ifPresent(found -> values.put(parameter.name(), found));
            }
        }
        List<Node> all = Stream.concat(bound.stream(), values.values().stream().flatMap(List::stream))
                .toList();
        Labels things = version.resources().labels(all);
        Labels notations = version.resources()
                .notations(all.stream().filter(Node::isLiteral).toList());
        return new QuestionForm.Choices(values, things.and(notations), without(version, question, given, end));
    }

    /**
     * Returns how many rows have no known value of a parameter for which the reader chose one, if it has a value for
     * these.
     */
    private Map<String, Integer> without(
            PublishedVersion version, Question question, Map<String, String> given, Deadline end) {
        Map<String, Integer> without = new LinkedHashMap<>();
        question.parameters().stream()
                .filter(parameter -> !parameter.unknown().isEmpty()
                        && given.containsKey(parameter.name())
                        && !given.get(parameter.name()).equals(parameter.unknown()))
                .forEach(parameter -> {
                    Map<String, String> unknown = new LinkedHashMap<>(given);
                    unknown.put(parameter.name(), parameter.unknown());
                    QueryRequest query = QueryService.request(version, question, unknown);
                    without.put(
                            parameter.name(),
                            queryService
                                    .read(version, question, query, end)
                                    .table()
                                    .rows()
                                    .size());
                });
        return without;
    }

    /** Returns the values with results, none if there are too many; empty if the query failed. */
    private Optional<List<Node>> found(
            PublishedVersion version, Question question, Question.Parameter parameter, Deadline end) {
        try {
            return Optional.of(question.valuesOf(parameter, version.base())
                    .map(values -> queryService.ask(version, values.forPage(), ResultReaders.table(MAX_CHOICES), end))
                    .filter(Table::complete)
                    .map(table -> table.rows().stream()
                            .map(row -> row.get(0))
                            .filter(value -> value != null && !value.isBlank())
                            .toList())
                    .orElse(List.of()));
        } catch (ProblemException failed) {
            return Optional.empty();
        }
    }
}
