package org.torchgraph.model.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.collections4.ListUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.model.cube.CubeComponent.ComponentKind;
import org.torchgraph.model.cube.CubeStructure.CubeProperty;
import org.torchgraph.model.term.ValueOrder;
import org.torchgraph.rdf.TripleSource;

/**
 * A data cube.
 *
 * @param node the dataset
 * @param components its dimensions, measures and attributes, in this order
 * @param observations its observations by their dimensions
 */
public record DataCube(Node node, List<CubeComponent> components, List<Observation> observations) {
    /** The number of observations that are read together. */
    private static final int MOST_READ = 2_000;

    /**
     * An observation.
     *
     * @param node the observation
     * @param cells its value of each component, null where it has none
     */
    public record Observation(Node node, Node[] cells) {
        /** Returns the value of a component, or null. */
        public Node cell(int component) {
            return cells[component];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Observation one && one.node.equals(node);
        }

        @Override
        public int hashCode() {
            return node.hashCode();
        }
    }

    /**
     * Returns the datasets that have observations or a structure, in a fixed order; none if the observations are more
     * than the store can read.
     */
    public static List<Node> in(TripleSource data) {
        if (!Stream.of("dataSet", "observation", "structure")
                .map(CubeStructure::qb)
                .allMatch(data::isReadable)) {
            return List.of();
        }
        Set<Node> cubes = new LinkedHashSet<>();
        data.subjects(RDF.type.asNode(), CubeStructure.qb("DataSet")).forEach(cubes::add);
        data.find(Node.ANY, CubeStructure.qb("structure"), Node.ANY).forEach(triple -> cubes.add(triple.getSubject()));
        return cubes.stream()
                .filter(Node::isURI)
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    /**
     * Reads a cube.
     *
     * @param around gives at least all statements about some observations
     */
    public static DataCube of(TripleSource data, Node cube, Function<Collection<Node>, TripleSource> around) {
        Map<Node, List<Node>> slices = new HashMap<>();
        data.objects(cube, CubeStructure.qb("slice"))
                .forEach(slice -> data.objects(slice, CubeStructure.qb("observation"))
                        .forEach(observation -> slices.computeIfAbsent(observation, none -> new ArrayList<>())
                                .add(slice)));
        Set<Node> observed = new LinkedHashSet<>(slices.keySet());
        data.subjects(CubeStructure.qb("dataSet"), cube).forEach(observed::add);
        Map<Node, Map<Node, List<Node>>> values = new LinkedHashMap<>();
        Map<Node, Map<Node, List<Node>>> above = new HashMap<>();
        Map<Node, Map<Node, List<Node>>> uninherited = new LinkedHashMap<>();
        Set<Node> ofCube = statements(data, cube).keySet();
        for (List<Node> some : ListUtils.partition(List.copyOf(observed), MOST_READ)) {
            TripleSource read = around.apply(some);
            for (Node observation : some) {
                Map<Node, List<Node>> own = statements(read, observation);
                Set<Node> inherited = new HashSet<>(ofCube);
                inherited.removeAll(own.keySet());
                // What a slice or the whole dataset states holds for each observation of it that states nothing else.
                Stream.concat(slices.getOrDefault(observation, List.of()).stream(), Stream.of(cube))
                        .map(of -> above.computeIfAbsent(of, one -> statements(data, one)))
                        .forEach(more -> more.forEach(own::putIfAbsent));
                values.put(observation, own);
                Map<Node, List<Node>> kept = new HashMap<>(own);
                kept.keySet().removeAll(inherited);
                uninherited.put(observation, kept);
            }
        }
        List<CubeProperty> properties = new CubeStructure(data).of(cube, uninherited);
        return of(data, cube, properties, values);
    }

    private static DataCube of(
            TripleSource data, Node cube, List<CubeProperty> properties, Map<Node, Map<Node, List<Node>>> values) {
        List<Observation> observations = values.entrySet().stream()
                .map(entry -> new Observation(
                        entry.getKey(),
                        properties.stream()
                                .map(property -> entry.getValue().getOrDefault(property.property(), List.of()).stream()
                                        .min(ValueOrder.NODES)
                                        .orElse(null))
                                .toArray(Node[]::new)))
                .sorted((one, other) -> compare(one, other))
                .toList();
        return new DataCube(
                cube,
                IntStream.range(0, properties.size())
                        .mapToObj(at -> component(data, properties.get(at), at, observations))
                        .toList(),
                observations);
    }

    private static CubeComponent component(
            TripleSource data, CubeProperty property, int at, List<Observation> observations) {
        List<Node> values = property.kind() == ComponentKind.MEASURE
                ? List.of()
                : observations.stream()
                        .map(observation -> observation.cell(at))
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted(ValueOrder.NODES)
                        .toList();
        Node codes = data.objects(property.property(), CubeStructure.qb("codeList"))
                .filter(Node::isURI)
                .min(Comparator.comparing(Node::getURI))
                .orElse(null);
        return new CubeComponent(property.property(), property.kind(), codes, values, property.declared());
    }

    private static int compare(Observation one, Observation other) {
        int order = Arrays.compare(one.cells(), other.cells(), Comparator.nullsLast(ValueOrder.NODES));
        return order != 0 ? order : ValueOrder.NODES.compare(one.node(), other.node());
    }

    private static Map<Node, List<Node>> statements(TripleSource data, Node subject) {
        Map<Node, List<Node>> statements = new HashMap<>();
        data.find(subject, Node.ANY, Node.ANY).forEach(triple -> statements
                .computeIfAbsent(triple.getPredicate(), none -> new ArrayList<>(1))
                .add(triple.getObject()));
        return statements;
    }

    /** Returns the place of a dimension among the components. */
    public IntStream dimensions() {
        return IntStream.range(0, components.size())
                .filter(at -> components.get(at).isDimension());
    }
}
