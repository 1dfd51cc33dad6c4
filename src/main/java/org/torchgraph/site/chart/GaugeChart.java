package org.torchgraph.site.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.torchgraph.site.words.RenderedTerm;

/**
 * How far a target was reached: the value that it starts from, what was observed, and what is aimed at, on one scale
 * from nothing on. The answer has a {@code ?value} with its {@code ?unit} and {@code ?comparator}, the same in each
 * row, and {@code ?baseline} or {@code ?observed} with units of their own. Where these are not the same unit, or none
 * is given, there is nothing to compare and no gauge.
 *
 * @param points in order of time
 * @param aim where the target is
 * @param from where what would meet it begins
 * @param width of that; nothing when only the number itself would
 */
public record GaugeChart(List<GaugePoint> points, String aim, String from, String width) implements Chart {
    private static final double ROOM = 1.1;

    /** What a number is to the target. */
    public enum PointKind {
        OBSERVED(0, "observed", "observed-in"),
        TARGET(1, "target", "target-for"),
        BASELINE(5, "baseline", "baseline");

        private final int shape;
        private final String name;
        private final String dated;

        PointKind(int shape, String name, String dated) {
            this.shape = shape;
            this.name = name;
            this.dated = dated;
        }

        /** Index of the mark that stands for it. */
        public int shape() {
            return shape;
        }
    }

    /**
     * @param name of what it is, among the texts
     * @param year or empty
     * @param amount with its unit
     */
    public record GaugePoint(PointKind kind, String name, String year, String amount, String x) {}

    private record GaugeInput(
            PointKind kind,
            RenderedTerm year,
            RenderedTerm number,
            String before,
            RenderedTerm upTo,
            RenderedTerm unit) {
        GaugePoint at(double scale) {
            String end = upTo == null ? "" : "–" + upTo.text();
            return new GaugePoint(
                    kind,
                    year == null ? kind.name : kind.dated,
                    year == null ? "" : year.text(),
                    before + number.text() + end + " " + unit.text(),
                    Chart.percent(100 * value() / scale));
        }

        double value() {
            return Chart.number(number);
        }
    }

    static Optional<GaugeChart> of(ResultTable grid) {
        if (Stream.of("value", "comparator")
                .anyMatch(variable -> grid.column(variable).size() != 1
                        || grid.column(variable).contains(null))) {
            return Optional.empty();
        }
        Set<GaugeInput> read = new LinkedHashSet<>();
        for (List<RenderedTerm> row : grid.rows()) {
            add(read, PointKind.BASELINE, null, grid.cell("baseline", row), grid.cell("baselineUnit", row));
        }
        for (List<RenderedTerm> row : grid.rows()) {
            add(
                    read,
                    PointKind.OBSERVED,
                    grid.cell("year", row),
                    grid.cell("observed", row),
                    grid.cell("observedUnit", row));
        }
        List<RenderedTerm> first = grid.rows().get(0);
        RenderedTerm comparator = grid.cell("comparator", first);
        RenderedTerm upTo = grid.cell("upTo", first);
        GaugeInput target = new GaugeInput(
                PointKind.TARGET,
                grid.cell("deadline", first),
                grid.cell("value", first),
                upTo == null ? comparator.text() + " " : "",
                upTo,
                grid.cell("unit", first));
        boolean comparable = target.unit() != null
                && !read.isEmpty()
                && Stream.concat(read.stream(), Stream.of(target))
                        .allMatch(one -> target.unit().equals(one.unit()) && one.value() >= 0);
        read.add(target);
        return comparable ? Optional.of(drawn(List.copyOf(read), target, comparator.machine())) : Optional.empty();
    }

    private static void add(
            Set<GaugeInput> read, PointKind kind, RenderedTerm year, RenderedTerm number, RenderedTerm unit) {
        if (number != null) {
            read.add(new GaugeInput(kind, year, number, "", null, unit));
        }
    }

    private static GaugeChart drawn(List<GaugeInput> read, GaugeInput target, String comparator) {
        double end = target.upTo() == null ? target.value() : Chart.number(target.upTo());
        double most = read.stream().mapToDouble(GaugeInput::value).max().orElse(0);
        double scale = Math.max(Math.max(most, end) * ROOM, Double.MIN_NORMAL);
        boolean below = comparator.startsWith("<");
        boolean above = comparator.startsWith(">");
        double from = below ? 0 : target.value();
        double to = above ? scale : end;
        return new GaugeChart(
                read.stream().map(one -> one.at(scale)).toList(),
                Chart.percent(100 * target.value() / scale),
                Chart.percent(100 * from / scale),
                Chart.percent(100 * (to - from) / scale));
    }
}
