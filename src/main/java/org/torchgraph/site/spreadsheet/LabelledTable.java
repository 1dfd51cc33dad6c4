package org.torchgraph.site.spreadsheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Messages;
import org.torchgraph.query.Table;
import org.torchgraph.site.frame.ColumnHeadings;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * A query result in which a column of labels stands before each column with IRIs.
 *
 * @param head the header row: the headings that pages show, each once
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
            if (named.contains(column)) {
                cells.add(new Label(node == null ? "" : label(node, wording)));
            }
            cells.add(new Term(node));
        }
        return cells;
    }

    private static List<String> head(Table table, List<Integer> named, ColumnHeadings headings, TermRenderer wording) {
        List<String> words = table.columns().stream()
                .map(column -> headings.heading(column, wording))
                .toList();
        Messages say = wording.language().messages();
        List<String> head = new ArrayList<>();
        for (int column = 0; column < words.size(); column++) {
            String word = words.get(column);
            String heading = Collections.frequency(words, word) == 1
                    ? word
                    : say.say("grid.alike", word, table.columns().get(column));
            head.add(heading);
            if (named.contains(column)) {
                head.add(say.say("grid.iri", heading));
            }
        }
        return head;
    }

    private static String label(Node node, TermRenderer wording) {
        return wording.best(wording.names(node)).map(RenderedTerm::text).orElse("");
    }
}
