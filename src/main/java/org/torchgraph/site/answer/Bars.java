package org.torchgraph.site.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.torchgraph.site.words.Shown;

/**
 * Rows by a number: a bar a row.
 *
 * @param bars in the order of the rows
 */
public record Bars(List<Bar> bars) implements Chart {
    private static final int ROW = 48;
    private static final int MOST_LETTERS = 90;
    private static final double WIDTH = 88;

    /**
     * @param y top of the bar's row, in pixels
     * @param width of the bar
     * @param name what it counts
     * @param href where its thing is described, or null
     * @param value the number as it is read
     */
    public record Bar(int y, String width, String name, String href, String value) {}

    static Optional<Bars> of(Grid grid) {
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
        for (List<Shown> row : grid.rows()) {
            if (row.get(at) != null) {
                List<Shown> names =
                        row.subList(0, at).stream().filter(Objects::nonNull).toList();
                bars.add(new Bar(
                        ROW * bars.size(),
                        "%.2f%%".formatted(WIDTH * Chart.number(row.get(at)) / most),
                        names.stream()
                                .map(name -> Chart.shortened(name, MOST_LETTERS / names.size()))
                                .collect(Collectors.joining(" · ")),
                        names.stream()
                                .map(Shown::href)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null),
                        row.get(at).text()));
            }
        }
        return Optional.of(new Bars(bars));
    }

    @Override
    public int height() {
        return ROW * bars.size();
    }
}
