package org.torchgraph.site.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.torchgraph.messages.Language;
import org.torchgraph.site.words.RenderedTerm;

/**
 * Numbers over years, with a mark per row. Marks of adjacent years are connected unless a year has several numbers; a
 * missing year leaves a gap. Series differ in the shape of their marks.
 *
 * @param ticks the years of the axis
 * @param levels the horizontal lines of the scale
 * @param series the series in the order of the rows
 * @param named the heading of the numbers
 * @param legend whether there are several series, so that a legend is needed
 * @param omitted the rows without a date or a number
 * @param dense whether the numbers beside the marks do not fit a narrow screen
 */
public record LineChart(
        List<TimelineChart.Tick> ticks,
        List<Level> levels,
        List<Series> series,
        String named,
        boolean legend,
        List<Omission> omitted,
        boolean dense)
        implements Chart {
    private static final int TOP_PIXELS = 28;
    private static final int PLOT_PIXELS = 240;
    private static final int AXIS_PIXELS = 28;
    private static final int MAX_LABELLED_POINTS = 14;
    private static final int MAX_LABEL_CHARACTERS_NARROW = 24;
    private static final double SIDE_SHARE = 0.1;
    private static final int MIN_LEVELS = 4;
    /** Hides the rounding errors of summed steps. */
    private static final MathContext LEVEL_PRECISION = new MathContext(6);

    private static final double LEFT_PERCENT = 10;
    private static final double WIDTH_PERCENT = 84;

    /**
     * A horizontal line of the scale.
     *
     * @param y its position in pixels
     * @param text its number
     */
    public record Level(int y, String text) {}

    /**
     * A series.
     *
     * @param name its name, or null if there is only one
     * @param index the index of its shape and colour, from 0
     * @param points its marks in order of time
     * @param segments the lines between adjacent marks
     */
    public record Series(RenderedTerm name, int index, List<LinePoint> points, List<Segment> segments) {}

    /**
     * A mark.
     *
     * @param x its horizontal position
     * @param y its vertical position in pixels
     * @param what the row in words
     * @param href the page of its thing, or null
     * @param value the number to write beside it, or null if there are too many
     * @param anchor the text anchor of the number, so that it is not cut off at the sides
     */
    public record LinePoint(String x, int y, String what, String href, String value, String anchor) {}

    /** A line between the marks of two adjacent years. */
    public record Segment(String x1, int y1, String x2, int y2) {}

    private record DatedValue(double at, double value, String what, String href, String text) {}

    private record Frame(double first, double span, double low, double high) {
        String x(double at) {
            return Chart.percent(LEFT_PERCENT + WIDTH_PERCENT * (at - first) / span);
        }

        String anchor(double at) {
            double part = (at - first) / span;
            return part < SIDE_SHARE ? "start" : part > 1 - SIDE_SHARE ? "end" : "middle";
        }

        int y(double value) {
            return (int) Math.round(TOP_PIXELS + PLOT_PIXELS * (high - value) / (high - low));
        }
    }

    static Optional<LineChart> of(ResultTable table) {
        OptionalInt time = TimelineChart.firstDate(table);
        OptionalInt number = time.isEmpty()
                ? time
                : Chart.from(table, time.getAsInt() + 1)
                        .filter(column -> Chart.numbers(table, column))
                        .findFirst();
        if (number.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt thing = thing(table);
        OptionalInt kind = Chart.from(table, number.getAsInt() + 1)
                .filter(column -> Chart.kinds(table, column)
                        && thing.stream().noneMatch(named -> named == column)
                        && Chart.column(table, column).stream().distinct().count() > 1)
                .findFirst();
        Map<Optional<RenderedTerm>, List<DatedValue>> rows = new LinkedHashMap<>();
        for (List<RenderedTerm> row : table.rows()) {
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
                : Optional.of(drawn(
                        rows,
                        all,
                        table,
                        number.getAsInt(),
                        Chart.omissions(table, thing.orElse(number.getAsInt()), time.getAsInt(), number.getAsInt())));
    }

    /** Returns the last column with a different thing in max rows: in a result about observations, the observation. */
    private static OptionalInt thing(ResultTable table) {
        return Chart.from(table, 0)
                .filter(column -> TimelineChart.isName(
                        Chart.column(table, column), table.rows().size()))
                .reduce((one, later) -> later);
    }

    private static LineChart drawn(
            Map<Optional<RenderedTerm>, List<DatedValue>> rows,
            List<DatedValue> all,
            ResultTable table,
            int number,
            List<Omission> omitted) {
        double first = Math.floor(all.stream().mapToDouble(DatedValue::at).min().orElseThrow());
        double last = Math.ceil(all.stream().mapToDouble(DatedValue::at).max().orElseThrow());
        double min = all.stream().mapToDouble(DatedValue::value).min().orElseThrow();
        double max = all.stream().mapToDouble(DatedValue::value).max().orElseThrow();
        double step = step(Math.max(0, max) - Math.min(0, min));
        double low = Math.floor(Math.min(0, min) / step) * step;
        double high = Math.ceil(Math.max(0, max) / step) * step;
        Frame frame = new Frame(first, Math.max(1, last - first), low, high > low ? high : low + step);
        List<Series> series = new ArrayList<>();
        rows.forEach((name, dated) ->
                series.add(series(name.orElse(null), series.size(), dated, all.size() <= MAX_LABELLED_POINTS, frame)));
        List<Level> levels = new ArrayList<>();
        for (int i = 0; low + i * step <= frame.high() + step / 2; i++) {
            levels.add(new Level(frame.y(low + i * step), written(low + i * step, table.language())));
        }
        List<TimelineChart.Tick> ticks = TimelineChart.ticks(TimelineChart.years(first, last), frame::x);
        return new LineChart(
                ticks,
                levels,
                series,
                table.columns().get(number),
                series.size() > 1,
                omitted,
                all.stream().mapToInt(one -> one.text().length()).sum() > MAX_LABEL_CHARACTERS_NARROW);
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

    /** Returns 1, 2 or 5 times a power of ten, such that a few steps cover the range. */
    static double step(double range) {
        double rough = (range > 0 ? range : 1) / MIN_LEVELS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    static String written(double number, Language language) {
        return language.numbers()
                .count(new BigDecimal(number).round(LEVEL_PRECISION).stripTrailingZeros());
    }

    @Override
    public int height() {
        return TOP_PIXELS + PLOT_PIXELS + AXIS_PIXELS;
    }
}
