package org.torchgraph.site.chart;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.model.Labels;
import org.torchgraph.query.Table;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.thing.ClaimView;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * A table of nodes as a page shows it.
 *
 * @param variables what the columns are called in the query
 * @param columns headings
 * @param rows one cell a column; null where there is no value
 * @param total how many rows were read; the page shows no more than {@link #MOST}
 * @param complete whether those are all
 * @param marks what the rows rest on, or null when the answer does not say
 */
public record ResultTable(
        List<String> variables,
        List<String> columns,
        List<List<RenderedTerm>> rows,
        int total,
        boolean complete,
        Marks marks) {
    /** Rows beyond this are for the downloads, not for reading. */
    public static final int MOST = 500;

    private static final List<String> TRIPLE = List.of("triple.subject", "triple.predicate", "triple.object");

    /** A column of its own: evidence by row. */
    public record Marks(String heading, List<List<ClaimView>> rows) {}

    /** With a mark for what each row rests on. */
    public static ResultTable of(TableWithEvidence vouched, Labels labels, PageContext frame) {
        ResultTable grid = of(vouched.table(), labels, frame);
        if (vouched.claims().isEmpty()) {
            return grid;
        }
        TermRenderer wording = frame.wording(labels);
        Marks marks = new Marks(
                frame.site().headings().heading(TableWithEvidence.EVIDENCE, wording),
                vouched.claims().stream()
                        .limit(MOST)
                        .map(claims -> claims.stream()
                                .map(claim -> ClaimView.of(claim, wording))
                                .toList())
                        .toList());
        return new ResultTable(grid.variables(), grid.columns(), grid.rows(), grid.total(), grid.complete(), marks);
    }

    public static ResultTable of(Table table, Labels labels, PageContext frame) {
        TermRenderer wording = frame.wording(labels);
        return new ResultTable(
                table.columns(),
                table.columns().stream()
                        .map(column -> frame.site().headings().heading(column, wording))
                        .toList(),
                table.rows().stream()
                        .limit(MOST)
                        .map(row -> cells(row, wording))
                        .toList(),
                table.rows().size(),
                table.complete(),
                null);
    }

    public static ResultTable of(List<Triple> triples, Labels labels, PageContext frame) {
        TermRenderer wording = frame.wording(labels);
        return new ResultTable(
                TRIPLE,
                TRIPLE.stream().map(frame.messages()::say).toList(),
                triples.stream()
                        .limit(MOST)
                        .map(triple -> List.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                        .map(row -> cells(row, wording))
                        .toList(),
                triples.size(),
                true,
                null);
    }

    private static List<RenderedTerm> cells(List<Node> row, TermRenderer wording) {
        // Stream.toList() keeps the nulls of unbound variables.
        return row.stream()
                .map(node -> node == null ? null : wording.show(node))
                .toList();
    }

    /** What a row has for a variable of the query, or null. */
    RenderedTerm cell(String variable, List<RenderedTerm> row) {
        int at = variables.indexOf(variable);
        return at < 0 ? null : row.get(at);
    }

    /** The different values that rows have for a variable; null is one. */
    Set<RenderedTerm> column(String variable) {
        return rows.stream().map(row -> cell(variable, row)).collect(Collectors.toSet());
    }

    /** Whether a column is the status of claims: one without is accepted. */
    public boolean status(int column) {
        return variables.get(column).equals("status");
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
