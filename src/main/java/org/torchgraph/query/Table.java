package org.torchgraph.query;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * The rows of a result.
 *
 * @param columns the variable names in order
 * @param rows one node per column, null for an unbound variable
 * @param complete whether these are all rows of the result
 */
public record Table(List<String> columns, List<List<Node>> rows, boolean complete) {

    /** Creates a table of all rows of a result. */
    public Table(List<String> columns, List<List<Node>> rows) {
        this(columns, rows, true);
    }

    /** Returns these rows and those of a table with the same columns. */
    public Table and(Table other) {
        return new Table(
                columns, Stream.concat(rows.stream(), other.rows.stream()).toList(), complete && other.complete);
    }

    /** Returns the distinct nodes of a column; empty if there is no such column. */
    public List<Node> column(String name) {
        int at = columns.indexOf(name);
        return at < 0
                ? List.of()
                : rows.stream()
                        .map(row -> row.get(at))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }

    /** Returns the distinct IRIs of the table. */
    public List<Node> iris() {
        return rows.stream()
                .flatMap(List::stream)
                .filter(node -> node != null && node.isURI())
                .distinct()
                .toList();
    }
}
