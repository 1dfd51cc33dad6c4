package org.torchgraph.site.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.torchgraph.site.words.RenderedTerm;

/**
 * Rows by date, with a lane per kind, over bands that mark periods. The result has six adjacent columns: a date, a
 * thing, its kind, its period, and the first and last year of the period.
 *
 * @param ticks the years of the axis
 * @param bands the periods in order of time
 * @param lanes the lanes in the order of the rows
 * @param entries all rows in order of time, for screens too narrow for an axis
 * @param height the height in pixels
 * @param omitted the rows without a date or a kind
 */
public record LaneChart(
        List<TimelineChart.Tick> ticks,
        List<Band> bands,
        List<Lane> lanes,
        List<TimelineChart.TimelineEntry> entries,
        int height,
        List<Omission> omitted)
        implements Chart {
    private static final int BANDS_PIXELS = 58;
    private static final int LANE_HEADING_PIXELS = 28;
    private static final int ROW_PIXELS = 26;
    private static final int AXIS_PIXELS = 28;
    private static final int MAX_LABEL_WIDTH = 46;
    private static final double LABEL_BEFORE_FROM = 0.5;
    private static final double NAME_BEFORE_FROM = 0.6;

    /**
     * A period.
     *
     * @param x its start
     * @param width its width
     * @param name its name
     * @param nameX the anchor of the name: the start or, if little room is left, the end
     * @param before whether the name is anchored at the end
     * @param y the vertical position of the name in pixels, alternating so that neighbours do not overlap
     * @param index the index of its colour, from 0
     */
    public record Band(String x, String width, RenderedTerm name, String nameX, boolean before, int y, int index) {}

    /**
     * The rows of one kind below a heading.
     *
     * @param name the kind
     * @param y the position of the heading in pixels
     * @param index the index of shape and colour of its marks, from 0
     * @param marks its rows
     */
    public record Lane(RenderedTerm name, int y, int index, List<TimelineChart.Mark> marks) {}

    private record Period(RenderedTerm name, double from, Double to) {}

    static Optional<LaneChart> of(ResultTable table) {
        OptionalInt date = TimelineChart.firstDate(table);
        if (date.isEmpty() || date.getAsInt() + 6 != table.columns().size()) {
            return Optional.empty();
        }
        int at = date.getAsInt();
        List<List<RenderedTerm>> rows = table.rows().stream()
                .filter(row -> row.get(at) != null && row.get(at + 2) != null)
                .toList();
        boolean fits =
                TimelineChart.isName(Chart.column(table, at + 1), table.rows().size())
                        && areKinds(Chart.column(table, at + 2))
                        && areKinds(Chart.column(table, at + 3))
                        && Chart.column(table, at + 4).stream().allMatch(RenderedTerm::time)
                        && Chart.column(table, at + 5).stream().allMatch(RenderedTerm::time);
        return fits && !rows.isEmpty()
                ? Optional.of(drawn(rows, at, Chart.omissions(table, at + 1, at, at + 2)))
                : Optional.empty();
    }

    private static boolean areKinds(List<RenderedTerm> cells) {
        return !cells.isEmpty()
                && cells.stream().allMatch(cell -> cell.href() != null)
                && cells.stream().distinct().count() <= MAX_KINDS;
    }

    private static LaneChart drawn(List<List<RenderedTerm>> rows, int at, List<Omission> omitted) {
        List<Period> periods = rows.stream()
                .filter(row -> row.get(at + 3) != null && row.get(at + 4) != null)
                .map(row -> new Period(
                        row.get(at + 3),
                        TimelineChart.year(row.get(at + 4)),
                        row.get(at + 5) == null ? null : TimelineChart.yearAfter(row.get(at + 5))))
                .distinct()
                .sorted(Comparator.comparing(Period::from))
                .toList();
        double first = Math.floor(Math.min(
                rows.stream()
                        .mapToDouble(row -> TimelineChart.year(row.get(at)))
                        .min()
                        .orElseThrow(),
                periods.stream().mapToDouble(Period::from).min().orElse(Double.MAX_VALUE)));
        double last = Math.ceil(Math.max(
                rows.stream()
                        .mapToDouble(row -> TimelineChart.year(row.get(at)))
                        .max()
                        .orElseThrow(),
                periods.stream()
                        .mapToDouble(one -> one.to() == null ? one.from() : one.to())
                        .max()
                        .orElse(0)));
        double span = Math.max(1, last - first);
        List<RenderedTerm> kinds =
                rows.stream().map(row -> row.get(at + 2)).distinct().toList();
        List<TimelineChart.TimelineEntry> entries = rows.stream()
                .map(row -> new TimelineChart.TimelineEntry(
                        row.get(at),
                        null,
                        row.get(at + 1),
                        row.get(at + 2),
                        kinds.indexOf(row.get(at + 2)),
                        row.get(at + 3),
                        0))
                .distinct()
                .toList();
        List<Lane> lanes = lanes(entries, first, span);
        int height = BANDS_PIXELS
                + lanes.stream()
                        .mapToInt(lane ->
                                LANE_HEADING_PIXELS + ROW_PIXELS * lane.marks().size())
                        .sum()
                + AXIS_PIXELS;
        return new LaneChart(
                TimelineChart.ticks(first, last, span),
                bands(periods, first, last, span),
                lanes,
                TimelineChart.inTime(entries),
                height,
                omitted);
    }

    private static List<Band> bands(List<Period> periods, double first, double last, double span) {
        List<Band> bands = new ArrayList<>();
        for (Period one : periods) {
            double to = one.to() == null ? last : Math.min(last, one.to());
            boolean before = (one.from() - first) / span > NAME_BEFORE_FROM;
            bands.add(new Band(
                    TimelineChart.percent(one.from(), first, span),
                    TimelineChart.width(to - one.from(), span),
                    one.name(),
                    TimelineChart.percent(before ? to : one.from(), first, span),
                    before,
                    bands.size() % 2 == 0 ? 20 : 42,
                    bands.size()));
        }
        return bands;
    }

    private static List<Lane> lanes(List<TimelineChart.TimelineEntry> entries, double first, double span) {
        Map<RenderedTerm, List<TimelineChart.TimelineEntry>> byKind = new LinkedHashMap<>();
        entries.forEach(entry ->
                byKind.computeIfAbsent(entry.kind(), kind -> new ArrayList<>()).add(entry));
        List<Lane> lanes = new ArrayList<>();
        int y = BANDS_PIXELS;
        for (Map.Entry<RenderedTerm, List<TimelineChart.TimelineEntry>> kind : byKind.entrySet()) {
            List<TimelineChart.Mark> marks = new ArrayList<>();
            for (TimelineChart.TimelineEntry entry : kind.getValue()) {
                double year = TimelineChart.year(entry.date());
                marks.add(new TimelineChart.Mark(
                        TimelineChart.percent(year, first, span),
                        null,
                        y + LANE_HEADING_PIXELS + ROW_PIXELS / 2 + ROW_PIXELS * marks.size(),
                        entry.name(),
                        entry.date(),
                        Chart.shortened(entry.name(), MAX_LABEL_WIDTH),
                        (year - first) / span > LABEL_BEFORE_FROM));
            }
            lanes.add(new Lane(kind.getKey(), y, lanes.size(), marks));
            y += LANE_HEADING_PIXELS + ROW_PIXELS * marks.size();
        }
        return lanes;
    }
}
