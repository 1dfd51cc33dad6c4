package org.torchgraph.site.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.torchgraph.site.words.RenderedTerm;

/**
 * Rows by date: a mark a row, below one another.
 *
 * @param ticks years of the axis
 * @param marks in the order of the rows; rows that say the same are one mark
 * @param entries the same in order of time, for a screen too narrow for an axis
 */
public record TimelineChart(List<Tick> ticks, List<Mark> marks, List<TimelineEntry> entries) implements Chart {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?.*");
    private static final int LANE = 26;
    private static final int AXIS = 28;
    private static final int MOST_LETTERS = 46;
    private static final double LEFT = 2;
    private static final double WIDTH = 94;
    private static final int FEW_TICKS = 5;
    private static final int WIDEST_GAP = 5;

    /**
     * A year of the axis.
     *
     * @param minor whether it may be left out where there is little room
     */
    public record Tick(String x, String year, boolean minor) {}

    /**
     * One row on a way through time from above to below.
     *
     * @param to when it ends, or null
     * @param kind or null
     * @param lane place of the kind, from 0
     * @param band or null
     * @param gap whole years since the one before, as far as they are shown
     */
    public record TimelineEntry(
            RenderedTerm date,
            RenderedTerm to,
            RenderedTerm name,
            RenderedTerm kind,
            int lane,
            RenderedTerm band,
            int gap) {
        TimelineEntry after(TimelineEntry before) {
            int years = (int) (year(date) - year(before.date));
            return new TimelineEntry(date, to, name, kind, lane, band, Math.min(WIDEST_GAP, years));
        }
    }

    /**
     * @param x where it begins
     * @param end where it ends, or null for a point
     * @param y middle of its lane, in pixels
     * @param name what it is, whole
     * @param text the name as far as there is room
     * @param before whether the name stands before the mark and not behind it
     */
    public record Mark(String x, String end, int y, RenderedTerm name, String text, boolean before) {

        /** Where the name is anchored: at the side of the mark that it stands on. */
        public String nameX() {
            return before || end == null ? x : end;
        }
    }

    private record DatedRow(RenderedTerm date, RenderedTerm end, RenderedTerm name) {
        double from() {
            return year(date);
        }

        double to() {
            return end == null ? from() : yearAfter(end);
        }
    }

    static Optional<TimelineChart> of(ResultTable grid) {
        OptionalInt date = firstDate(grid);
        OptionalInt name = date.isEmpty()
                ? date
                : Chart.from(grid, date.getAsInt() + 1)
                        .filter(column ->
                                isName(Chart.column(grid, column), grid.rows().size()))
                        .findFirst();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        int at = date.getAsInt();
        boolean spans = Chart.times(grid, at + 1);
        Set<DatedRow> dated = new LinkedHashSet<>();
        for (List<RenderedTerm> row : grid.rows()) {
            RenderedTerm thing = row.get(name.getAsInt());
            if (row.get(at) != null && thing != null) {
                dated.add(new DatedRow(row.get(at), spans ? row.get(at + 1) : null, thing));
            }
        }
        return dated.size() < 2 ? Optional.empty() : Optional.of(drawn(List.copyOf(dated)));
    }

    /** The first column of dates or years. */
    static OptionalInt firstDate(ResultTable grid) {
        return Chart.from(grid, 0).filter(column -> Chart.times(grid, column)).findFirst();
    }

    /** Things with pages, most of them different: not a kind that many rows share. */
    static boolean isName(List<RenderedTerm> cells, int rows) {
        return !cells.isEmpty()
                && cells.stream().allMatch(cell -> cell.href() != null)
                && cells.stream().distinct().count() * 3 >= rows;
    }

    private static TimelineChart drawn(List<DatedRow> dated) {
        double first =
                Math.floor(dated.stream().mapToDouble(DatedRow::from).min().orElseThrow());
        double last = Math.ceil(dated.stream().mapToDouble(DatedRow::to).max().orElseThrow());
        double span = Math.max(1, last - first);
        List<Mark> marks = new ArrayList<>();
        for (DatedRow one : dated) {
            marks.add(new Mark(
                    percent(one.from(), first, span),
                    one.end() == null ? null : percent(one.to(), first, span),
                    LANE / 2 + LANE * marks.size(),
                    one.name(),
                    Chart.shortened(one.name(), MOST_LETTERS),
                    (one.to() - first) / span > 0.5));
        }
        return new TimelineChart(
                ticks(first, last, span),
                marks,
                inTime(dated.stream()
                        .map(one -> new TimelineEntry(one.date(), one.end(), one.name(), null, 0, null, 0))
                        .toList()));
    }

    /** In order of time, each with its distance from the one before. */
    static List<TimelineEntry> inTime(List<TimelineEntry> entries) {
        List<TimelineEntry> sorted = new ArrayList<>();
        entries.stream()
                .sorted(Comparator.comparing(entry -> year(entry.date())))
                .forEach(entry -> sorted.add(sorted.isEmpty() ? entry : entry.after(sorted.get(sorted.size() - 1))));
        return sorted;
    }

    /** Years of an axis. */
    static List<Tick> ticks(double first, double last, double span) {
        return ticks(years(first, last), year -> percent(year, first, span));
    }

    /** Every other year is minor when there are many. */
    static List<Tick> ticks(List<Integer> years, IntFunction<String> x) {
        return IntStream.range(0, years.size())
                .mapToObj(at -> new Tick(
                        x.apply(years.get(at)),
                        Integer.toString(years.get(at)),
                        years.size() > FEW_TICKS && at % 2 == 1))
                .toList();
    }

    /** The years of a span that are written under it. */
    static List<Integer> years(double first, double last) {
        int step = last - first > 40 ? 10 : last - first > 8 ? 5 : 1;
        return IntStream.iterate((int) Math.ceil(first / step) * step, year -> year <= last, year -> year + step)
                .boxed()
                .toList();
    }

    @Override
    public int height() {
        return LANE * marks.size() + AXIS;
    }

    static double year(RenderedTerm date) {
        Matcher parts = DATE.matcher(date.machine());
        if (!parts.matches()) {
            return 0;
        }
        double month = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)) - 1;
        double day = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)) - 1;
        return Integer.parseInt(parts.group(1)) + month / 12 + day / 366;
    }

    /** The end of a period that is named by its last year, month or day. */
    static double yearAfter(RenderedTerm date) {
        return year(date) + (date.machine().length() == 4 ? 1 : date.machine().length() == 7 ? 1 / 12.0 : 0);
    }

    static String percent(double year, double first, double span) {
        return Chart.percent(LEFT + WIDTH * (year - first) / span);
    }

    static String width(double years, double span) {
        return Chart.percent(WIDTH * Math.max(0, years) / span);
    }
}
