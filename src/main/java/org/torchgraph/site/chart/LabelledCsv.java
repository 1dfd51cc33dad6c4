package org.torchgraph.site.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.jena.graph.Node;
import org.torchgraph.query.Table;
import org.torchgraph.site.frame.ColumnHeadings;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * A query result as CSV for spreadsheets: it starts with a byte order mark, by which they recognise UTF-8, and each
 * column with IRIs is followed by a column of their labels. A cell that a spreadsheet would evaluate as a formula is
 * preceded by an apostrophe.
 *
 * @param table all rows of the result
 * @param headings the headings of columns
 * @param wording renders the labels of the IRIs
 */
public record LabelledCsv(Table table, ColumnHeadings headings, TermRenderer wording) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * The characters that start a formula, some also full-width in East Asian versions; spreadsheets skip tab and line
     * breaks before one.
     */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    /** Writes the file in UTF-8; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        List<Integer> named = IntStream.range(0, table.columns().size())
                .filter(column -> table.rows().stream()
                        .map(row -> row.get(column))
                        .anyMatch(node -> node != null && node.isURI()))
                .boxed()
                .toList();
        CSVFormat.EXCEL.printRecord(text, head(named).toArray());
        for (List<Node> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                Node node = row.get(column);
                cells.add(node == null ? "" : cell(node));
                if (named.contains(column)) {
                    cells.add(node == null ? "" : name(node));
                }
            }
            CSVFormat.EXCEL.printRecord(text, cells.toArray());
        }
        text.flush();
    }

    /**
     * Returns the header row: variable names, and the headings of label columns, which cannot equal a variable name.
     */
    private List<String> head(List<Integer> named) {
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
                head.add(escaped(wording.language().messages().say("grid.name", heading)));
            }
        }
        return head;
    }

    private String name(Node node) {
        return wording.best(wording.names(node))
                .map(RenderedTerm::text)
                .map(LabelledCsv::escaped)
                .orElse("");
    }

    private static String cell(Node node) {
        String text = node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
        return isNumber(node) ? text : escaped(text);
    }

    private static boolean isNumber(Node node) {
        return node.isLiteral() && node.getLiteral().isWellFormed() && node.getLiteralValue() instanceof Number;
    }

    private static String escaped(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
