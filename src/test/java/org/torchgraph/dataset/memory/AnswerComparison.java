package org.torchgraph.dataset.memory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnvBase;

/** Compares two answers to one query as far as the query decides them. */
final class AnswerComparison {
    /** So many digits of an inexact sum are compared. */
    private static final MathContext DIGITS = new MathContext(9);

    private AnswerComparison() {}

    /**
     * Returns what is different; empty if nothing is.
     *
     * @param all what the query answers without DISTINCT, REDUCED, LIMIT and OFFSET as far as it has REDUCED, LIMIT or
     *     OFFSET
     */
    static Optional<String> difference(Query query, Answer expected, Answer actual, Supplier<Answer> all) {
        return switch (expected) {
            case Answer.Truth truth -> difference(truth.equals(actual), "truth");
            case Answer.Triples triples ->
                difference(actual instanceof Answer.Triples others && same(triples.graph(), others.graph()), "triples");
            case Answer.Rows rows ->
                actual instanceof Answer.Rows others ? difference(query, rows, others, all) : Optional.of("form");
        };
    }

    private static Optional<String> difference(boolean same, String what) {
        return same ? Optional.empty() : Optional.of(what);
    }

    /**
     * Returns whether two graphs are the same but for the blank nodes that CONSTRUCT made, of which a triple has one.
     */
    private static boolean same(Graph one, Graph other) {
        return one.size() == other.size() && made(one).equals(made(other));
    }

    /** Returns how many made nodes have what triples; those without one are together. */
    private static Map<Set<Triple>, Integer> made(Graph graph) {
        Map<Node, Set<Triple>> triples = graph.stream()
                .collect(groupingBy(
                        triple -> isMade(triple.getSubject())
                                ? triple.getSubject()
                                : isMade(triple.getObject()) ? triple.getObject() : Node.ANY,
                        mapping(AnswerComparison::unmade, toSet())));
        return triples.values().stream().collect(groupingBy(set -> set, summingInt(set -> 1)));
    }

    private static Triple unmade(Triple triple) {
        return Triple.create(
                isMade(triple.getSubject()) ? Node.ANY : triple.getSubject(),
                triple.getPredicate(),
                isMade(triple.getObject()) ? Node.ANY : triple.getObject());
    }

    private static boolean isMade(Node node) {
        return node.isBlank() && !GeneratedData.isBlank(node);
    }

    private static Optional<String> difference(
            Query query, Answer.Rows expected, Answer.Rows actual, Supplier<Answer> all) {
        if (!expected.columns().equals(actual.columns())) {
            return Optional.of("columns");
        }
        Map<List<Object>, Integer> wanted = bag(expected);
        Map<List<Object>, Integer> given = bag(actual);
        boolean sliced = query.hasLimit() || query.hasOffset();
        if (sliced) {
            if (expected.rows().size() != actual.rows().size()) {
                return Optional.of("count");
            }
            if (!wanted.equals(given) && !within(given, bag((Answer.Rows) all.get()))) {
                return Optional.of("rows that are not there without LIMIT");
            }
        } else if (query.isReduced()) {
            if (!wanted.keySet().equals(given.keySet())
                    || !wanted.equals(given) && !within(given, bag((Answer.Rows) all.get()))) {
                return Optional.of("reduced rows");
            }
        } else if (!wanted.equals(given)) {
            return Optional.of("rows");
        }
        return difference(keys(query, expected).equals(keys(query, actual)), "order");
    }

    private static boolean within(Map<List<Object>, Integer> some, Map<List<Object>, Integer> all) {
        return some.entrySet().stream().allMatch(row -> row.getValue() <= all.getOrDefault(row.getKey(), 0));
    }

    /** Returns how many rows have what values. */
    private static Map<List<Object>, Integer> bag(Answer.Rows rows) {
        Map<List<Object>, Integer> bag = new HashMap<>();
        for (List<Node> row : rows.cells()) {
            List<Object> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(compared(rows.columns().get(i).getName(), row.get(i)));
            }
            bag.merge(cells, 1, Integer::sum);
        }
        return bag;
    }

    private static Object compared(String column, Node value) {
        if (value == null || !value.isLiteral()) {
            return Optional.ofNullable(value);
        }
        String text = value.getLiteralLexicalForm();
        if (column.startsWith(SelectGenerator.PARTS)) {
            return Arrays.stream(text.split("\\|", -1)).sorted().toList();
        }
        if (column.startsWith(SelectGenerator.SUM) && text.matches("[-+0-9.eE]+")) {
            return List.of(new BigDecimal(text).round(DIGITS).stripTrailingZeros(), value.getLiteralDatatypeURI());
        }
        return value;
    }

    /** Returns the values by which each row is sorted, up to the first that the columns do not tell. */
    private static List<List<Object>> keys(Query query, Answer.Rows rows) {
        List<SortCondition> conditions = new ArrayList<>();
        Set<Var> columns = new HashSet<>(rows.columns());
        if (query.hasOrderBy()) {
            for (SortCondition condition : query.getOrderBy()) {
                if (!columns.containsAll(condition.getExpression().getVarsMentioned())) {
                    break;
                }
                conditions.add(condition);
            }
        }
        List<List<Object>> keys = new ArrayList<>();
        for (Binding row : rows.rows()) {
            List<Object> key = new ArrayList<>();
            conditions.forEach(condition -> key.add(key(condition, row)));
            // How many of equal rows REDUCED leaves is open.
            if (!query.isReduced() || keys.isEmpty() || !keys.getLast().equals(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static Object key(SortCondition condition, Binding row) {
        try {
            NodeValue value = condition.getExpression().eval(row, new FunctionEnvBase());
            return value.asNode();
        } catch (ExprEvalException | IllegalStateException error) {
            // Jena's division of durations throws the second; where queries run it is an error of the expression.
            return Optional.empty();
        }
    }
}
