package org.torchgraph.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A workbook (ECMA-376) as a reader of its XML sees it. Readers of workbooks bring an XML parser of their own, which
 * Jena would then use for RDF/XML too.
 *
 * @param sheets the sheets in their order
 */
public record WorkbookFile(List<Sheet> sheets) {

    /** A sheet with its rows, each with a cell for every column up to its last. */
    public record Sheet(String name, List<List<Cell>> rows) {
        /** Returns the texts of each row. */
        public List<List<String>> texts() {
            return rows.stream()
                    .map(row -> row.stream().map(Cell::text).toList())
                    .toList();
        }
    }

    /**
     * A cell.
     *
     * @param isNumber whether it is a number, a day among them
     * @param style the number of its style; 0 for the plain one
     * @param text the text, or the number as it is stored
     */
    public record Cell(boolean isNumber, int style, String text) {}

    /** Reads a workbook. */
    public static WorkbookFile of(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("workbook", ".xlsx");
        try {
            Files.write(file, bytes);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                List<String> shared = new ArrayList<>();
                for (Element item : elements(xml(zip, "xl/sharedStrings.xml"), "si")) {
                    shared.add(item.getTextContent());
                }
                List<Sheet> sheets = new ArrayList<>();
                for (Element sheet : elements(xml(zip, "xl/workbook.xml"), "sheet")) {
                    String part = "xl/worksheets/sheet" + sheet.getAttribute("sheetId") + ".xml";
                    sheets.add(new Sheet(sheet.getAttribute("name"), rows(xml(zip, part), shared)));
                }
                return new WorkbookFile(sheets);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static List<List<Cell>> rows(Document sheet, List<String> shared) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Element row : elements(sheet, "row")) {
            List<Cell> cells = new ArrayList<>();
            NodeList found = row.getElementsByTagName("c");
            for (int at = 0; at < found.getLength(); at++) {
                Element cell = (Element) found.item(at);
                while (cells.size() < column(cell.getAttribute("r"))) {
                    cells.add(new Cell(false, 0, ""));
                }
                cells.add(cell(cell, shared));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Cell cell(Element cell, List<String> shared) {
        String type = cell.getAttribute("t");
        String text = cell.getTextContent();
        int style = cell.getAttribute("s").isEmpty() ? 0 : Integer.parseInt(cell.getAttribute("s"));
        return switch (type) {
            case "s" -> new Cell(false, style, shared.get(Integer.parseInt(text)));
            case "inlineStr", "str" -> new Cell(false, style, text);
            default -> new Cell(!text.isEmpty(), style, text);
        };
    }

    /** Returns the number of a column from its letters, {@code A} being 0. */
    private static int column(String reference) {
        return reference
                        .chars()
                        .filter(Character::isLetter)
                        .map(letter -> letter - 'A' + 1)
                        .reduce(0, (before, letter) -> 26 * before + letter)
                - 1;
    }

    private static Document xml(ZipFile zip, String part) throws IOException {
        byte[] bytes = zip.getInputStream(
                        Optional.ofNullable(zip.getEntry(part)).orElseThrow())
                .readAllBytes();
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException(part, broken);
        }
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            elements.add((Element) found.item(at));
        }
        return elements;
    }
}
