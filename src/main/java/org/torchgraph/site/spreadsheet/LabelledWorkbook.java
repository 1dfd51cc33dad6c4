package org.torchgraph.site.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.output.ByteArrayOutputStream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.torchgraph.messages.Messages;

/**
 * A query result as an Excel workbook (ECMA-376): a sheet with the rows, in which numbers and days are such, and a
 * sheet that tells where they come from. The same result gives the same bytes in each run.
 *
 * @param table the result with labels
 * @param origin what the second sheet tells: values by their headings
 * @param words the catalogue for the names of the sheets
 */
public record LabelledWorkbook(LabelledTable table, Map<String, String> origin, Messages words) {
    /** The media type of a workbook. */
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The extension of a workbook. */
    public static final String SUFFIX = "xlsx";

    /** A cell holds at most this many UTF-16 code units, see the specifications and limits of Excel. */
    private static final int MAX_CELL_CHARACTERS = 32_767;

    /** Excel stores numbers as doubles, of which 15 decimal digits are exact. */
    private static final int EXACT_DIGITS = 15;

    private static final Set<RDFDatatype> TIMES =
            Set.of(XSDDatatype.XSDdate, XSDDatatype.XSDgYearMonth, XSDDatatype.XSDgYear, XSDDatatype.XSDdateTime);

    /** Excel counts days from 1900, whose leap day it invents. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    /** The first time that a ZIP file can tell. */
    private static final LocalDateTime FIRST_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String CREATION = "docProps/core.xml";

    /** The properties of a document without the time of its creation. */
    private static final byte[] TIMELESS =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>"
                    .getBytes(StandardCharsets.US_ASCII);

    /** Writes the file; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Workbook book = new Workbook(written, "Torchgraph", null);
        rows(book.newWorksheet(words.say("sheet.answer")));
        about(book.newWorksheet(words.say("sheet.origin")));
        book.finish();
        timeless(written, out);
    }

    private void rows(Worksheet sheet) throws IOException {
        for (int column = 0; column < table.head().size(); column++) {
            sheet.value(0, column, cut(table.head().get(column)));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        Set<Integer> texts = timesOfSeveralKinds();
        for (int row = 0; row < table.rows().size(); row++) {
            List<LabelledTable.TableCell> cells = table.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                fill(sheet, row + 1, column, cells.get(column), texts.contains(column));
            }
        }
        if (!table.rows().isEmpty() && !table.head().isEmpty()) {
            sheet.setAutoFilter(0, 0, table.rows().size(), table.head().size() - 1);
        }
        sheet.finish();
    }

    private void about(Worksheet sheet) throws IOException {
        int row = 0;
        for (Map.Entry<String, String> line : origin.entrySet()) {
            sheet.value(row, 0, line.getKey());
            sheet.style(row, 0).bold().set();
            sheet.value(row++, 1, cut(line.getValue()));
        }
        sheet.finish();
    }

    /** Returns the columns in which days, months or years stand together, so that no cell type suits all of them. */
    private Set<Integer> timesOfSeveralKinds() {
        return IntStream.range(0, table.head().size())
                .filter(column -> table.rows().stream()
                                .map(row -> row.get(column))
                                .filter(LabelledTable.Term.class::isInstance)
                                .map(cell -> ((LabelledTable.Term) cell).node())
                                .filter(node ->
                                        node != null && node.isLiteral() && TIMES.contains(node.getLiteralDatatype()))
                                .map(Node::getLiteralDatatype)
                                .distinct()
                                .count()
                        > 1)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static void fill(Worksheet sheet, int row, int column, LabelledTable.TableCell cell, boolean asText) {
        switch (cell) {
            case LabelledTable.Label label -> sheet.value(row, column, cut(label.text()));
            case LabelledTable.Term(Node node) when node == null -> {}
            case LabelledTable.Term(Node node) when node.isURI() -> sheet.value(row, column, cut(node.getURI()));
            case LabelledTable.Term(Node node)
            when asText && TIMES.contains(node.getLiteralDatatype()) ->
                sheet.value(row, column, cut(node.getLiteralLexicalForm()));
            case LabelledTable.Term(Node node) -> literal(sheet, row, column, node);
        }
    }

    private static void literal(Worksheet sheet, int row, int column, Node literal) {
        String form = literal.getLiteralLexicalForm();
        if (literal.getLiteral().isWellFormed()) {
            boolean number = literal.getLiteralValue() instanceof Number
                    || literal.getLiteralDatatype().equals(XSDDatatype.XSDgYear);
            if (number && isExact(form)) {
                sheet.value(row, column, new BigDecimal(form.strip()));
                return;
            }
            if (literal.getLiteralDatatype().equals(XSDDatatype.XSDdate) && day(form) instanceof LocalDate day) {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
                return;
            }
        }
        sheet.value(row, column, cut(form));
    }

    /** Returns whether a cell can hold the number without a loss. */
    private static boolean isExact(String form) {
        try {
            return new BigDecimal(form.strip()).stripTrailingZeros().precision() <= EXACT_DIGITS;
        } catch (NumberFormatException notFinite) {
            return false;
        }
    }

    /** Returns the day of a date without a time zone, or null if a cell cannot hold it. */
    private static LocalDate day(String form) {
        try {
            LocalDate day = LocalDate.parse(form.strip());
            return day.isBefore(FIRST_DAY) || day.getYear() > 9999 ? null : day;
        } catch (DateTimeException withZone) {
            return null;
        }
    }

    private static String cut(String text) {
        return text.length() <= MAX_CELL_CHARACTERS ? text : text.substring(0, MAX_CELL_CHARACTERS - 1) + "…";
    }

    private static void timeless(ByteArrayOutputStream written, OutputStream out) throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out);
        // The sizes of entries are in the directory at the end alone, which streams do not see.
        try (ZipFile zip = ZipFile.builder().setByteArray(written.toByteArray()).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(FIRST_TIME);
                copy.putNextEntry(same);
                if (entry.getName().equals(CREATION)) {
                    copy.write(TIMELESS);
                } else {
                    zip.getInputStream(entry).transferTo(copy);
                }
                copy.closeEntry();
            }
        }
        copy.finish();
    }
}
