package org.torchgraph.site.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.torchgraph.site.words.RenderedTerm;

/**
 * Numbers over years: a mark a row. Neighbouring years are joined, unless one has several numbers; a year without a
 * number stays a gap. A series is told by the shape of its marks.
 *
 * @param ticks years of the axis
 * @param levels of the numbers
 * @param series in the order of the rows
 * @param named heading of the numbers
 * @param legend whether there are several series, so that they have to be told apart
 * @param dense whether the numbers at the points have no room on a narrow screen
 */
public record LineChart(
        List<TimelineChart.Tick> ticks,
        List<Level> levels,
        List<Series> series,
        String named,
        boolean legend,
        boolean dense)
        implements Chart {
    private static final int TOP = 28;
    private static final int PLOT = 240;
    private static final int AXIS = 28;
    private static final int FEW = 14;
    private static final int FEW_LETTERS = 24;
    private static final double SIDE = 0.1;
    private static final int LEVELS = 4;
    /** What sums of steps lose in the last digits is no part of a level. */
    private static final MathContext LEVEL = new MathContext(6);

    private static final double LEFT = 10;
    private static final double WIDTH = 84;

    /** A line across, at a number. */
    public record Level(int y, String text) {}

    /**
     * @param name or null when there is but one
     * @param index from 0, by which it is shaped and coloured
     */
    public record Series(RenderedTerm name, int index, List<LinePoint> points, List<Segment> segments) {}

    /**
     * @param what the row in words
     * @param href where its thing is described, or null
     * @param value to be written beside it, or null when there are too many
     * @param anchor of the value, so that it is not cut off at the sides
     */
    public record LinePoint(String x, int y, String what, String href, String value, String anchor) {}

    /** Between two points in neighbouring years. */
    public record Segment(String x1, int y1, String x2, int y2) {}

    private record DatedValue(double at, double value, String what, String href, String text) {}

    private record Frame(double first, double span, double low, double high) {
        String x(double at) {
            return Chart.percent(LEFT + WIDTH * (at - first) / span);
        }

        String anchor(double at) {
            double part = (at - first) / span;
            return part < SIDE ? "start" : part > 1 - SIDE ? "end" : "middle";
        }

        int y(double value) {
            return (int) Math.round(TOP + PLOT * (high - value) / (high - low));
        }
    }

    static Optional<LineChart> of(ResultTable grid) {
        OptionalInt time = TimelineChart.firstDate(grid);
        OptionalInt number = time.isEmpty()
                ? time
                : Chart.from(grid, time.getAsInt() + 1)
                        .filter(column -> Chart.numbers(grid, column))
                        .findFirst();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt thing = thing(grid);
        OptionalInt kind = Chart.from(grid, number.getAsInt() + 1)
                .filter(column -> Chart.kinds(grid, column)
                        && thing.stream().noneMatch(named -> named == column)
                        && Chart.column(grid, column).stream().distinct().count() > 1)
                .findFirst();
        Map<Optional<RenderedTerm>, List<DatedValue>> rows = new LinkedHashMap<>();
        for (List<RenderedTerm> row : grid.rows()) {
            RenderedTerm at = row.get(time.getAsInt());
            RenderedTerm value = row.get(number.getAsInt());
            if (at != null && value != null) {
                rows.computeIfAbsent(kind.stream().mapToObj(row::get).findFirst(), k -> new ArrayList<>())
                        .add(new DatedValue(
                                TimelineChart.year(at),
                                Chart.number(value),
                                at.text() + ": " + value.text(),
                                thing.stream()
                                        .mapToObj(row::get)
                                        .filter(Objects::nonNull)
                                        .map(RenderedTerm::href)
                                        .findFirst()
                                        .orElse(null),
                                value.text()));
            }
        }
        List<DatedValue> all = rows.values().stream().flatMap(List::stream).toList();
        return all.stream().mapToDouble(DatedValue::at).distinct().count() < 2
                ? Optional.empty()
                : Optional.of(drawn(rows, all, grid.columns().get(number.getAsInt())));
    }

    /** The last column with a thing of its own for each row: in an answer about observations, the observation. */
    private static OptionalInt thing(ResultTable grid) {
        return Chart.from(grid, 0)
                .filter(column -> TimelineChart.isName(
                        Chart.column(grid, column), grid.rows().size()))
                .reduce((one, later) -> later);
    }

    private static LineChart drawn(
            Map<Optional<RenderedTerm>, List<DatedValue>> rows, List<DatedValue> all, String named) {
        double first = Math.floor(all.stream().mapToDouble(DatedValue::at).min().orElseThrow());
        double last = Math.ceil(all.stream().mapToDouble(DatedValue::at).max().orElseThrow());
        double least = all.stream().mapToDouble(DatedValue::value).min().orElseThrow();
        double most = all.stream().mapToDouble(DatedValue::value).max().orElseThrow();
        double step = step(Math.max(0, most) - Math.min(0, least));
        double low = Math.floor(Math.min(0, least) / step) * step;
        double high = Math.ceil(Math.max(0, most) / step) * step;
        Frame frame = new Frame(first, Math.max(1, last - first), low, high > low ? high : low + step);
        List<Series> series = new ArrayList<>();
        rows.forEach(
                (name, dated) -> series.add(series(name.orElse(null), series.size(), dated, all.size() <= FEW, frame)));
        List<Level> levels = new ArrayList<>();
        for (int i = 0; low + i * step <= frame.high() + step / 2; i++) {
            levels.add(new Level(frame.y(low + i * step), written(low + i * step)));
        }
        List<TimelineChart.Tick> ticks = TimelineChart.ticks(TimelineChart.years(first, last), frame::x);
        return new LineChart(
                ticks,
                levels,
                series,
                named,
                series.size() > 1,
                all.stream().mapToInt(one -> one.text().length()).sum() > FEW_LETTERS);
    }

    private static Series series(RenderedTerm name, int index, List<DatedValue> rows, boolean few, Frame frame) {
        List<DatedValue> dated =
                rows.stream().sorted(Comparator.comparing(DatedValue::at)).toList();
        Map<Double, Long> values = dated.stream().collect(Collectors.groupingBy(DatedValue::at, Collectors.counting()));
        List<Segment> segments = new ArrayList<>();
        for (int i = 1; i < dated.size(); i++) {
            DatedValue from = dated.get(i - 1);
            DatedValue to = dated.get(i);
            boolean single = values.get(from.at()) == 1 && values.get(to.at()) == 1;
            if (single && Math.floor(to.at()) - Math.floor(from.at()) <= 1) {
                segments.add(
                        new Segment(frame.x(from.at()), frame.y(from.value()), frame.x(to.at()), frame.y(to.value())));
            }
        }
        String before = name == null ? "" : name.text() + ", ";
        List<LinePoint> points = dated.stream()
                .map(one -> new LinePoint(
                        frame.x(one.at()),
                        frame.y(one.value()),
                        before + one.what(),
                        one.href(),
                        few ? one.text() : null,
                        frame.anchor(one.at())))
                .toList();
        return new Series(name, index, points, segments);
    }

    /** 1, 2 or 5 of a power of ten, so that a few steps cover the range. */
    private static double step(double range) {
        double rough = (range > 0 ? range : 1) / LEVELS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    private static String written(double number) {
        BigDecimal rounded = new BigDecimal(number).round(LEVEL).stripTrailingZeros();
        return rounded.scale() > 0
                ? rounded.toPlainString()
                : String.format(Locale.ROOT, "%,d", rounded.toBigInteger());
    }

    @Override
    public int height() {
        return TOP + PLOT + AXIS;
    }
}
