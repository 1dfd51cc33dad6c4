package org.torchgraph.site.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.torchgraph.messages.Language;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.SiteFiles;

/**
 * A tile for each province of China, for a result with a column {@code ?provinceCode} of codes of GB/T 2260. A tile has
 * the last number of its row, or else the number of its rows.
 *
 * @param tiles a tile for each province, those without a row among them
 * @param ranges the smallest and the largest number of each shade, the lightest first
 * @param others the codes that have no tile, with their numbers of rows
 * @param named the heading of the numbers, or null if they count the rows
 * @param uncoded the number of rows without a code
 */
public record TilesChart(List<Tile> tiles, List<Shade> ranges, Map<String, Integer> others, String named, int uncoded)
        implements Chart {
    private static final String CODE = "provinceCode";
    private static final int SHADES = 4;
    private static final int SIZE = 62;

    private static final Map<String, Place> PLACES = places();

    /** A province's place on the grid and its names. */
    private record Place(int column, int row, String chinese, String letters, String english) {}

    /**
     * A tile.
     *
     * @param x the left edge, in units of the picture
     * @param y the upper edge
     * @param code the code of the province
     * @param shade 0 for none, else 1 to 4
     * @param number the number as text, or a dash
     * @param href the link to the province, or null
     */
    public record Tile(int x, int y, String code, int shade, String number, String href) {
        /** Returns the short name on the tile. */
        public String text(Language language) {
            return language.equals(Language.ZH)
                    ? PLACES.get(code).chinese()
                    : PLACES.get(code).letters();
        }

        /** Returns the name of the province. */
        public String name(Language language) {
            return language.equals(Language.ZH)
                    ? PLACES.get(code).chinese()
                    : PLACES.get(code).english();
        }
    }

    /** The numbers that a shade stands for. */
    public record Shade(int shade, String from, String to) {}

    private static Map<String, Place> places() {
        Properties file = SiteFiles.properties("provinces.properties");
        return file.stringPropertyNames().stream().collect(Collectors.toMap(code -> code, code -> {
            String[] parts = file.getProperty(code).trim().split("\\s+", 5);
            return new Place(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2], parts[3], parts[4]);
        }));
    }

    static Optional<TilesChart> of(ResultTable table) {
        int at = table.variables().indexOf(CODE);
        if (at < 0) {
            return Optional.empty();
        }
        Map<String, List<List<RenderedTerm>>> byCode = new LinkedHashMap<>();
        int uncoded = 0;
        for (List<RenderedTerm> row : table.rows()) {
            if (row.get(at) == null) {
                uncoded++;
            } else {
                byCode.computeIfAbsent(row.get(at).machine(), code -> new ArrayList<>())
                        .add(row);
            }
        }
        boolean single = byCode.values().stream().allMatch(rows -> rows.size() == 1);
        Optional<Integer> number = IntStream.iterate(
                        table.columns().size() - 1, column -> column >= 0, column -> column - 1)
                .filter(column -> column != at && Chart.numbers(table, column))
                .boxed()
                .findFirst()
                .filter(column -> single);
        Map<String, Double> numbers = new TreeMap<>();
        Map<String, Integer> others = new TreeMap<>();
        byCode.forEach((code, rows) -> {
            if (PLACES.containsKey(code)) {
                RenderedTerm cell =
                        number.map(column -> rows.get(0).get(column)).orElse(null);
                numbers.put(code, cell == null ? rows.size() : Chart.number(cell));
            } else {
                others.put(code, rows.size());
            }
        });
        double max =
                numbers.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (max <= 0) {
            return Optional.empty();
        }
        List<Tile> tiles = PLACES.keySet().stream()
                .sorted()
                .map(code -> {
                    Place place = PLACES.get(code);
                    Double value = numbers.get(code);
                    return new Tile(
                            place.column() * SIZE,
                            place.row() * SIZE,
                            code,
                            value == null || value <= 0 ? 0 : shade(value, max),
                            value == null ? "—" : text(value, table.language()),
                            value == null ? null : href(byCode.get(code).get(0), at));
                })
                .toList();
        return Optional.of(new TilesChart(
                tiles,
                ranges(numbers, max, table.language()),
                others,
                number.map(table.columns()::get).orElse(null),
                uncoded));
    }

    private static int shade(double value, double max) {
        return Math.min(SHADES, 1 + (int) ((value - 1) * SHADES / max));
    }

    private static List<Shade> ranges(Map<String, Double> numbers, double max, Language language) {
        return IntStream.rangeClosed(1, SHADES)
                .mapToObj(shade -> numbers.values().stream()
                        .filter(value -> value > 0 && shade(value, max) == shade)
                        .sorted()
                        .toList())
                .filter(values -> !values.isEmpty())
                .map(values -> new Shade(
                        shade(values.get(0), max),
                        text(values.get(0), language),
                        text(values.get(values.size() - 1), language)))
                .toList();
    }

    /** Returns the link of the cell before the code, which is the province. */
    private static String href(List<RenderedTerm> row, int code) {
        RenderedTerm before = code == 0 ? null : row.get(code - 1);
        return before == null ? null : before.href();
    }

    private static String text(double number, Language language) {
        return language.numbers()
                .number(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    }
}
