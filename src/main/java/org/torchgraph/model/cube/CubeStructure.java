package org.torchgraph.model.cube;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.torchgraph.model.cube.CubeComponent.ComponentKind;
import org.torchgraph.rdf.TripleSource;

/** Reads which properties of a cube are dimensions, measures and attributes, even where its structure lacks some. */
final class CubeStructure {
    static final String QB = "http://purl.org/linked-data/cube#";
    private static final String SDMX = "http://purl.org/linked-data/sdmx/2009/";
    private static final Map<String, ComponentKind> STATED = Map.of(
            "dimension",
            ComponentKind.DIMENSION,
            "measureDimension",
            ComponentKind.DIMENSION,
            "measure",
            ComponentKind.MEASURE,
            "attribute",
            ComponentKind.ATTRIBUTE);
    private static final Map<Node, ComponentKind> TYPES = Map.of(
            qb("DimensionProperty"),
            ComponentKind.DIMENSION,
            qb("MeasureProperty"),
            ComponentKind.MEASURE,
            qb("AttributeProperty"),
            ComponentKind.ATTRIBUTE);
    private static final Map<String, ComponentKind> NAMESPACES = Map.of(
            SDMX + "dimension#",
            ComponentKind.DIMENSION,
            SDMX + "measure#",
            ComponentKind.MEASURE,
            SDMX + "attribute#",
            ComponentKind.ATTRIBUTE);

    private final TripleSource data;

    /**
     * A property of observations with its kind.
     *
     * @param order the place that the structure states, or null
     */
    record CubeProperty(Node property, ComponentKind kind, BigDecimal order, boolean declared) {}

    CubeStructure(TripleSource data) {
        this.data = data;
    }

    static Node qb(String name) {
        return NodeFactory.createURI(QB + name);
    }

    /** Returns the properties of a cube in the order of its columns. */
    List<CubeProperty> of(Node cube, Map<Node, Map<Node, List<Node>>> observations) {
        Map<Node, CubeProperty> found = new LinkedHashMap<>();
        data.objects(cube, qb("structure"))
                .flatMap(structure -> data.objects(structure, qb("component")))
                .forEach(component ->
                        stated(component).forEach(property -> found.putIfAbsent(property.property(), property)));
        Map<Node, List<Node>> values = new HashMap<>();
        observations
                .values()
                .forEach(
                        one -> one.forEach((property, of) -> values.computeIfAbsent(property, none -> new ArrayList<>())
                                .add(of.get(0))));
        values.keySet().stream()
                .filter(property -> !found.containsKey(property))
                .flatMap(property -> kind(property).stream().map(kind -> new CubeProperty(property, kind, null, false)))
                .toList()
                .forEach(property -> found.put(property.property(), property));
        guess(found, values, observations.size());
        if (found.values().stream().noneMatch(CubeProperty::declared)) {
            unknown(found, values)
                    .forEach(property ->
                            found.put(property, new CubeProperty(property, ComponentKind.ATTRIBUTE, null, false)));
        }
        return found.values().stream()
                .sorted(Comparator.comparing(CubeProperty::kind)
                        .thenComparing(CubeProperty::order, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(property -> property.property().toString()))
                .toList();
    }

    private Stream<CubeProperty> stated(Node component) {
        BigDecimal order = data.objects(component, qb("order"))
                .flatMap(number -> number(number).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
        Stream<CubeProperty> all = Stream.concat(
                STATED.entrySet().stream().flatMap(stated -> data.objects(component, qb(stated.getKey()))
                        .map(property -> new CubeProperty(property, stated.getValue(), order, true))),
                data.objects(component, qb("componentProperty")).flatMap(property -> kind(property).stream()
                        .map(kind -> new CubeProperty(property, kind, order, true))));
        return all.sorted(Comparator.comparing(CubeProperty::kind));
    }

    private Optional<ComponentKind> kind(Node property) {
        return data.classes(property)
                .flatMap(type -> Stream.ofNullable(TYPES.get(type)))
                .min(Comparator.naturalOrder())
                .or(() -> property.equals(qb("measureType"))
                        ? Optional.of(ComponentKind.DIMENSION)
                        : NAMESPACES.entrySet().stream()
                                .filter(entry ->
                                        property.isURI() && property.getURI().startsWith(entry.getKey()))
                                .map(Map.Entry::getValue)
                                .findFirst());
    }

    /** Takes numbers for measures if there is no other one, and what all observations have once for dimensions. */
    private static void guess(Map<Node, CubeProperty> found, Map<Node, List<Node>> values, int observations) {
        boolean measured = found.values().stream().anyMatch(one -> one.kind() == ComponentKind.MEASURE);
        boolean placed = found.values().stream().anyMatch(one -> one.kind() == ComponentKind.DIMENSION);
        for (Node property : unknown(found, values)) {
            List<Node> of = values.get(property);
            if (!measured && of.stream().allMatch(value -> value.isLiteral() && isNumber(value))) {
                found.put(property, new CubeProperty(property, ComponentKind.MEASURE, null, false));
            } else if (!placed
                    && of.size() == observations
                    && of.stream().allMatch(value -> value.isURI() || value.isLiteral() && !isText(value))) {
                found.put(property, new CubeProperty(property, ComponentKind.DIMENSION, null, false));
            }
        }
    }

    /** Returns the properties of observations whose kind is not known and that tell something of them. */
    private static Set<Node> unknown(Map<Node, CubeProperty> found, Map<Node, List<Node>> values) {
        Set<Node> unknown = new HashSet<>(values.keySet());
        unknown.removeAll(found.keySet());
        unknown.removeIf(property -> property.equals(RDF.type.asNode())
                || property.equals(RDFS.label.asNode())
                || property.equals(RDFS.comment.asNode())
                || property.getURI().startsWith(QB));
        return unknown;
    }

    private static boolean isNumber(Node literal) {
        return number(literal).isPresent()
                && literal.getLiteralDatatype() instanceof XSDDatatype type
                && !type.equals(XSDDatatype.XSDgYear)
                && !isText(literal);
    }

    private static boolean isText(Node literal) {
        return !literal.getLiteralLanguage().isEmpty() || XSDDatatype.XSDstring.equals(literal.getLiteralDatatype());
    }

    private static Optional<BigDecimal> number(Node literal) {
        try {
            return literal.isLiteral()
                    ? Optional.of(new BigDecimal(literal.getLiteralLexicalForm().strip()))
                    : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
