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
 * Rows by date, one mark per line.
 *
 * @param ticks the years of the axis
 * @param marks the marks in the order of the rows; equal rows share one mark
 * @param entries the same rows in order of time, for screens too narrow for an axis
 * @param omitted the rows without a date or a thing
 */
public record TimelineChart(List<Tick> ticks, List<Mark> marks, List<TimelineEntry> entries, List<Omission> omitted)
        implements Chart {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?.*");
    private static final int LANE_PIXELS = 26;
    private static final int AXIS_PIXELS = 28;
    private static final int MAX_LABEL_WIDTH = 46;
    private static final double LEFT_PERCENT = 2;
    private static final double WIDTH_PERCENT = 94;
    private static final int MAX_MAJOR_TICKS = 5;
    private static final int MAX_GAP_YEARS = 5;

    /**
     * A year on the axis.
     *
     * @param x its position
     * @param year the year
     * @param minor whether narrow screens leave it out
     */
    public record Tick(String x, String year, boolean minor) {}

    /**
     * A row in the vertical list for narrow screens.
     *
     * @param date its date
     * @param to its end, or null
     * @param name its thing
     * @param kind its kind, or null
     * @param lane the index of the kind, from 0
     * @param band its period, or null
     * @param gap the whole years since the previous entry, at most {@code MAX_GAP_YEARS}
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
            return new TimelineEntry(date, to, name, kind, lane, band, Math.min(MAX_GAP_YEARS, years));
        }
    }

    /**
     * A mark on the time axis.
     *
     * @param x its start
     * @param end its end, or null for a point in time
     * @param y the middle of its line, in pixels
     * @param name its thing
     * @param date its date
     * @param text the name cut to the available width
     * @param before whether the name is to the left of the mark
     */
    public record Mark(String x, String end, int y, RenderedTerm name, RenderedTerm date, String text, boolean before) {

        /** Returns the anchor of the name: the end of the mark on its side. */
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

    static Optional<TimelineChart> of(ResultTable table) {
        OptionalInt date = firstDate(table);
        OptionalInt name = date.isEmpty()
                ? date
                : Chart.from(table, date.getAsInt() + 1)
                        .filter(column ->
                                isName(Chart.column(table, column), table.rows().size()))
                        .findFirst();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        int at = date.getAsInt();
        boolean spans = Chart.times(table, at + 1);
        Set<DatedRow> dated = new LinkedHashSet<>();
        for (List<RenderedTerm> row : table.rows()) {
            RenderedTerm thing = row.get(name.getAsInt());
            if (row.get(at) != null && thing != null) {
                dated.add(new DatedRow(row.get(at), spans ? row.get(at + 1) : null, thing));
            }
        }
        return dated.size() < 2
                ? Optional.empty()
                : Optional.of(drawn(List.copyOf(dated), Chart.omissions(table, name.getAsInt(), at, name.getAsInt())));
    }

    /** Returns the first column of dates or years. */
    static OptionalInt firstDate(ResultTable table) {
        return Chart.from(table, 0).filter(column -> Chart.times(table, column)).findFirst();
    }

    /**
     * Returns whether cells are links of which most differ, so that they name the rows and are no kind that many rows
     * share.
     */
    static boolean isName(List<RenderedTerm> cells, int rows) {
        return !cells.isEmpty()
                && cells.stream().allMatch(cell -> cell.href() != null)
                && cells.stream().distinct().count() * 3 >= rows;
    }

    private static TimelineChart drawn(List<DatedRow> dated, List<Omission> omitted) {
        double first =
                Math.floor(dated.stream().mapToDouble(DatedRow::from).min().orElseThrow());
        double last = Math.ceil(dated.stream().mapToDouble(DatedRow::to).max().orElseThrow());
        double span = Math.max(1, last - first);
        List<Mark> marks = new ArrayList<>();
        for (DatedRow one : dated) {
            marks.add(new Mark(
                    percent(one.from(), first, span),
                    one.end() == null ? null : percent(one.to(), first, span),
                    LANE_PIXELS / 2 + LANE_PIXELS * marks.size(),
                    one.name(),
                    one.date(),
                    Chart.shortened(one.name(), MAX_LABEL_WIDTH),
                    (one.to() - first) / span > 0.5));
        }
        return new TimelineChart(
                ticks(first, last, span),
                marks,
                inTime(dated.stream()
                        .map(one -> new TimelineEntry(one.date(), one.end(), one.name(), null, 0, null, 0))
                        .toList()),
                omitted);
    }

    /** Returns the entries in order of time, each with the gap to the previous one. */
    static List<TimelineEntry> inTime(List<TimelineEntry> entries) {
        List<TimelineEntry> sorted = new ArrayList<>();
        entries.stream()
                .sorted(Comparator.comparing(entry -> year(entry.date())))
                .forEach(entry -> sorted.add(sorted.isEmpty() ? entry : entry.after(sorted.get(sorted.size() - 1))));
        return sorted;
    }

    /** Returns the years of an axis. */
    static List<Tick> ticks(double first, double last, double span) {
        return ticks(years(first, last), year -> percent(year, first, span));
    }

    /** Returns ticks for years; of many, every other one is minor. */
    static List<Tick> ticks(List<Integer> years, IntFunction<String> x) {
        return IntStream.range(0, years.size())
                .mapToObj(at -> new Tick(
                        x.apply(years.get(at)),
                        Integer.toString(years.get(at)),
                        years.size() > MAX_MAJOR_TICKS && at % 2 == 1))
                .toList();
    }

    /** Returns the years that an axis labels: every year, every fifth or every tenth. */
    static List<Integer> years(double first, double last) {
        int step = last - first > 40 ? 10 : last - first > 8 ? 5 : 1;
        return IntStream.iterate((int) Math.ceil(first / step) * step, year -> year <= last, year -> year + step)
                .boxed()
                .toList();
    }

    @Override
    public int height() {
        return LANE_PIXELS * marks.size() + AXIS_PIXELS;
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

    /** Returns the end of the year, month or day that a date denotes. */
    static double yearAfter(RenderedTerm date) {
        return year(date) + (date.machine().length() == 4 ? 1 : date.machine().length() == 7 ? 1 / 12.0 : 0);
    }

    static String percent(double year, double first, double span) {
        return Chart.percent(LEFT_PERCENT + WIDTH_PERCENT * (year - first) / span);
    }

    static String width(double years, double span) {
        return Chart.percent(WIDTH_PERCENT * Math.max(0, years) / span);
    }
}
