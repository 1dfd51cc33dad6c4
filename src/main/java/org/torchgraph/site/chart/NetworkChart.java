package org.torchgraph.site.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.torchgraph.site.words.RenderedTerm;

/**
 * Things and what joins them. The answer has, beside one another, a thing, its relation, and another thing; after them,
 * if it has them, the dates of the two. Things stand below one another: by date, or else what is pointed at before what
 * points at it; arcs at their side are the relations.
 *
 * @param nodes in their order
 * @param arcs in the order of the rows
 * @param kinds relations, by the index of their arcs
 * @param side where the arcs end and the names begin, in pixels
 */
public record NetworkChart(List<PlacedNode> nodes, List<EdgeArc> arcs, List<RenderedTerm> kinds, int side)
        implements Chart {
    /** With more than these the arcs cannot be told apart. */
    static final int MOST_NODES = 30;

    private static final int ROW = 28;
    private static final int MOST_LETTERS = 66;
    private static final int NEAREST = 18;
    private static final int STEP = 9;
    private static final int WIDEST = 190;

    /**
     * @param y middle of its row
     * @param text the name as far as there is room
     * @param date when it is from, or null
     */
    public record PlacedNode(int y, RenderedTerm name, String text, RenderedTerm date) {}

    /**
     * @param path of the line, from a thing to the one it points at
     * @param tip of the arrow
     * @param kind of the relation, from 0
     * @param what the row in words
     */
    public record EdgeArc(String path, String tip, int kind, String what) {}

    private record Edge(RenderedTerm from, RenderedTerm relation, RenderedTerm to) {}

    static Optional<NetworkChart> of(ResultTable grid) {
        OptionalInt first = IntStream.range(0, grid.columns().size() - 2)
                .filter(column -> Chart.kinds(grid, column + 1)
                        && IntStream.range(column, column + 3)
                                .allMatch(at -> Chart.things(grid, at)
                                        && Chart.column(grid, at).size()
                                                == grid.rows().size()))
                .findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int at = first.getAsInt();
        Set<Edge> links = new LinkedHashSet<>();
        Map<RenderedTerm, RenderedTerm> dates = new HashMap<>();
        boolean dated = at + 4 < grid.columns().size() && isDate(grid, at + 3) && isDate(grid, at + 4);
        for (List<RenderedTerm> row : grid.rows()) {
            links.add(new Edge(row.get(at), row.get(at + 1), row.get(at + 2)));
            if (dated && row.get(at + 3) != null) {
                dates.put(row.get(at), row.get(at + 3));
            }
            if (dated && row.get(at + 4) != null) {
                dates.put(row.get(at + 2), row.get(at + 4));
            }
        }
        List<RenderedTerm> order = dates.isEmpty() ? byDepth(links) : byDate(links, dates);
        return Optional.of(drawn(order, links, dates));
    }

    private static boolean isDate(ResultTable grid, int column) {
        return Chart.column(grid, column).stream().allMatch(RenderedTerm::time);
    }

    private static Set<RenderedTerm> things(Set<Edge> links) {
        Set<RenderedTerm> things = new LinkedHashSet<>();
        links.forEach(link -> things.addAll(List.of(link.to(), link.from())));
        return things;
    }

    /** A thing without a date stands before the first that is joined to it. */
    private static List<RenderedTerm> byDate(Set<Edge> links, Map<RenderedTerm, RenderedTerm> dates) {
        Map<RenderedTerm, Double> when = new HashMap<>();
        dates.forEach((thing, date) -> when.put(thing, TimelineChart.year(date)));
        Map<RenderedTerm, Double> guessed = new HashMap<>();
        for (Edge link : links) {
            near(link.from(), link.to(), when, guessed);
            near(link.to(), link.from(), when, guessed);
        }
        return things(links).stream()
                .sorted(Comparator.comparing((RenderedTerm thing) ->
                                when.getOrDefault(thing, guessed.getOrDefault(thing, Double.MAX_VALUE)))
                        .thenComparing(dates::containsKey))
                .toList();
    }

    private static void near(
            RenderedTerm one, RenderedTerm other, Map<RenderedTerm, Double> when, Map<RenderedTerm, Double> guessed) {
        if (!when.containsKey(one) && when.containsKey(other)) {
            guessed.merge(one, when.get(other), Math::min);
        }
    }

    /** What hangs together stands together; in it, what points at nothing comes first. */
    private static List<RenderedTerm> byDepth(Set<Edge> links) {
        Set<RenderedTerm> things = things(links);
        Map<RenderedTerm, Integer> depth = new HashMap<>();
        Map<RenderedTerm, Integer> group = new HashMap<>();
        things.forEach(thing -> group.put(thing, group.size()));
        // A circle would deepen for ever: no way is longer than there are things.
        for (int round = 0; round < things.size(); round++) {
            Map<RenderedTerm, Integer> before = new HashMap<>(depth);
            Map<RenderedTerm, Integer> apart = new HashMap<>(group);
            for (Edge link : links) {
                if (!link.from().equals(link.to())) {
                    depth.merge(link.from(), depth.getOrDefault(link.to(), 0) + 1, Math::max);
                }
                int least = Math.min(group.get(link.from()), group.get(link.to()));
                group.put(link.from(), least);
                group.put(link.to(), least);
            }
            if (before.equals(depth) && apart.equals(group)) {
                break;
            }
        }
        return things.stream()
                .sorted(Comparator.comparing((RenderedTerm thing) -> group.get(thing))
                        .thenComparing(thing -> depth.getOrDefault(thing, 0)))
                .toList();
    }

    private static NetworkChart drawn(
            List<RenderedTerm> order, Set<Edge> links, Map<RenderedTerm, RenderedTerm> dates) {
        Map<RenderedTerm, Integer> rows = new LinkedHashMap<>();
        order.forEach(thing -> rows.put(thing, rows.size()));
        int longest = links.stream()
                .mapToInt(link -> Math.abs(rows.get(link.from()) - rows.get(link.to())))
                .max()
                .orElse(1);
        int side = Math.min(WIDEST, NEAREST + STEP * longest);
        List<RenderedTerm> kinds = links.stream().map(Edge::relation).distinct().toList();
        List<EdgeArc> arcs = new ArrayList<>();
        for (Edge link : links) {
            int far = Math.abs(rows.get(link.from()) - rows.get(link.to()));
            if (far > 0) {
                int bulge = NEAREST + (side - NEAREST) * far / longest - 4;
                arcs.add(new EdgeArc(
                        path(y(rows.get(link.from())), y(rows.get(link.to())), side, bulge),
                        "M%1$s %2$sl-8 -4v8z".formatted(side, y(rows.get(link.to()))),
                        kinds.indexOf(link.relation()),
                        link.from().text() + " → " + link.relation().text() + " → "
                                + link.to().text()));
            }
        }
        List<PlacedNode> places = order.stream()
                .map(thing -> new PlacedNode(
                        y(rows.get(thing)), thing, Chart.shortened(thing, MOST_LETTERS), dates.get(thing)))
                .toList();
        return new NetworkChart(places, arcs, kinds, side);
    }

    private static int y(int row) {
        return ROW / 2 + ROW * row;
    }

    /** A curve reaches three quarters of the way to its control points. */
    private static String path(int from, int to, int side, int bulge) {
        int out = side - bulge * 4 / 3;
        return "M%1$s %2$sC%3$s %2$s %3$s %4$s %1$s %4$s".formatted(side, from, out, to);
    }

    /** Whether any of the things has a date. */
    public boolean dated() {
        return nodes.stream().anyMatch(node -> node.date() != null);
    }

    @Override
    public int height() {
        return ROW * nodes.size();
    }
}
