package org.torchgraph.site.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.NumberWording;

/**
 * A query result as CSV for spreadsheets: it starts with a byte order mark, by which they recognise UTF-8. A cell that
 * a spreadsheet would evaluate as a formula is preceded by an apostrophe. Where numbers have a decimal comma, they have
 * it here too, and semicolons separate the cells, because spreadsheets in such a language expect both.
 *
 * @param table the result with labels
 * @param numbers how the language of the labels writes numbers
 */
public record LabelledCsv(LabelledTable table, NumberWording numbers) {
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
        CSVFormat format = numbers.hasDecimalComma()
                ? CSVFormat.EXCEL.builder().setDelimiter(';').get()
                : CSVFormat.EXCEL;
        format.printRecord(text, table.head().stream().map(LabelledCsv::escaped).toArray());
        for (List<LabelledTable.TableCell> row : table.rows()) {
            format.printRecord(text, row.stream().map(this::text).toArray());
        }
        text.flush();
    }

    private String text(LabelledTable.TableCell cell) {
        return switch (cell) {
            case LabelledTable.Label label -> escaped(label.text());
            case LabelledTable.Term(Node node) -> {
                if (node == null) {
                    yield "";
                }
                String text = node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
                yield isNumber(node) ? number(text) : escaped(text);
            }
        };
    }

    private String number(String text) {
        return numbers.hasDecimalComma() ? text.replace('.', ',') : text;
    }

    private static boolean isNumber(Node node) {
        return node.isLiteral() && node.getLiteral().isWellFormed() && node.getLiteralValue() instanceof Number;
    }

    private static String escaped(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
