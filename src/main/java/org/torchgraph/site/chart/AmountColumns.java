package org.torchgraph.site.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.model.Labels;
import org.torchgraph.query.Table;
import org.torchgraph.site.words.TermRenderer;

/**
 * A table made for reading: what its columns say of one amount stands in one cell, as “≤ 0.4 tce” for
 * {@code ?comparator ?value ?upTo ?unit}, and a {@code ?share} is in per cent. A column {@code ?xUnit} is the unit of
 * {@code ?x}. Where no row has a {@code ?share} or a {@code ?status}, all are meant and all is accepted: these are no
 * gaps, and the column is left out.
 */
public final class AmountColumns {
    private static final String VALUE = "value";
    private static final String SHARE = "share";
    private static final String UNIT = "Unit";
    private static final Pattern LATIN_WORD = Pattern.compile("\\p{IsLatin}{3}");

    private final Table table;

    private AmountColumns(Table table) {
        this.table = table;
    }

    public static Table read(Table table) {
        AmountColumns amounts = new AmountColumns(table);
        List<String> columns = table.columns();
        List<Integer> kept = IntStream.range(0, columns.size())
                .filter(column -> !amounts.isPart(columns.get(column)))
                .boxed()
                .toList();
        List<List<Node>> rows = new ArrayList<>();
        for (List<Node> row : table.rows()) {
            List<Node> cells = new ArrayList<>();
            kept.forEach(column -> cells.add(amounts.cell(columns.get(column), row)));
            rows.add(cells);
        }
        return new Table(kept.stream().map(columns::get).toList(), rows, table.complete());
    }

    /** The symbols of units in a table. */
    public static List<Node> symbols(Table table) {
        return table.columns().stream()
                .filter(AmountColumns::isUnit)
                .flatMap(column -> table.column(column).stream())
                .filter(Node::isLiteral)
                .distinct()
                .toList();
    }

    /**
     * The same table with units told in the language of the reader: “zones” in Chinese is 个园区, while “km²” is read by
     * all.
     *
     * @param units their names by their symbols
     * @param lang BCP 47 tag
     */
    public static Table told(Table table, Labels units, String lang) {
        List<List<Node>> rows = new ArrayList<>();
        for (List<Node> row : table.rows()) {
            List<Node> cells = new ArrayList<>(row);
            for (int column = 0; column < cells.size(); column++) {
                if (isUnit(table.columns().get(column))) {
                    cells.set(column, told(row.get(column), units, lang));
                }
            }
            rows.add(cells);
        }
        return new Table(table.columns(), rows, table.complete());
    }

    private static Node told(Node symbol, Labels units, String lang) {
        if (symbol == null
                || !symbol.isLiteral()
                || !LATIN_WORD.matcher(symbol.getLiteralLexicalForm()).find()) {
            return symbol;
        }
        Labels.Name name = units.name(symbol, lang);
        return Labels.matches(name.lang(), lang)
                        && !LATIN_WORD.matcher(name.text()).find()
                ? NodeFactory.createLiteralLang(name.text(), name.lang())
                : symbol;
    }

    private static boolean isUnit(String column) {
        return column.equals("unit") || column.endsWith(UNIT);
    }

    /** Whether a column has no cell of its own, being part of an amount. */
    private boolean isPart(String column) {
        boolean value = has(VALUE);
        return switch (column) {
            case "comparator", "upTo", "unit" -> value && isText(column);
            case SHARE, "status" -> table.rows().stream().allMatch(row -> at(column, row) == null);
            default ->
                column.endsWith(UNIT) && has(column.substring(0, column.length() - UNIT.length())) && isText(column);
        };
    }

    /** A unit that is a thing with a page has a column, so that it can be followed. */
    private boolean isText(String column) {
        return table.rows().stream().map(row -> at(column, row)).allMatch(node -> node == null || node.isLiteral());
    }

    private boolean has(String column) {
        return table.columns().contains(column);
    }

    private Node cell(String column, List<Node> row) {
        Node own = at(column, row);
        if (own == null || !own.isLiteral()) {
            return own;
        }
        if (column.equals(SHARE)) {
            return string(TermRenderer.percent(own));
        }
        boolean value = column.equals(VALUE);
        Node unit = part(value ? "unit" : column + UNIT, row);
        Node comparator = value ? part("comparator", row) : null;
        Node upTo = value ? part("upTo", row) : null;
        if (unit == null && comparator == null && upTo == null) {
            return own;
        }
        StringBuilder text = new StringBuilder();
        if (comparator != null && upTo == null) {
            text.append(TermRenderer.sign(comparator.getLiteralLexicalForm())).append(' ');
        }
        text.append(TermRenderer.number(own.getLiteralLexicalForm()));
        if (upTo != null) {
            text.append('–').append(TermRenderer.number(upTo.getLiteralLexicalForm()));
        }
        if (unit != null) {
            text.append(' ').append(unit.getLiteralLexicalForm());
        }
        return string(text.toString());
    }

    private Node part(String column, List<Node> row) {
        return isPart(column) ? at(column, row) : null;
    }

    private Node at(String column, List<Node> row) {
        int at = table.columns().indexOf(column);
        return at < 0 ? null : row.get(at);
    }

    private static Node string(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
