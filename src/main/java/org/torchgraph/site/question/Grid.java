package org.torchgraph.site.question;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.resource.Labels;
import org.torchgraph.site.frame.Frame;
import org.torchgraph.site.words.Shown;
import org.torchgraph.site.words.Wording;
import org.torchgraph.sparql.Table;

/**
 * A table of nodes as a page shows it.
 *
 * @param columns headings
 * @param rows one cell a column; null where there is no value
 * @param total how many rows were read; the page shows no more than {@link #MOST}
 * @param complete whether those are all
 */
public record Grid(List<String> columns, List<List<Shown>> rows, int total, boolean complete) {
    /** Rows beyond this are for the downloads, not for reading. */
    public static final int MOST = 500;

    private static final List<String> TRIPLE = List.of("triple.subject", "triple.predicate", "triple.object");

    static Grid of(Table table, Labels labels, Frame frame) {
        Wording wording = frame.wording(labels);
        return new Grid(
                table.columns().stream()
                        .map(column -> frame.site().headings().heading(column, frame))
                        .toList(),
                table.rows().stream()
                        .limit(MOST)
                        .map(row -> cells(row, wording))
                        .toList(),
                table.rows().size(),
                table.complete());
    }

    static Grid of(List<Triple> triples, Labels labels, Frame frame) {
        Wording wording = frame.wording(labels);
        return new Grid(
                TRIPLE.stream().map(frame.texts()::say).toList(),
                triples.stream()
                        .limit(MOST)
                        .map(triple -> List.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                        .map(row -> cells(row, wording))
                        .toList(),
                triples.size(),
                true);
    }

    private static List<Shown> cells(List<Node> row, Wording wording) {
        // Stream.toList() keeps the nulls of unbound variables.
        return row.stream()
                .map(node -> node == null ? null : wording.show(node))
                .toList();
    }

    public boolean cut() {
        return total > rows.size() || !complete;
    }

    /** Whether a column holds numbers only, so that they are set under one another. */
    public boolean numeric(int column) {
        return rows.stream().map(row -> row.get(column)).allMatch(cell -> cell == null || cell.number())
                && rows.stream().anyMatch(row -> row.get(column) != null);
    }
}
