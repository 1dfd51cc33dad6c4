package org.torchgraph.site.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.torchgraph.site.words.RenderedTerm;

/**
 * Rows by a number: a bar a row.
 *
 * @param bars in the order of the rows
 */
public record BarChart(List<Bar> bars) implements Chart {
    /**
     * @param width of the bar
     * @param names of what it counts
     * @param value the number as it is read
     */
    public record Bar(String width, List<RenderedTerm> names, RenderedTerm value) {}

    static Optional<BarChart> of(ResultTable grid) {
        OptionalInt value = IntStream.iterate(grid.columns().size() - 1, column -> column > 0, column -> column - 1)
                .filter(column -> Chart.numbers(grid, column))
                .findFirst();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int at = value.getAsInt();
        double most =
                Chart.column(grid, at).stream().mapToDouble(Chart::number).max().orElse(0);
        double least =
                Chart.column(grid, at).stream().mapToDouble(Chart::number).min().orElse(0);
        if (most <= 0 || least < 0) {
            return Optional.empty();
        }
        List<Bar> bars = new ArrayList<>();
        for (List<RenderedTerm> row : grid.rows()) {
            if (row.get(at) != null) {
                bars.add(new Bar(
                        Chart.percent(100 * Chart.number(row.get(at)) / most),
                        row.subList(0, at).stream().filter(Objects::nonNull).toList(),
                        row.get(at)));
            }
        }
        return Optional.of(new BarChart(bars));
    }
}
