package org.torchgraph.site.answer;

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
import org.torchgraph.site.words.Shown;

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
public record Network(List<Place> nodes, List<Arc> arcs, List<Shown> kinds, int side) implements Chart {
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
    public record Place(int y, Shown name, String text, Shown date) {}

    /**
     * @param path of the line, from a thing to the one it points at
     * @param tip of the arrow
     * @param kind of the relation, from 0
     * @param what the row in words
     */
    public record Arc(String path, String tip, int kind, String what) {}

    private record Link(Shown from, Shown relation, Shown to) {}

    static Optional<Network> of(Grid grid) {
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
        Set<Link> links = new LinkedHashSet<>();
        Map<Shown, Shown> dates = new HashMap<>();
        boolean dated = at + 4 < grid.columns().size() && isDate(grid, at + 3) && isDate(grid, at + 4);
        for (List<Shown> row : grid.rows()) {
            links.add(new Link(row.get(at), row.get(at + 1), row.get(at + 2)));
            if (dated && row.get(at + 3) != null) {
                dates.put(row.get(at), row.get(at + 3));
            }
            if (dated && row.get(at + 4) != null) {
                dates.put(row.get(at + 2), row.get(at + 4));
            }
        }
        List<Shown> order = dates.isEmpty() ? byDepth(links) : byDate(links, dates);
        return Optional.of(drawn(order, links, dates));
    }

    private static boolean isDate(Grid grid, int column) {
        return Chart.column(grid, column).stream().allMatch(Shown::time);
    }

    private static Set<Shown> things(Set<Link> links) {
        Set<Shown> things = new LinkedHashSet<>();
        links.forEach(link -> things.addAll(List.of(link.to(), link.from())));
        return things;
    }

    /** A thing without a date stands before the first that is joined to it. */
    private static List<Shown> byDate(Set<Link> links, Map<Shown, Shown> dates) {
        Map<Shown, Double> when = new HashMap<>();
        dates.forEach((thing, date) -> when.put(thing, Timeline.year(date)));
        Map<Shown, Double> guessed = new HashMap<>();
        for (Link link : links) {
            near(link.from(), link.to(), when, guessed);
            near(link.to(), link.from(), when, guessed);
        }
        return things(links).stream()
                .sorted(Comparator.comparing((Shown thing) ->
                                when.getOrDefault(thing, guessed.getOrDefault(thing, Double.MAX_VALUE)))
                        .thenComparing(dates::containsKey))
                .toList();
    }

    private static void near(Shown one, Shown other, Map<Shown, Double> when, Map<Shown, Double> guessed) {
        if (!when.containsKey(one) && when.containsKey(other)) {
            guessed.merge(one, when.get(other), Math::min);
        }
    }

    /** What hangs together stands together; in it, what points at nothing comes first. */
    private static List<Shown> byDepth(Set<Link> links) {
        Set<Shown> things = things(links);
        Map<Shown, Integer> depth = new HashMap<>();
        Map<Shown, Integer> group = new HashMap<>();
        things.forEach(thing -> group.put(thing, group.size()));
        // A circle would deepen for ever: no way is longer than there are things.
        for (int round = 0; round < things.size(); round++) {
            Map<Shown, Integer> before = new HashMap<>(depth);
            Map<Shown, Integer> apart = new HashMap<>(group);
            for (Link link : links) {
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
                .sorted(Comparator.comparing((Shown thing) -> group.get(thing))
                        .thenComparing(thing -> depth.getOrDefault(thing, 0)))
                .toList();
    }

    private static Network drawn(List<Shown> order, Set<Link> links, Map<Shown, Shown> dates) {
        Map<Shown, Integer> rows = new LinkedHashMap<>();
        order.forEach(thing -> rows.put(thing, rows.size()));
        int longest = links.stream()
                .mapToInt(link -> Math.abs(rows.get(link.from()) - rows.get(link.to())))
                .max()
                .orElse(1);
        int side = Math.min(WIDEST, NEAREST + STEP * longest);
        List<Shown> kinds = links.stream().map(Link::relation).distinct().toList();
        List<Arc> arcs = new ArrayList<>();
        for (Link link : links) {
            int far = Math.abs(rows.get(link.from()) - rows.get(link.to()));
            if (far > 0) {
                int bulge = NEAREST + (side - NEAREST) * far / longest - 4;
                arcs.add(new Arc(
                        path(y(rows.get(link.from())), y(rows.get(link.to())), side, bulge),
                        "M%1$s %2$sl-8 -4v8z".formatted(side, y(rows.get(link.to()))),
                        kinds.indexOf(link.relation()),
                        link.from().text() + " → " + link.relation().text() + " → "
                                + link.to().text()));
            }
        }
        List<Place> places = order.stream()
                .map(thing ->
                        new Place(y(rows.get(thing)), thing, Chart.shortened(thing, MOST_LETTERS), dates.get(thing)))
                .toList();
        return new Network(places, arcs, kinds, side);
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
