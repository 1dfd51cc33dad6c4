package org.torchgraph.site.spreadsheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.torchgraph.query.Table;
import org.torchgraph.site.frame.ColumnHeadings;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * A query result in which each column with IRIs is followed by a column of their labels.
 *
 * @param head the header row: variable names, and the headings of label columns, which cannot equal a variable name
 * @param rows one cell per column
 */
public record LabelledTable(List<String> head, List<List<TableCell>> rows) {

    /** A cell. */
    public sealed interface TableCell {}

    /** A term of the result, null for an unbound variable. */
    public record Term(Node node) implements TableCell {}

    /** The label of an IRI, an empty text if it has none. */
    public record Label(String text) implements TableCell {}

    /**
     * Adds the labels to a result.
     *
     * @param table all rows of the result
     * @param headings the headings of columns
     * @param wording renders the labels of the IRIs
     */
    public static LabelledTable of(Table table, ColumnHeadings headings, TermRenderer wording) {
        List<Integer> named = IntStream.range(0, table.columns().size())
                .filter(column -> table.rows().stream()
                        .map(row -> row.get(column))
                        .anyMatch(node -> node != null && node.isURI()))
                .boxed()
                .toList();
        return new LabelledTable(
                head(table, named, headings, wording),
                table.rows().stream().map(row -> cells(row, named, wording)).toList());
    }

    private static List<TableCell> cells(List<Node> row, List<Integer> named, TermRenderer wording) {
        List<TableCell> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            Node node = row.get(column);
            cells.add(new Term(node));
            if (named.contains(column)) {
                cells.add(new Label(node == null ? "" : label(node, wording)));
            }
        }
        return cells;
    }

    private static List<String> head(Table table, List<Integer> named, ColumnHeadings headings, TermRenderer wording) {
        List<String> words = named.stream()
                .map(column -> headings.heading(table.columns().get(column), wording))
                .toList();
        boolean differ = new HashSet<>(words).size() == words.size();
        List<String> head = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            String variable = table.columns().get(column);
            head.add(variable);
            int at = named.indexOf(column);
            if (at >= 0) {
                String heading = differ ? words.get(at) : variable;
                head.add(wording.language().messages().say("grid.name", heading));
            }
        }
        return head;
    }

    private static String label(Node node, TermRenderer wording) {
        return wording.best(wording.names(node)).map(RenderedTerm::text).orElse("");
    }
}
