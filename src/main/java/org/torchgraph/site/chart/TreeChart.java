package org.torchgraph.site.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.torchgraph.site.words.RenderedTerm;

/**
 * A hierarchy of rows: by the first two adjacent columns of things, parent and child, or else by codes such as 1, 1.1,
 * 1.2.
 *
 * @param roots the top rows in order
 * @param open whether the tree is small enough to be shown expanded
 */
public record TreeChart(List<Branch> roots, boolean open) implements Chart {
    private static final Pattern CODE = Pattern.compile("\\d+(\\.\\d+)*");
    private static final int MAX_OPEN_ITEMS = 30;
    private static final int MAX_DEPTH = 12;
    /** Shares are told to a tenth of a per cent. */
    private static final int SHARE_DECIMALS = 3;

    private static final double SUM_TOLERANCE = 0.005;
    private static final Object ROOT = new Object();

    /**
     * A row with the rows below it.
     *
     * @param name its thing
     * @param code its code, or null
     * @param share its share of the parent, or null
     * @param facts its other cells
     * @param below the rows below it
     */
    public record Branch(RenderedTerm name, RenderedTerm code, Share share, List<Fact> facts, List<Branch> below) {}

    /**
     * A share of the parent, drawn after the shares before it.
     *
     * @param x its start
     * @param width its width
     * @param text its number in per cent
     */
    public record Share(String x, String width, String text) {}

    /**
     * A cell with its heading.
     *
     * @param heading the heading
     * @param value the cell
     */
    public record Fact(String heading, RenderedTerm value) {}

    /**
     * A row with its place in the hierarchy.
     *
     * @param key the key by which child rows refer to it
     * @param parent the key of the parent, or {@link #ROOT}
     * @param name its thing
     * @param row its cells, or null for a parent that has no row
     */
    private record Item(Object key, Object parent, RenderedTerm name, List<RenderedTerm> row) {}

    static Optional<TreeChart> of(ResultTable table) {
        OptionalInt parent = IntStream.range(0, table.columns().size() - 1)
                .filter(column -> Chart.things(table, column)
                        && Chart.things(table, column + 1)
                        && Chart.column(table, column + 1).size()
                                == table.rows().size())
                .findFirst();
        OptionalInt code = code(table);
        if (parent.isPresent()) {
            int at = parent.getAsInt();
            return new TreeBuilder(table, code, Set.of(at, at + 1)).tree(row -> {
                RenderedTerm above = row.get(at);
                return new Item(row.get(at + 1), above == null ? ROOT : above, row.get(at + 1), row);
            });
        }
        OptionalInt name = Chart.from(table, 0)
                .filter(column -> Chart.things(table, column)
                        && Chart.column(table, column).size() == table.rows().size())
                .findFirst();
        return code.isEmpty() || name.isEmpty() ? Optional.empty() : byCode(table, code.getAsInt(), name.getAsInt());
    }

    private static Optional<TreeChart> byCode(ResultTable table, int code, int name) {
        Set<String> codes =
                Chart.column(table, code).stream().map(RenderedTerm::machine).collect(Collectors.toSet());
        Function<List<RenderedTerm>, Object> above = row -> {
            String own = row.get(code).machine();
            String rest = own.contains(".") ? own.substring(0, own.lastIndexOf('.')) : "";
            return codes.contains(rest) ? rest : ROOT;
        };
        return codes.size() < table.rows().size() || table.rows().stream().allMatch(row -> above.apply(row) == ROOT)
                ? Optional.empty()
                : new TreeBuilder(table, OptionalInt.of(code), Set.of(name))
                        .tree(row -> new Item(row.get(code).machine(), above.apply(row), row.get(name), row));
    }

    private static OptionalInt code(ResultTable table) {
        return Chart.from(table, 0)
                .filter(column -> {
                    List<RenderedTerm> cells = Chart.column(table, column);
                    return cells.size() == table.rows().size()
                            && cells.stream()
                                    .allMatch(cell -> !cell.time()
                                            && CODE.matcher(cell.machine()).matches())
                            && cells.stream().anyMatch(cell -> cell.machine().contains("."))
                            && cells.stream().noneMatch(RenderedTerm::number);
                })
                .findFirst();
    }

    /** Builds the tree from its roots; a row that is its own descendant is never reached. */
    private record TreeBuilder(ResultTable table, OptionalInt code, Set<Integer> named) {

        Optional<TreeChart> tree(Function<List<RenderedTerm>, Item> read) {
            Map<Object, Map<Object, Item>> below = new LinkedHashMap<>();
            for (List<RenderedTerm> row : table.rows()) {
                Item item = read.apply(row);
                below.computeIfAbsent(item.parent(), key -> new LinkedHashMap<>())
                        .putIfAbsent(item.key(), item);
            }
            Set<Object> children = new HashSet<>();
            below.values().forEach(items -> children.addAll(items.keySet()));
            List<Item> roots =
                    new ArrayList<>(below.getOrDefault(ROOT, Map.of()).values());
            below.keySet().stream()
                    .filter(key -> key != ROOT && !children.contains(key))
                    .map(key -> new Item(key, ROOT, (RenderedTerm) key, null))
                    .forEach(roots::add);
            OptionalInt shares = shares(below);
            Set<Item> placed = new HashSet<>();
            List<Branch> branches = branches(roots, below, shares, 0, placed);
            int all = below.values().stream().mapToInt(Map::size).sum();
            boolean whole = branches != null
                    && placed.stream().filter(item -> item.row() != null).count() == all;
            return whole ? Optional.of(new TreeChart(branches, placed.size() <= MAX_OPEN_ITEMS)) : Optional.empty();
        }

        /** Returns the branches; null if the tree is too deep, or if a parent occurs in more than one place. */
        private List<Branch> branches(
                Iterable<Item> items,
                Map<Object, Map<Object, Item>> below,
                OptionalInt shares,
                int depth,
                Set<Item> placed) {
            List<Branch> branches = new ArrayList<>();
            double before = 0;
            double whole = 0;
            for (Item item : items) {
                whole += share(item, shares);
            }
            for (Item item : items) {
                Map<Object, Item> under = below.getOrDefault(item.key(), Map.of());
                if (!placed.add(item) || depth > MAX_DEPTH) {
                    return null;
                }
                List<Branch> lower = branches(under.values(), below, shares, depth + 1, placed);
                if (lower == null) {
                    return null;
                }
                double share = share(item, shares);
                branches.add(new Branch(
                        item.name(),
                        code.isPresent() && item.row() != null ? item.row().get(code.getAsInt()) : null,
                        share > 0
                                ? new Share(
                                        Chart.percent(100 * before / whole),
                                        Chart.percent(100 * share / whole),
                                        percent(share / whole))
                                : null,
                        item.row() == null ? List.of() : facts(item.row(), shares),
                        lower));
                before += share;
            }
            return branches;
        }

        private static double share(Item item, OptionalInt shares) {
            return shares.isEmpty() || item.row() == null || item.row().get(shares.getAsInt()) == null
                    ? 0
                    : Chart.number(item.row().get(shares.getAsInt()));
        }

        private String percent(double part) {
            return table.language()
                    .numbers()
                    .percent(BigDecimal.valueOf(part).setScale(SHARE_DECIMALS, RoundingMode.HALF_UP));
        }

        /** Returns the column whose numbers add up to 1 or to 100 below each parent. */
        private OptionalInt shares(Map<Object, Map<Object, Item>> below) {
            return Chart.from(table, 0)
                    .filter(column -> Chart.numbers(table, column)
                            && Chart.column(table, column).stream().allMatch(cell -> Chart.number(cell) >= 0))
                    .filter(column -> below.values().stream()
                            .map(items -> items.values().stream()
                                    .map(item -> item.row().get(column))
                                    .toList())
                            .filter(cells -> cells.stream().anyMatch(Objects::nonNull))
                            .allMatch(cells -> isWhole(cells)))
                    .findFirst();
        }

        private static boolean isWhole(List<RenderedTerm> cells) {
            double sum = cells.stream()
                    .mapToDouble(cell -> cell == null ? Double.NaN : Chart.number(cell))
                    .sum();
            return cells.size() > 1 && (Math.abs(sum - 1) < SUM_TOLERANCE || Math.abs(sum / 100 - 1) < SUM_TOLERANCE);
        }

        private List<Fact> facts(List<RenderedTerm> row, OptionalInt shares) {
            return Chart.from(table, 0)
                    .filter(column -> row.get(column) != null
                            && !named.contains(column)
                            && code.stream().noneMatch(at -> at == column)
                            && shares.stream().noneMatch(at -> at == column))
                    .filter(column -> table.numeric(column)
                            || Chart.column(table, column).stream().distinct().count() <= MAX_KINDS)
                    .mapToObj(column -> new Fact(table.columns().get(column), row.get(column)))
                    .toList();
        }
    }
}
