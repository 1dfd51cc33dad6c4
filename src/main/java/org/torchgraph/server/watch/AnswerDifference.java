package org.torchgraph.server.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.query.Table;

/**
 * How an answer differs from that of the version before. The order of rows is no difference.
 *
 * @param kind what has changed
 * @param columns the columns of the later answer
 * @param keys the number of columns, from the first, that tell the rows of both answers apart
 * @param changed rows that have the same keys but other values
 * @param come rows that only the later answer has
 * @param gone rows that only the earlier answer has
 */
record AnswerDifference(
        DifferenceKind kind,
        List<String> columns,
        int keys,
        ToldRows<ChangedRow> changed,
        ToldRows<List<Node>> come,
        ToldRows<List<Node>> gone) {
    private static final int MAX_ROWS = 20;

    /** What has changed of an answer. */
    enum DifferenceKind {
        /** Nothing. */
        NONE,
        /** The rows. */
        ROWS,
        /** The columns, so that rows cannot be compared. */
        COLUMNS,
        /** The question could not be asked in this way before. */
        FIRST,
        /** The question could no longer be asked in this way. */
        LAST
    }

    /** A row before and after the change. */
    record ChangedRow(List<Node> before, List<Node> after) {}

    /**
     * Some rows and the number of all.
     *
     * @param <R> a row
     */
    record ToldRows<R>(List<R> some, int number) {
        static <R> ToldRows<R> of(List<R> all) {
            return new ToldRows<>(all.stream().limit(MAX_ROWS).toList(), all.size());
        }

        int others() {
            return number - some.size();
        }
    }

    /** Compares two answers; each is empty if the question could not be asked in this way at its version. */
    static AnswerDifference between(Optional<Table> before, Optional<Table> after) {
        if (before.isEmpty() || after.isEmpty()) {
            DifferenceKind kind = after.isPresent()
                    ? DifferenceKind.FIRST
                    : before.isPresent() ? DifferenceKind.LAST : DifferenceKind.NONE;
            return new AnswerDifference(
                    kind,
                    List.of(),
                    0,
                    ToldRows.of(List.of()),
                    new ToldRows<>(List.of(), rows(after).size()),
                    new ToldRows<>(List.of(), rows(before).size()));
        }
        boolean isComparable = before.get().columns().equals(after.get().columns());
        return between(rows(before), rows(after), after.get().columns(), isComparable);
    }

    private static List<List<Node>> rows(Optional<Table> answer) {
        return answer.map(Table::rows).orElse(List.of());
    }

    private static AnswerDifference between(
            List<List<Node>> before, List<List<Node>> after, List<String> columns, boolean isComparable) {
        List<List<Node>> come = isComparable ? without(after, before) : after;
        List<List<Node>> gone = isComparable ? without(before, after) : before;
        int keys = isComparable ? keys(before, after, columns.size()) : columns.size();
        List<ChangedRow> changed = new ArrayList<>();
        if (keys < columns.size()) {
            Map<List<Node>, List<Node>> byKey = new HashMap<>();
            gone.forEach(row -> byKey.put(row.subList(0, keys), row));
            come.stream()
                    .filter(row -> byKey.containsKey(row.subList(0, keys)))
                    .forEach(row -> changed.add(new ChangedRow(byKey.get(row.subList(0, keys)), row)));
            Set<List<Node>> matched = new HashSet<>();
            changed.forEach(pair -> matched.add(pair.after().subList(0, keys)));
            come = unmatched(come, matched, keys);
            gone = unmatched(gone, matched, keys);
        }
        boolean isSame = come.isEmpty() && gone.isEmpty() && changed.isEmpty();
        return new AnswerDifference(
                !isComparable ? DifferenceKind.COLUMNS : isSame ? DifferenceKind.NONE : DifferenceKind.ROWS,
                columns,
                keys,
                ToldRows.of(changed),
                ToldRows.of(come),
                ToldRows.of(gone));
    }

    private static List<List<Node>> unmatched(List<List<Node>> rows, Set<List<Node>> matched, int keys) {
        return rows.stream()
                .filter(row -> !matched.contains(row.subList(0, keys)))
                .toList();
    }

    /** Returns the rows that others lack; of equal ones as many as those have fewer. */
    private static List<List<Node>> without(List<List<Node>> rows, List<List<Node>> others) {
        Map<List<Node>, Integer> had = new HashMap<>();
        others.forEach(row -> had.merge(row, 1, Integer::sum));
        return rows.stream().filter(row -> had.merge(row, -1, Integer::sum) < 0).toList();
    }

    private static int keys(List<List<Node>> before, List<List<Node>> after, int columns) {
        for (int keys = 1; keys < columns; keys++) {
            if (areDistinct(before, keys) && areDistinct(after, keys)) {
                return keys;
            }
        }
        return columns;
    }

    private static boolean areDistinct(List<List<Node>> rows, int keys) {
        Set<List<Node>> seen = new HashSet<>();
        return rows.stream().allMatch(row -> seen.add(row.subList(0, keys)));
    }

    /** Returns the IRIs that its words name. */
    List<Node> named() {
        return rows().flatMap(List::stream)
                .filter(Objects::nonNull)
                .filter(Node::isURI)
                .distinct()
                .toList();
    }

    private Stream<List<Node>> rows() {
        return Stream.of(
                        changed.some().stream().flatMap(row -> Stream.of(row.before(), row.after())),
                        come.some().stream(),
                        gone.some().stream())
                .flatMap(some -> some);
    }

    /** Returns about how much memory it takes. */
    int characters() {
        return Stream.concat(columns.stream(), rows().flatMap(List::stream))
                .mapToInt(value -> 1 + Objects.toString(value).length())
                .sum();
    }
}
