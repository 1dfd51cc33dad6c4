package org.torchgraph.site.chart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.torchgraph.question.Question.ViewKind;
import org.torchgraph.site.words.RenderedTerm;

/** An answer as a picture; the table below it has the same rows. Positions are in per cent of the width. */
public sealed interface Chart
        permits TimelineChart, LaneChart, BarChart, LineChart, TreeChart, NetworkChart, GaugeChart, Chart.Crowded {
    /** A picture has a line for each row; more than this are read in the table. */
    int MOST = 60;

    /** What tells rows apart by shape or by lane is of at most so many kinds. */
    int MOST_KINDS = 6;

    /** No picture, because it would hold more than can be told apart. */
    record Crowded() implements Chart {}

    /** The picture that the view asks for, when the columns of the answer allow it. */
    static Optional<Chart> of(ResultTable grid, ViewKind view) {
        if (grid == null || view == ViewKind.TABLE || grid.rows().isEmpty()) {
            return Optional.empty();
        }
        if (grid.cut()) {
            return Optional.of(new Crowded());
        }
        return switch (view) {
            case TIMELINE ->
                lines(LaneChart.of(grid).<Chart>map(Chart.class::cast).or(() -> TimelineChart.of(grid)), grid);
            case BAR -> lines(BarChart.of(grid).map(Chart.class::cast), grid);
            case GAUGE -> GaugeChart.of(grid).map(Chart.class::cast);
            case LINE -> LineChart.of(grid).map(Chart.class::cast);
            case TREE -> TreeChart.of(grid).map(Chart.class::cast);
            case GRAPH ->
                NetworkChart.of(grid)
                        .map(network -> network.nodes().size() > NetworkChart.MOST_NODES ? new Crowded() : network);
            case TABLE -> Optional.empty();
        };
    }

    private static Optional<Chart> lines(Optional<Chart> chart, ResultTable grid) {
        return grid.rows().size() < 2
                ? Optional.empty()
                : chart.map(drawn -> grid.rows().size() > MOST ? new Crowded() : drawn);
    }

    /** Height in pixels, known before the page is drawn; 0 for what is set as text. */
    default int height() {
        return 0;
    }

    /** A place or a length as SVG wants it, whatever the locale of the machine; of 100. */
    static String percent(double percent) {
        return String.format(Locale.ROOT, "%.2f%%", percent);
    }

    /** A name short enough to stand in a picture; the table has it whole. */
    static String shortened(RenderedTerm name, int most) {
        // A Chinese character is as wide as two Latin ones.
        int width = 0;
        String text = name.text();
        for (int i = 0; i < text.length(); i++) {
            width += text.charAt(i) < 0x2E80 ? 1 : 2;
            if (width > most) {
                return text.substring(0, i).stripTrailing() + "…";
            }
        }
        return text;
    }

    /** Every cell of a column that has a value. */
    static List<RenderedTerm> column(ResultTable grid, int column) {
        return grid.rows().stream()
                .map(row -> row.get(column))
                .filter(cell -> cell != null)
                .toList();
    }

    /** Whether a column holds numbers that can be drawn. */
    static boolean numbers(ResultTable grid, int column) {
        return grid.numeric(column) && column(grid, column).stream().allMatch(cell -> Double.isFinite(number(cell)));
    }

    /** Whether a column has a date or year wherever it has anything. */
    static boolean times(ResultTable grid, int column) {
        List<RenderedTerm> cells = column(grid, column);
        return !cells.isEmpty() && cells.stream().allMatch(RenderedTerm::time);
    }

    /** Whether a column has a thing with a page wherever it has anything. */
    static boolean things(ResultTable grid, int column) {
        List<RenderedTerm> cells = column(grid, column);
        return !cells.isEmpty() && cells.stream().allMatch(cell -> cell.href() != null);
    }

    /** Whether a column says of every row which of a few kinds it is. */
    static boolean kinds(ResultTable grid, int column) {
        List<RenderedTerm> cells = column(grid, column);
        return cells.size() == grid.rows().size()
                && cells.stream().noneMatch(cell -> cell.number() || cell.time())
                && cells.stream().distinct().count() <= MOST_KINDS;
    }

    /** The columns that come at or after one. */
    static IntStream from(ResultTable grid, int column) {
        return IntStream.range(column, grid.columns().size());
    }

    /** The number of a cell; not a number for what XML Schema writes otherwise, such as {@code INF}. */
    static double number(RenderedTerm cell) {
        try {
            return Double.parseDouble(cell.machine());
        } catch (NumberFormatException notFinite) {
            return Double.NaN;
        }
    }
}
