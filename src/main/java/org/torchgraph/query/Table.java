package org.torchgraph.query;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Node;

/**
 * The rows of an answer, held whole.
 *
 * @param columns variable names in order
 * @param rows one node a column; null where the variable is unbound
 * @param complete false when there were more rows than are here
 */
public record Table(List<String> columns, List<List<Node>> rows, boolean complete) {

    /** A table of all rows. */
    public Table(List<String> columns, List<List<Node>> rows) {
        this(columns, rows, true);
    }

    /** The nodes of a column, each once; none when there is no such column. */
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

    /** The IRIs in it, each once. */
    public List<Node> iris() {
        return rows.stream()
                .flatMap(List::stream)
                .filter(node -> node != null && node.isURI())
                .distinct()
                .toList();
    }
}
