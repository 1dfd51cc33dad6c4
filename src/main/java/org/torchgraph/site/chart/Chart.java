package org.torchgraph.site.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.torchgraph.question.Question.ViewKind;
import org.torchgraph.site.words.RenderedTerm;

/**
 * A picture of a query result whose rows are also in the table below it. Horizontal positions are in per cent of the
 * width.
 */
public sealed interface Chart
        permits TimelineChart,
                LaneChart,
                BarChart,
                LineChart,
                TreeChart,
                NetworkChart,
                GaugeChart,
                TilesChart,
                YearsChart,
                Chart.Crowded {
    /** The largest number of rows that a chart with one line per row draws. */
    int MAX_ROWS = 60;

    /** The largest number of kinds that shapes or lanes can distinguish. */
    int MAX_KINDS = 6;

    /** Takes the place of a chart that would have too many elements to be readable. */
    record Crowded() implements Chart {}

    /**
     * Rows that a chart does not draw.
     *
     * @param thing the heading of the column that names the rows
     * @param lacking the heading of the column in which they have no value
     * @param rows their number
     */
    record Omission(String thing, String lacking, long rows) {}

    /** Returns the charts of a view; none if the columns of the result do not suit it. */
    static List<Chart> all(ResultTable table, ViewKind view) {
        if (view != ViewKind.TABLE || table == null || table.cut()) {
            return of(table, view).stream().toList();
        }
        return TilesChart.of(table).stream()
                .flatMap(tiles -> Stream.concat(YearsChart.counting(table).stream(), Stream.of(tiles)))
                .map(Chart.class::cast)
                .toList();
    }

    private static Optional<Chart> of(ResultTable table, ViewKind view) {
        if (table == null || table.rows().isEmpty()) {
            return Optional.empty();
        }
        if (table.cut() && view != ViewKind.TABLE && view != ViewKind.FACTS && view != ViewKind.STEPS) {
            return Optional.of(new Crowded());
        }
        return switch (view) {
            case TIMELINE ->
                lines(LaneChart.of(table).<Chart>map(Chart.class::cast).or(() -> TimelineChart.of(table)), table);
            case BAR ->
                YearsChart.of(table)
                        .<Chart>map(Chart.class::cast)
                        .or(() -> lines(BarChart.of(table).map(Chart.class::cast), table));
            case GAUGE -> GaugeChart.of(table).map(Chart.class::cast);
            case LINE -> LineChart.of(table).map(Chart.class::cast);
            case TREE -> TreeChart.of(table).map(Chart.class::cast);
            case GRAPH ->
                NetworkChart.of(table)
                        .map(network -> network.nodes().size() > NetworkChart.MAX_NODES ? new Crowded() : network);
            case TABLE, FACTS, STEPS -> Optional.empty();
        };
    }

    private static Optional<Chart> lines(Optional<Chart> chart, ResultTable table) {
        return table.rows().size() < 2
                ? Optional.empty()
                : chart.map(drawn -> table.rows().size() > MAX_ROWS ? new Crowded() : drawn);
    }

    /** Returns the height in pixels; 0 for charts that are laid out as text. */
    default int height() {
        return 0;
    }

    /** Returns the rows that the chart leaves out. */
    default List<Omission> omitted() {
        return List.of();
    }

    /** Counts the rows without a value in a column that a chart needs, each at the first such column. */
    static List<Omission> omissions(ResultTable table, int thing, int... needed) {
        List<Omission> omissions = new ArrayList<>();
        List<List<RenderedTerm>> left = table.rows();
        for (int column : needed) {
            long lacking = left.stream().filter(row -> row.get(column) == null).count();
            left = left.stream().filter(row -> row.get(column) != null).toList();
            if (lacking > 0) {
                omissions.add(
                        new Omission(table.columns().get(thing), table.columns().get(column), lacking));
            }
        }
        return omissions;
    }

    /** Formats a number of per cent for SVG, independently of the default locale. */
    static String percent(double percent) {
        return String.format(Locale.ROOT, "%.2f%%", percent);
    }

    /**
     * Returns a name cut to the width of a chart label; the table has it in full.
     *
     * @param name the name
     * @param maxWidth the maximal width, where a Latin character counts 1 and a Chinese one 2
     */
    static String shortened(RenderedTerm name, int maxWidth) {
        // A Chinese character is as wide as two Latin ones.
        int width = 0;
        String text = name.text();
        for (int i = 0; i < text.length(); i++) {
            width += text.charAt(i) < 0x2E80 ? 1 : 2;
            if (width > maxWidth) {
                return text.substring(0, i).stripTrailing() + "…";
            }
        }
        return text;
    }

    /** Returns the cells of a column without the empty ones. */
    static List<RenderedTerm> column(ResultTable table, int column) {
        return table.rows().stream()
                .map(row -> row.get(column))
                .filter(cell -> cell != null)
                .toList();
    }

    /** Returns whether a column has only finite numbers. */
    static boolean numbers(ResultTable table, int column) {
        return table.numeric(column) && column(table, column).stream().allMatch(cell -> Double.isFinite(number(cell)));
    }

    /** Returns whether a column has only dates or years, and at least one. */
    static boolean times(ResultTable table, int column) {
        List<RenderedTerm> cells = column(table, column);
        return !cells.isEmpty() && cells.stream().allMatch(RenderedTerm::time);
    }

    /** Returns whether a column has only links, and at least one. */
    static boolean things(ResultTable table, int column) {
        List<RenderedTerm> cells = column(table, column);
        return !cells.isEmpty() && cells.stream().allMatch(cell -> cell.href() != null);
    }

    /** Returns whether every row has a value in the column and the values are few enough to be told apart. */
    static boolean kinds(ResultTable table, int column) {
        List<RenderedTerm> cells = column(table, column);
        return cells.size() == table.rows().size()
                && cells.stream().noneMatch(cell -> cell.number() || cell.time())
                && cells.stream().distinct().count() <= MAX_KINDS;
    }

    /** Returns the column indexes from one on. */
    static IntStream from(ResultTable table, int column) {
        return IntStream.range(column, table.columns().size());
    }

    /** Returns the number of a cell; NaN for special values of XML Schema such as {@code INF}. */
    static double number(RenderedTerm cell) {
        try {
            return Double.parseDouble(cell.machine());
        } catch (NumberFormatException notFinite) {
            return Double.NaN;
        }
    }
}
