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
 * Things and the relations between them. The result has three adjacent columns, a thing, a relation and another thing,
 * and optionally a date after them, of the relation and drawn beside its object, or two, of both things. The things are
 * listed by date or, without dates, in topological order with the objects of relations first; arcs at the side draw the
 * relations.
 *
 * @param nodes the things in order
 * @param arcs the relations in the order of the rows
 * @param kinds the kinds of relation, by the index that arcs refer to
 * @param side the position where arcs end and names begin, in pixels
 */
public record NetworkChart(List<PlacedNode> nodes, List<EdgeArc> arcs, List<RenderedTerm> kinds, int side)
        implements Chart {
    /** The largest number of things whose arcs can be told apart. */
    static final int MAX_NODES = 30;

    private static final int ROW_PIXELS = 28;
    private static final int MAX_LABEL_WIDTH = 66;
    private static final int MIN_ARC_PIXELS = 18;
    private static final int ARC_STEP_PIXELS = 9;
    private static final int MAX_SIDE_PIXELS = 190;

    /**
     * A thing with its position.
     *
     * @param y the middle of its row in pixels
     * @param name its name
     * @param text the name cut to the available width
     * @param date its date, or null
     */
    public record PlacedNode(int y, RenderedTerm name, String text, RenderedTerm date) {}

    /**
     * A relation drawn as an arc.
     *
     * @param path the SVG path from subject to object
     * @param tip the SVG path of the arrow head
     * @param kind the index of the kind of relation, from 0
     * @param what the row in words
     */
    public record EdgeArc(String path, String tip, int kind, String what) {}

    private record Edge(RenderedTerm from, RenderedTerm relation, RenderedTerm to) {}

    static Optional<NetworkChart> of(ResultTable table) {
        OptionalInt first = IntStream.range(0, table.columns().size() - 2)
                .filter(column -> Chart.kinds(table, column + 1)
                        && IntStream.range(column, column + 3)
                                .allMatch(at -> Chart.things(table, at)
                                        && Chart.column(table, at).size()
                                                == table.rows().size()))
                .findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int at = first.getAsInt();
        Set<Edge> links = new LinkedHashSet<>();
        Map<RenderedTerm, RenderedTerm> dates = new HashMap<>();
        boolean dated = isDate(table, at + 3);
        int ofObject = dated && isDate(table, at + 4) ? at + 4 : at + 3;
        for (List<RenderedTerm> row : table.rows()) {
            links.add(new Edge(row.get(at), row.get(at + 1), row.get(at + 2)));
            if (dated && ofObject > at + 3 && row.get(at + 3) != null) {
                dates.put(row.get(at), row.get(at + 3));
            }
            if (dated && row.get(ofObject) != null) {
                dates.put(row.get(at + 2), row.get(ofObject));
            }
        }
        List<RenderedTerm> order = dates.isEmpty() ? byDepth(links) : byDate(links, dates);
        return Optional.of(drawn(order, links, dates));
    }

    private static boolean isDate(ResultTable table, int column) {
        return column < table.columns().size()
                && Chart.column(table, column).stream().allMatch(RenderedTerm::time);
    }

    private static Set<RenderedTerm> things(Set<Edge> links) {
        Set<RenderedTerm> things = new LinkedHashSet<>();
        links.forEach(link -> things.addAll(List.of(link.to(), link.from())));
        return things;
    }

    /** Orders things by date. A thing without a date precedes the first dated thing that it is related to. */
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

    /** Keeps connected things together, ordered such that objects of relations come before their subjects. */
    private static List<RenderedTerm> byDepth(Set<Edge> links) {
        Set<RenderedTerm> things = things(links);
        Map<RenderedTerm, Integer> depth = new HashMap<>();
        Map<RenderedTerm, Integer> group = new HashMap<>();
        things.forEach(thing -> group.put(thing, group.size()));
        // In a cycle depth would grow for ever; no path is longer than the number of things.
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
        int side = Math.min(MAX_SIDE_PIXELS, MIN_ARC_PIXELS + ARC_STEP_PIXELS * longest);
        List<RenderedTerm> kinds = links.stream().map(Edge::relation).distinct().toList();
        List<EdgeArc> arcs = new ArrayList<>();
        for (Edge link : links) {
            int far = Math.abs(rows.get(link.from()) - rows.get(link.to()));
            if (far > 0) {
                int bulge = MIN_ARC_PIXELS + (side - MIN_ARC_PIXELS) * far / longest - 4;
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
                        y(rows.get(thing)), thing, Chart.shortened(thing, MAX_LABEL_WIDTH), dates.get(thing)))
                .toList();
        return new NetworkChart(places, arcs, kinds, side);
    }

    private static int y(int row) {
        return ROW_PIXELS / 2 + ROW_PIXELS * row;
    }

    /** Returns the SVG path of an arc. A Bézier curve reaches three quarters of the way to its control points. */
    private static String path(int from, int to, int side, int bulge) {
        int out = side - bulge * 4 / 3;
        return "M%1$s %2$sC%3$s %2$s %3$s %4$s %1$s %4$s".formatted(side, from, out, to);
    }

    /** Returns whether any thing has a date. */
    public boolean dated() {
        return nodes.stream().anyMatch(node -> node.date() != null);
    }

    @Override
    public int height() {
        return ROW_PIXELS * nodes.size();
    }
}
