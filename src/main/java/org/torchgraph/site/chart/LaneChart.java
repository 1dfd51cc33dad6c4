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
 * Rows by date, a lane for each kind, over bands of time. The answer has, beside one another, a date, a thing, its
 * kind, its band, and the first and last year of the band.
 *
 * @param ticks years of the axis
 * @param bands in order of time
 * @param lanes in the order of the rows
 * @param entries all rows in order of time, for a screen too narrow for an axis
 * @param height in pixels
 */
public record LaneChart(
        List<TimelineChart.Tick> ticks,
        List<Band> bands,
        List<Lane> lanes,
        List<TimelineChart.TimelineEntry> entries,
        int height)
        implements Chart {
    private static final int BANDS = 58;
    private static final int HEAD = 28;
    private static final int ROW = 26;
    private static final int AXIS = 28;
    private static final int MOST_LETTERS = 46;
    private static final double MIDDLE = 0.5;
    private static final double MOSTLY_OVER = 0.6;

    /**
     * A span of time.
     *
     * @param nameX where its name is anchored: at its beginning, or when there is little room after that at its end
     * @param y of its name, which alternates so that neighbours do not meet
     * @param index from 0, by which it is coloured
     */
    public record Band(String x, String width, RenderedTerm name, String nameX, boolean before, int y, int index) {}

    /**
     * The rows of one kind, below a heading.
     *
     * @param index from 0, by which its marks are shaped and coloured
     */
    public record Lane(RenderedTerm name, int y, int index, List<TimelineChart.Mark> marks) {}

    private record Stretch(RenderedTerm name, double from, Double to) {}

    static Optional<LaneChart> of(ResultTable grid) {
        OptionalInt date = TimelineChart.firstDate(grid);
        if (date.isEmpty() || date.getAsInt() + 6 != grid.columns().size()) {
            return Optional.empty();
        }
        int at = date.getAsInt();
        boolean fits =
                TimelineChart.isName(Chart.column(grid, at + 1), grid.rows().size())
                        && Chart.column(grid, at).size() == grid.rows().size()
                        && areKinds(Chart.column(grid, at + 2), grid.rows().size())
                        && areKinds(Chart.column(grid, at + 3), 0)
                        && Chart.column(grid, at + 4).stream().allMatch(RenderedTerm::time)
                        && Chart.column(grid, at + 5).stream().allMatch(RenderedTerm::time);
        return fits ? Optional.of(drawn(grid.rows(), at)) : Optional.empty();
    }

    private static boolean areKinds(List<RenderedTerm> cells, int least) {
        return cells.size() >= Math.max(1, least)
                && cells.stream().allMatch(cell -> cell.href() != null)
                && cells.stream().distinct().count() <= MOST_KINDS;
    }

    private static LaneChart drawn(List<List<RenderedTerm>> rows, int at) {
        List<Stretch> stretches = rows.stream()
                .filter(row -> row.get(at + 3) != null && row.get(at + 4) != null)
                .map(row -> new Stretch(
                        row.get(at + 3),
                        TimelineChart.year(row.get(at + 4)),
                        row.get(at + 5) == null ? null : TimelineChart.yearAfter(row.get(at + 5))))
                .distinct()
                .sorted(Comparator.comparing(Stretch::from))
                .toList();
        double first = Math.floor(Math.min(
                rows.stream()
                        .mapToDouble(row -> TimelineChart.year(row.get(at)))
                        .min()
                        .orElseThrow(),
                stretches.stream().mapToDouble(Stretch::from).min().orElse(Double.MAX_VALUE)));
        double last = Math.ceil(Math.max(
                rows.stream()
                        .mapToDouble(row -> TimelineChart.year(row.get(at)))
                        .max()
                        .orElseThrow(),
                stretches.stream()
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
        int height = BANDS
                + lanes.stream()
                        .mapToInt(lane -> HEAD + ROW * lane.marks().size())
                        .sum()
                + AXIS;
        return new LaneChart(
                TimelineChart.ticks(first, last, span),
                bands(stretches, first, last, span),
                lanes,
                TimelineChart.inTime(entries),
                height);
    }

    private static List<Band> bands(List<Stretch> stretches, double first, double last, double span) {
        List<Band> bands = new ArrayList<>();
        for (Stretch one : stretches) {
            double to = one.to() == null ? last : Math.min(last, one.to());
            boolean before = (one.from() - first) / span > MOSTLY_OVER;
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
        int y = BANDS;
        for (Map.Entry<RenderedTerm, List<TimelineChart.TimelineEntry>> kind : byKind.entrySet()) {
            List<TimelineChart.Mark> marks = new ArrayList<>();
            for (TimelineChart.TimelineEntry entry : kind.getValue()) {
                double year = TimelineChart.year(entry.date());
                marks.add(new TimelineChart.Mark(
                        TimelineChart.percent(year, first, span),
                        null,
                        y + HEAD + ROW / 2 + ROW * marks.size(),
                        entry.name(),
                        Chart.shortened(entry.name(), MOST_LETTERS),
                        (year - first) / span > MIDDLE));
            }
            lanes.add(new Lane(kind.getKey(), y, lanes.size(), marks));
            y += HEAD + ROW * marks.size();
        }
        return lanes;
    }
}
