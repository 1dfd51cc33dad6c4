package org.torchgraph.site.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.torchgraph.messages.Language;
import org.torchgraph.site.words.RenderedTerm;

/**
 * A bar for each year on an axis on which every year has its place, those without a bar too. What has no year has a
 * hatched bar of its own beside the axis.
 *
 * @param ticks the years of the axis
 * @param levels the horizontal lines of the scale
 * @param bars the bars in order of time
 * @param unknown the bar of what has no year, or null
 * @param end the right end of the axis
 * @param named the heading of the numbers, or of the things that are counted
 */
public record YearsChart(
        List<TimelineChart.Tick> ticks,
        List<LineChart.Level> levels,
        List<YearBar> bars,
        YearBar unknown,
        String end,
        String named)
        implements Chart {
    private static final int TOP_PIXELS = 28;
    private static final int PLOT_PIXELS = 240;
    private static final int AXIS_PIXELS = 28;
    private static final int YEAR_CHARACTERS = 4;
    private static final int MAX_YEARS = 120;
    private static final int MIN_LEVELS = 4;
    private static final int HATCH_PIXELS = 8;
    private static final double LEFT_PERCENT = 7;
    private static final double END_PERCENT = 99;
    private static final double END_BESIDE_UNKNOWN_PERCENT = 86;
    private static final double BAR_SHARE = 0.76;
    private static final double UNKNOWN_PERCENT = 91;
    private static final double UNKNOWN_WIDTH_PERCENT = 6;

    /**
     * A bar.
     *
     * @param x the left edge
     * @param middle the position of its number
     * @param width the width
     * @param y the upper edge in pixels
     * @param height the height in pixels
     * @param year the year, or an empty text
     * @param number its number as text
     * @param peak whether the number is written above it: neighbours that are not higher would overlap
     * @param minor whether narrow screens leave the number out
     */
    public record YearBar(
            String x,
            String middle,
            String width,
            int y,
            int height,
            String year,
            String number,
            boolean peak,
            boolean minor) {

        /** Returns the path of the lines that hatch the bar, from its lower to its upper edge. */
        public String hatch() {
            int wide = TOP_PIXELS + PLOT_PIXELS;
            return IntStream.iterate(HATCH_PIXELS, down -> down < height + wide, down -> down + HATCH_PIXELS)
                    .mapToObj(down -> "M0 " + down + "l" + wide + " -" + wide)
                    .collect(Collectors.joining());
        }
    }

    private record Scale(int first, double slot, double high) {
        YearBar bar(int year, double number, String text, boolean peak) {
            double x = LEFT_PERCENT + slot * (year - first);
            return bar(x + slot * (1 - BAR_SHARE) / 2, slot * BAR_SHARE, Integer.toString(year), number, text, peak);
        }

        YearBar bar(double x, double width, String year, double number, String text, boolean peak) {
            int height = (int) Math.round(PLOT_PIXELS * number / high);
            return new YearBar(
                    Chart.percent(x),
                    middle(x, width),
                    Chart.percent(width),
                    TOP_PIXELS + PLOT_PIXELS - height,
                    height,
                    year,
                    text,
                    peak,
                    number < high / 4);
        }

        String middle(double x, double width) {
            return Chart.percent(x + width / 2);
        }

        int y(double number) {
            return (int) Math.round(TOP_PIXELS + PLOT_PIXELS * (1 - number / high));
        }
    }

    /** Returns the chart of a result with a column of years, each in one row, before a column of numbers. */
    static Optional<YearsChart> of(ResultTable table) {
        OptionalInt number = Chart.from(table, 1)
                .filter(column -> Chart.numbers(table, column))
                .findFirst();
        boolean years = Chart.times(table, 0)
                && Chart.column(table, 0).stream().allMatch(cell -> isYear(cell))
                && table.rows().stream().map(row -> row.get(0)).distinct().count()
                        == table.rows().size();
        if (!years || number.isEmpty() || number.getAsInt() != 1) {
            return Optional.empty();
        }
        SortedMap<Integer, RenderedTerm> numbers = new TreeMap<>();
        RenderedTerm unknown = null;
        for (List<RenderedTerm> row : table.rows()) {
            if (row.get(0) == null) {
                unknown = row.get(1);
            } else if (row.get(1) != null) {
                numbers.put(Integer.valueOf(row.get(0).machine()), row.get(1));
            }
        }
        return drawn(numbers, unknown, table.columns().get(1), table.language());
    }

    /** Returns the chart that counts the things of the first column by the year of the first column of times. */
    static Optional<YearsChart> counting(ResultTable table) {
        OptionalInt date = TimelineChart.firstDate(table);
        if (date.isEmpty() || date.getAsInt() == 0) {
            return Optional.empty();
        }
        int at = date.getAsInt();
        SortedMap<Integer, RenderedTerm> numbers = new TreeMap<>();
        table.rows().stream()
                .filter(row -> row.get(at) != null)
                .collect(Collectors.groupingBy(
                        row -> (int) TimelineChart.year(row.get(at)),
                        Collectors.mapping(row -> row.get(0), Collectors.toSet())))
                .forEach((year, things) -> numbers.put(
                        year,
                        RenderedTerm.number(things.size(), table.language().numbers())));
        long unknown = table.rows().stream()
                .filter(row -> row.get(at) == null)
                .map(row -> row.get(0))
                .distinct()
                .count();
        return drawn(
                numbers,
                unknown == 0
                        ? null
                        : RenderedTerm.number(unknown, table.language().numbers()),
                table.columns().get(0),
                table.language());
    }

    private static boolean isHigher(RenderedTerm number, RenderedTerm neighbour, boolean really) {
        double difference = Chart.number(number) - (neighbour == null ? 0 : Chart.number(neighbour));
        return really ? difference > 0 : difference >= 0;
    }

    private static boolean isYear(RenderedTerm cell) {
        return cell.machine().length() == YEAR_CHARACTERS
                && cell.machine().chars().allMatch(Character::isDigit);
    }

    private static Optional<YearsChart> drawn(
            SortedMap<Integer, RenderedTerm> numbers, RenderedTerm unknown, String named, Language language) {
        double max = numbers.values().stream().mapToDouble(Chart::number).max().orElse(0);
        double min = numbers.values().stream().mapToDouble(Chart::number).min().orElse(0);
        if (numbers.size() < 2 || numbers.lastKey() - numbers.firstKey() > MAX_YEARS || max <= 0 || min < 0) {
            return Optional.empty();
        }
        double step = LineChart.step(Math.max(max, unknown == null ? 0 : Chart.number(unknown)));
        double high = step * Math.ceil(Math.max(max, unknown == null ? 0 : Chart.number(unknown)) / step);
        int first = numbers.firstKey();
        double end = unknown == null ? END_PERCENT : END_BESIDE_UNKNOWN_PERCENT;
        Scale scale = new Scale(first, (end - LEFT_PERCENT) / (numbers.lastKey() - first + 1), high);
        List<YearBar> bars = new ArrayList<>();
        numbers.forEach((year, number) -> {
            if (Chart.number(number) > 0) {
                bars.add(scale.bar(
                        year,
                        Chart.number(number),
                        number.text(),
                        isHigher(number, numbers.get(year - 1), false)
                                && isHigher(number, numbers.get(year + 1), true)));
            }
        });
        List<LineChart.Level> levels = new ArrayList<>();
        for (int i = 1; i * step <= high + step / MIN_LEVELS; i++) {
            levels.add(new LineChart.Level(scale.y(i * step), LineChart.written(i * step, language)));
        }
        return Optional.of(new YearsChart(
                TimelineChart.ticks(
                        TimelineChart.years(first, numbers.lastKey()),
                        year -> scale.middle(LEFT_PERCENT + scale.slot() * (year - first), scale.slot())),
                levels,
                bars,
                unknown == null
                        ? null
                        : scale.bar(
                                UNKNOWN_PERCENT,
                                UNKNOWN_WIDTH_PERCENT,
                                "",
                                Chart.number(unknown),
                                unknown.text(),
                                true),
                Chart.percent(end),
                named));
    }

    /** Returns the position of the axis in pixels. */
    public int floor() {
        return TOP_PIXELS + PLOT_PIXELS;
    }

    @Override
    public int height() {
        return TOP_PIXELS + PLOT_PIXELS + AXIS_PIXELS;
    }
}
