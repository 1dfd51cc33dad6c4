package org.torchgraph.site.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.torchgraph.site.words.RenderedTerm;

/**
 * A bar chart with one bar per row.
 *
 * @param bars the bars in the order of the rows
 * @param named the heading of the numbers
 * @param omitted the rows without a number
 */
public record BarChart(List<Bar> bars, String named, List<Omission> omitted) implements Chart {
    /**
     * One bar.
     *
     * @param width the length of the bar in per cent
     * @param names the cells before the number, which name what it measures
     * @param value the number as the table shows it
     */
    public record Bar(String width, List<RenderedTerm> names, RenderedTerm value) {}

    static Optional<BarChart> of(ResultTable table) {
        OptionalInt value = IntStream.iterate(table.columns().size() - 1, column -> column > 0, column -> column - 1)
                .filter(column -> Chart.numbers(table, column))
                .findFirst();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int at = value.getAsInt();
        double max = Chart.column(table, at).stream()
                .mapToDouble(Chart::number)
                .max()
                .orElse(0);
        double min = Chart.column(table, at).stream()
                .mapToDouble(Chart::number)
                .min()
                .orElse(0);
        if (max <= 0 || min < 0) {
            return Optional.empty();
        }
        List<Bar> bars = new ArrayList<>();
        for (List<RenderedTerm> row : table.rows()) {
            if (row.get(at) != null) {
                bars.add(new Bar(
                        Chart.percent(100 * Chart.number(row.get(at)) / max),
                        row.subList(0, at).stream().filter(Objects::nonNull).toList(),
                        row.get(at)));
            }
        }
        return Optional.of(new BarChart(bars, table.columns().get(at), Chart.omissions(table, 0, at)));
    }
}
