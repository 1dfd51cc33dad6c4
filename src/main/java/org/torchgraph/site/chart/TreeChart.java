package org.torchgraph.site.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
 * Rows below one another: by a parent and its child, which are the first two things beside one another, or else by
 * codes such as 1, 1.1, 1.2.
 *
 * @param roots in the order of the rows
 * @param open whether all of it is small enough to be read at once
 */
public record TreeChart(List<Branch> roots, boolean open) implements Chart {
    private static final Pattern CODE = Pattern.compile("\\d+(\\.\\d+)*");
    private static final int SMALL = 30;
    private static final int DEEPEST = 12;
    private static final double NEARLY = 0.005;
    private static final Object TOP = new Object();

    /**
     * @param code or null
     * @param share of what is above it, or null
     * @param facts what else is said of it
     */
    public record Branch(RenderedTerm name, RenderedTerm code, Share share, List<Fact> facts, List<Branch> below) {}

    /** A part of a whole, drawn behind the parts before it. */
    public record Share(String x, String width, String text) {}

    /** A cell under its heading. */
    public record Fact(String heading, RenderedTerm value) {}

    /** @param key by which the rows below name it */
    private record Item(Object key, Object parent, RenderedTerm name, List<RenderedTerm> row) {}

    static Optional<TreeChart> of(ResultTable grid) {
        OptionalInt parent = IntStream.range(0, grid.columns().size() - 1)
                .filter(column -> Chart.things(grid, column)
                        && Chart.things(grid, column + 1)
                        && Chart.column(grid, column + 1).size() == grid.rows().size())
                .findFirst();
        OptionalInt code = code(grid);
        if (parent.isPresent()) {
            int at = parent.getAsInt();
            return new Growth(grid, code, Set.of(at, at + 1)).tree(row -> {
                RenderedTerm above = row.get(at);
                return new Item(row.get(at + 1), above == null ? TOP : above, row.get(at + 1), row);
            });
        }
        OptionalInt name = Chart.from(grid, 0)
                .filter(column -> Chart.things(grid, column)
                        && Chart.column(grid, column).size() == grid.rows().size())
                .findFirst();
        return code.isEmpty() || name.isEmpty() ? Optional.empty() : byCode(grid, code.getAsInt(), name.getAsInt());
    }

    private static Optional<TreeChart> byCode(ResultTable grid, int code, int name) {
        Set<String> codes =
                Chart.column(grid, code).stream().map(RenderedTerm::machine).collect(Collectors.toSet());
        Function<List<RenderedTerm>, Object> above = row -> {
            String own = row.get(code).machine();
            String rest = own.contains(".") ? own.substring(0, own.lastIndexOf('.')) : "";
            return codes.contains(rest) ? rest : TOP;
        };
        return codes.size() < grid.rows().size() || grid.rows().stream().allMatch(row -> above.apply(row) == TOP)
                ? Optional.empty()
                : new Growth(grid, OptionalInt.of(code), Set.of(name))
                        .tree(row -> new Item(row.get(code).machine(), above.apply(row), row.get(name), row));
    }

    private static OptionalInt code(ResultTable grid) {
        return Chart.from(grid, 0)
                .filter(column -> {
                    List<RenderedTerm> cells = Chart.column(grid, column);
                    return cells.size() == grid.rows().size()
                            && cells.stream()
                                    .allMatch(cell -> !cell.time()
                                            && CODE.matcher(cell.machine()).matches())
                            && cells.stream().anyMatch(cell -> cell.machine().contains("."))
                            && cells.stream().noneMatch(RenderedTerm::number);
                })
                .findFirst();
    }

    /** Grows the tree from its top; a row that is below itself is never reached. */
    private record Growth(ResultTable grid, OptionalInt code, Set<Integer> named) {

        Optional<TreeChart> tree(Function<List<RenderedTerm>, Item> read) {
            Map<Object, Map<Object, Item>> below = new LinkedHashMap<>();
            for (List<RenderedTerm> row : grid.rows()) {
                Item item = read.apply(row);
                below.computeIfAbsent(item.parent(), key -> new LinkedHashMap<>())
                        .putIfAbsent(item.key(), item);
            }
            Set<Object> children = new HashSet<>();
            below.values().forEach(items -> children.addAll(items.keySet()));
            List<Item> roots = new ArrayList<>(below.getOrDefault(TOP, Map.of()).values());
            below.keySet().stream()
                    .filter(key -> key != TOP && !children.contains(key))
                    .map(key -> new Item(key, TOP, (RenderedTerm) key, null))
                    .forEach(roots::add);
            OptionalInt shares = shares(below);
            Set<Item> grown = new HashSet<>();
            List<Branch> branches = branches(roots, below, shares, 0, grown);
            int all = below.values().stream().mapToInt(Map::size).sum();
            boolean whole = branches != null
                    && grown.stream().filter(item -> item.row() != null).count() == all;
            return whole ? Optional.of(new TreeChart(branches, grown.size() <= SMALL)) : Optional.empty();
        }

        /** Null when it is too deep, or a thing with others below it has more than one place. */
        private List<Branch> branches(
                Iterable<Item> items,
                Map<Object, Map<Object, Item>> below,
                OptionalInt shares,
                int depth,
                Set<Item> grown) {
            List<Branch> branches = new ArrayList<>();
            double before = 0;
            double whole = 0;
            for (Item item : items) {
                whole += share(item, shares);
            }
            for (Item item : items) {
                Map<Object, Item> under = below.getOrDefault(item.key(), Map.of());
                if (!grown.add(item) || depth > DEEPEST) {
                    return null;
                }
                List<Branch> lower = branches(under.values(), below, shares, depth + 1, grown);
                if (lower == null) {
                    return null;
                }
                double share = share(item, shares);
                branches.add(new Branch(
                        item.name(),
                        code.isPresent() && item.row() != null ? item.row().get(code.getAsInt()) : null,
                        share > 0
                                ? new Share(percent(before / whole), percent(share / whole), percent(share / whole))
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

        private static String percent(double part) {
            String text = String.format(Locale.ROOT, "%.1f", 100 * part);
            return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + "%";
        }

        /** The numbers that make 1 or 100 wherever they are given below a parent. */
        private OptionalInt shares(Map<Object, Map<Object, Item>> below) {
            return Chart.from(grid, 0)
                    .filter(column -> Chart.numbers(grid, column)
                            && Chart.column(grid, column).stream().allMatch(cell -> Chart.number(cell) >= 0))
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
            return cells.size() > 1 && (Math.abs(sum - 1) < NEARLY || Math.abs(sum / 100 - 1) < NEARLY);
        }

        private List<Fact> facts(List<RenderedTerm> row, OptionalInt shares) {
            return Chart.from(grid, 0)
                    .filter(column -> row.get(column) != null
                            && !named.contains(column)
                            && code.stream().noneMatch(at -> at == column)
                            && shares.stream().noneMatch(at -> at == column))
                    .filter(column -> grid.numeric(column)
                            || Chart.column(grid, column).stream().distinct().count() <= MOST_KINDS)
                    .mapToObj(column -> new Fact(grid.columns().get(column), row.get(column)))
                    .toList();
        }
    }
}
