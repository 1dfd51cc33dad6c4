package org.torchgraph.site.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.query.Table;
import org.torchgraph.site.words.TermRenderer;

/**
 * Prepares a table for reading: the columns of one amount are combined in one cell, “≤ 0.4 tce” for {@code ?comparator
 * ?value ?upTo ?unit}; {@code ?share} is written in per cent; {@code ?xUnit} is the unit of {@code ?x}. A
 * {@code ?share} or {@code ?status} column without any value is left out, because then every share is whole and every
 * claim is accepted.
 */
public final class AmountColumns {
    private static final String VALUE = "value";
    private static final String SHARE = "share";
    private static final String UNIT = "Unit";
    private static final Pattern LATIN_WORD = Pattern.compile("\\p{IsLatin}{3}");

    private final Table table;
    private final Language language;

    private AmountColumns(Table table, Language language) {
        this.table = table;
        this.language = language;
    }

    /** Returns the table with amounts in one cell, their numbers as a language writes them. */
    public static Table read(Table table, Language language) {
        AmountColumns amounts = new AmountColumns(table, language);
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

    /** Returns the distinct unit symbols of a table. */
    public static List<Node> symbols(Table table) {
        return table.columns().stream()
                .filter(AmountColumns::isUnit)
                .flatMap(column -> table.column(column).stream())
                .filter(Node::isLiteral)
                .distinct()
                .toList();
    }

    /**
     * Returns the table with unit symbols replaced by names in the reader's language: “zones” becomes 个园区 in Chinese,
     * while “km²” needs no translation.
     *
     * @param table the table
     * @param units the labels of unit symbols
     * @param lang the BCP 47 tag of the language
     */
    public static Table translated(Table table, Labels units, String lang) {
        List<List<Node>> rows = new ArrayList<>();
        for (List<Node> row : table.rows()) {
            List<Node> cells = new ArrayList<>(row);
            for (int column = 0; column < cells.size(); column++) {
                if (isUnit(table.columns().get(column))) {
                    cells.set(column, translated(row.get(column), units, lang));
                }
            }
            rows.add(cells);
        }
        return new Table(table.columns(), rows, table.complete());
    }

    private static Node translated(Node symbol, Labels units, String lang) {
        if (symbol == null
                || !symbol.isLiteral()
                || !LATIN_WORD.matcher(symbol.getLiteralLexicalForm()).find()) {
            return symbol;
        }
        Labels.Name name = units.name(symbol, lang);
        return Languages.matches(name.lang(), lang)
                        && !LATIN_WORD.matcher(name.text()).find()
                ? NodeFactory.createLiteralLang(name.text(), name.lang())
                : symbol;
    }

    static boolean isUnit(String column) {
        return column.equals("unit") || column.endsWith(UNIT);
    }

    /** Returns whether a column is combined into an amount and has no cell of its own. */
    private boolean isPart(String column) {
        boolean value = has(VALUE);
        return switch (column) {
            case "comparator", "upTo", "unit" -> value && isText(column);
            case SHARE, "status" -> table.rows().stream().allMatch(row -> at(column, row) == null);
            default ->
                column.endsWith(UNIT) && has(column.substring(0, column.length() - UNIT.length())) && isText(column);
        };
    }

    /**
     * Returns whether all values are literals. A unit that is a thing keeps its column, so that its page can be
     * visited.
     */
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
            return string(TermRenderer.percent(own, language));
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
        text.append(language.numbers().number(own.getLiteralLexicalForm()));
        if (upTo != null) {
            text.append('–').append(language.numbers().number(upTo.getLiteralLexicalForm()));
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
