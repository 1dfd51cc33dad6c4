package org.torchgraph.site.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.torchgraph.site.words.RenderedTerm;

/**
 * Shows the progress towards a target: baseline, observed values and target value on one scale from zero. The result
 * has {@code ?value}, {@code ?unit} and {@code ?comparator}, the same in each row, and {@code ?baseline} or
 * {@code ?observed} with their own units. Unless all units are stated and equal, the values cannot be compared and
 * there is no gauge.
 *
 * @param points the values in order of time
 * @param aim the position of the target value
 * @param from the start of the range that meets the target
 * @param width the width of that range; zero if only the exact value meets it
 */
public record GaugeChart(List<GaugePoint> points, String aim, String from, String width) implements Chart {
    private static final double SCALE_MARGIN = 1.1;

    /** The role of a value. */
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

        /** Returns the index of its mark. */
        public int shape() {
            return shape;
        }
    }

    /**
     * A value on the scale.
     *
     * @param kind its role
     * @param name the message key of its description
     * @param year its year, or an empty text
     * @param amount the value with its unit
     * @param x its position
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

    static Optional<GaugeChart> of(ResultTable table) {
        if (Stream.of("value", "comparator")
                .anyMatch(variable -> table.column(variable).size() != 1
                        || table.column(variable).contains(null))) {
            return Optional.empty();
        }
        Set<GaugeInput> read = new LinkedHashSet<>();
        for (List<RenderedTerm> row : table.rows()) {
            add(read, PointKind.BASELINE, null, table.cell("baseline", row), table.cell("baselineUnit", row));
        }
        for (List<RenderedTerm> row : table.rows()) {
            add(
                    read,
                    PointKind.OBSERVED,
                    table.cell("year", row),
                    table.cell("observed", row),
                    table.cell("observedUnit", row));
        }
        List<RenderedTerm> first = table.rows().get(0);
        RenderedTerm comparator = table.cell("comparator", first);
        RenderedTerm upTo = table.cell("upTo", first);
        GaugeInput target = new GaugeInput(
                PointKind.TARGET,
                table.cell("deadline", first),
                table.cell("value", first),
                upTo == null ? comparator.text() + " " : "",
                upTo,
                table.cell("unit", first));
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
        double max = read.stream().mapToDouble(GaugeInput::value).max().orElse(0);
        double scale = Math.max(Math.max(max, end) * SCALE_MARGIN, Double.MIN_NORMAL);
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
