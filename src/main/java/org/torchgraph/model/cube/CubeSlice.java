package org.torchgraph.model.cube;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.model.cube.DataCube.Observation;
import org.torchgraph.model.portion.Portion;

/**
 * A part of a data cube: the observations that have some values.
 *
 * @param cube the cube
 * @param chosen the value of each dimension that has one, by the place of its component
 * @param observations all observations of the slice
 * @param rows a page of them
 */
public record CubeSlice(
        DataCube cube, Map<Integer, Node> chosen, List<Observation> observations, Portion<Observation> rows) {
    /** The value of a parameter that stands for all values. */
    public static final String ALL = "*";

    private static final int ROWS_ON_PAGE = 100;
    private static final int MAX_WHOLE = 60;
    private static final int MAX_BARS = 60;
    private static final int MAX_SERIES = 6;

    /** A value that a dimension of the cube does not have. */
    public record UnknownValue(CubeComponent dimension, String value) {}

    /** Returns the values that readers ask for and that a dimension does not have. */
    public static Optional<UnknownValue> unknown(DataCube cube, Map<Integer, String> asked) {
        return asked.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(ALL))
                .filter(entry -> value(cube.components().get(entry.getKey()), entry.getValue())
                        .isEmpty())
                .map(entry -> new UnknownValue(cube.components().get(entry.getKey()), entry.getValue()))
                .findFirst();
    }

    /**
     * Returns a slice; empty if it has no such page.
     *
     * @param asked the text of a value of each dimension, by the place of its component, or {@link #ALL}; a dimension
     *     without gets a value so that the slice can be drawn
     */
    public static Optional<CubeSlice> of(DataCube cube, Map<Integer, String> asked, int page) {
        Map<Integer, Node> chosen = new HashMap<>();
        asked.forEach((at, text) -> value(cube.components().get(at), text).ifPresent(value -> chosen.put(at, value)));
        if (cube.observations().size() > MAX_WHOLE) {
            fill(cube, asked, chosen);
        }
        List<Observation> found = matching(cube.observations(), chosen);
        return Portion.of(found, page, ROWS_ON_PAGE).map(rows -> new CubeSlice(cube, Map.copyOf(chosen), found, rows));
    }

    /** Chooses the most frequent value of each dimension that is neither asked for nor best drawn. */
    private static void fill(DataCube cube, Map<Integer, String> asked, Map<Integer, Node> chosen) {
        List<Integer> free = new ArrayList<>();
        List<Integer> open =
                cube.dimensions().boxed().filter(at -> !asked.containsKey(at)).toList();
        axis(cube, open).ifPresent(free::add);
        if (!free.isEmpty() && cube.components().get(free.get(0)).isTime()) {
            open.stream()
                    .filter(at -> !free.contains(at)
                            && cube.components().get(at).values().size() > 1
                            && cube.components().get(at).values().size() <= MAX_SERIES)
                    .findFirst()
                    .ifPresent(free::add);
        }
        for (int at : open) {
            if (!free.contains(at)) {
                matching(cube.observations(), chosen).stream()
                        .filter(observation -> observation.cell(at) != null)
                        .collect(Collectors.groupingBy(observation -> observation.cell(at), Collectors.counting()))
                        .entrySet()
                        .stream()
                        .max(Map.Entry.<Node, Long>comparingByValue()
                                .thenComparing(
                                        entry -> entry.getKey().toString(),
                                        Comparator.<String>naturalOrder().reversed()))
                        .ifPresent(most -> chosen.put(at, most.getKey()));
            }
        }
    }

    private static Optional<Integer> axis(DataCube cube, List<Integer> open) {
        Function<Integer, Integer> size =
                at -> cube.components().get(at).values().size();
        return open.stream()
                .filter(at -> size.apply(at) > 1 && cube.components().get(at).isTime())
                .findFirst()
                .or(() -> open.stream()
                        .filter(at -> size.apply(at) > 1 && size.apply(at) <= MAX_BARS)
                        .max(Comparator.comparing(size)))
                .or(() -> open.stream().max(Comparator.comparing(size)));
    }

    private static List<Observation> matching(List<Observation> all, Map<Integer, Node> chosen) {
        return all.stream()
                .filter(observation -> chosen.entrySet().stream()
                        .allMatch(entry -> entry.getValue().equals(observation.cell(entry.getKey()))))
                .toList();
    }

    /** Returns the text by which a parameter names a value. */
    public static String text(Node value) {
        return value.isURI()
                ? value.getURI()
                : value.isLiteral() ? value.getLiteralLexicalForm() : value.getBlankNodeLabel();
    }

    private static Optional<Node> value(CubeComponent dimension, String text) {
        return dimension.values().stream()
                .filter(value -> text(value).equals(text))
                .findFirst();
    }

    /** Returns the components with a column: all but the dimensions that have one value in the whole slice. */
    public List<Integer> columns() {
        return Stream.iterate(0, at -> at + 1)
                .limit(cube.components().size())
                .filter(at -> !chosen.containsKey(at))
                .filter(at -> observations.stream().anyMatch(observation -> observation.cell(at) != null))
                .toList();
    }

    /** Returns the dimension of time among the columns, if there is one. */
    public OptionalInt time() {
        return columns().stream()
                .mapToInt(at -> at)
                .filter(at -> cube.components().get(at).isDimension()
                        && cube.components().get(at).isTime())
                .findFirst();
    }

    /** Returns all nodes that the page shows. */
    public List<Node> nodes(int maxValues) {
        return Stream.of(
                        cube.components().stream().map(CubeComponent::property),
                        cube.components().stream().flatMap(component -> Stream.ofNullable(component.codes())),
                        cube.components().stream().flatMap(component -> component.values().stream()
                                .limit(maxValues)),
                        chosen.values().stream(),
                        observations.stream().limit(maxValues).flatMap(observation -> Stream.of(observation.cells())),
                        rows.items().stream().flatMap(observation -> Stream.of(observation.cells())),
                        rows.items().stream().map(Observation::node))
                .flatMap(nodes -> nodes)
                .filter(node -> node != null && !node.isLiteral())
                .distinct()
                .toList();
    }
}
