package org.torchgraph.dataset.memory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * A dataset of few terms, so that joins find something; seldom one of more than a thousand triples.
 *
 * @param terms what constants are drawn from
 */
record GeneratedData(List<Node> predicates, List<Node> terms, List<Node> graphs, List<Quad> quads) {
    private static final String BLANK = "blank";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    /** Numbers, of which many have the same value; without great negative ones, which would make sums inexact. */
    private static final List<Node> NUMBERS = Stream.concat(
                    Stream.of("1", "01", "+1", "2", "3", "10", "-1", "0", "9223372036854775807", "9223372036854775808")
                            .map(text -> typed(text, "integer")),
                    Stream.concat(
                            Stream.of("1.0", "1.00", "2.5", "0.0", "-0.5", "10.0")
                                    .map(text -> typed(text, "decimal")),
                            Stream.concat(
                                    Stream.of("1e0", "1.0E0", "2.5e0", "NaN", "INF", "-INF", "-0.0", "0", "1E1")
                                            .map(text -> typed(text, "double")),
                                    Stream.of(
                                            typed("1", "float"),
                                            typed("1", "int"),
                                            typed("3", "byte"),
                                            typed("2", "nonNegativeInteger"),
                                            typed("abc", "integer"),
                                            typed("1.5", "integer"),
                                            typed("300", "byte"),
                                            typed(" 1 ", "integer")))))
            .toList();

    private static final List<Node> TEXTS = List.of(
            text(""),
            text("a"),
            text("b"),
            text("abc"),
            text("Abc"),
            text("1"),
            text("true"),
            text("http://example.org/a"),
            text("高"),
            NodeFactory.createLiteralLang("abc", "en"),
            NodeFactory.createLiteralLang("abc", "EN"),
            NodeFactory.createLiteralLang("abc", "en-GB"),
            NodeFactory.createLiteralLang("abc", "en-gb"),
            NodeFactory.createLiteralLang("abc", "de"),
            NodeFactory.createLiteralLang("a", "en"),
            NodeFactory.createLiteralLang("高", "zh-Hans"),
            NodeFactory.createLiteralDirLang("abc", "en", "ltr"),
            other("abc", "http://example.org/unknown"),
            other("b", "http://example.org/unknown"),
            other("abc", "http://example.org/another"),
            typed("abc", "token"),
            typed("http://example.org/a", "anyURI"));

    private static final List<Node> TIMES = List.of(
            typed("2024-01-01", "date"),
            typed("2024-01-01Z", "date"),
            typed("2024-01-01+14:00", "date"),
            typed("2024-02-30", "date"),
            typed("2023-12-31", "date"),
            typed("2024-01-01T00:00:00", "dateTime"),
            typed("2024-01-01T00:00:00Z", "dateTime"),
            typed("2024-01-01T01:00:00+01:00", "dateTime"),
            typed("2024-01-01T12:00:00", "dateTime"),
            typed("2023-12-31T24:00:00Z", "dateTime"),
            typed("2024", "gYear"),
            typed("2024Z", "gYear"),
            typed("2023", "gYear"),
            typed("2024-01", "gYearMonth"),
            typed("P1Y", "duration"),
            typed("P365D", "dayTimeDuration"),
            typed("12:00:00", "time"),
            typed("true", "boolean"),
            typed("1", "boolean"),
            typed("false", "boolean"),
            typed("yes", "boolean"));

    /** All of them, for constants that need not be in the data. */
    static final List<Node> LITERALS =
            Stream.of(NUMBERS, TEXTS, TIMES).flatMap(List::stream).toList();

    /** Returns whether a blank node is one of the data. */
    static boolean isBlank(Node node) {
        return node.getBlankNodeLabel().matches(BLANK + "\\d");
    }

    static Node iri(String name) {
        return NodeFactory.createURI("http://example.org/" + name);
    }

    static GeneratedData drawn(Draw draw) {
        List<Node> predicates = iris("p", draw.between(2, 4));
        List<Node> graphs = iris("g", draw.between(1, 3));
        boolean many = draw.chance(1);
        List<Node> subjects = new ArrayList<>(iris("s", many ? draw.between(30, 150) : draw.between(2, 6)));
        IntStream.range(0, draw.between(0, 3)).forEach(i -> subjects.add(NodeFactory.createBlankNode(BLANK + i)));
        if (draw.chance(40)) {
            subjects.add(predicates.get(0));
        }
        if (draw.chance(20)) {
            subjects.add(graphs.get(0));
        }
        List<Node> values = new ArrayList<>();
        for (List<Node> kind : List.of(NUMBERS, TEXTS, TIMES)) {
            values.addAll(draw.some(draw.chance(50) ? draw.between(0, 2) : draw.between(2, 8), kind));
        }
        if (draw.chance(50)) {
            values.addAll(draw.some(draw.between(2, 4), similar(draw.of(LITERALS))));
        }
        boolean tripleTerms = draw.chance(20);
        int linked = draw.between(20, 90);
        Set<Quad> quads = new LinkedHashSet<>();
        int size = many ? draw.between(200, 1500) : draw.chance(50) ? draw.between(5, 20) : draw.between(10, 60);
        List<Triple> made = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Node object = values.isEmpty() || draw.chance(linked) ? draw.of(subjects) : draw.of(values);
            if (tripleTerms && !made.isEmpty() && draw.chance(15)) {
                object = NodeFactory.createTripleTerm(draw.of(made));
            }
            Triple triple = !made.isEmpty() && draw.chance(15)
                    ? draw.of(made)
                    : Triple.create(draw.of(subjects), draw.of(predicates), object);
            made.add(triple);
            quads.add(Quad.create(draw.of(graphs), triple));
        }
        List<Node> terms = new ArrayList<>(subjects);
        terms.addAll(values);
        terms.addAll(predicates);
        return new GeneratedData(predicates, terms, graphs, List.copyOf(quads));
    }

    /** Returns the different triples of one graph, or of all. */
    List<Triple> triples(Node graph) {
        return quads.stream()
                .filter(quad -> graph == null || quad.getGraph().equals(graph))
                .map(Quad::asTriple)
                .distinct()
                .toList();
    }

    /** Returns the literals that have the same text, the same value or the same datatype. */
    static List<Node> similar(Node literal) {
        return Stream.concat(
                        Stream.of(literal),
                        LITERALS.stream()
                                .filter(other -> other.getLiteralLexicalForm().equals(literal.getLiteralLexicalForm())
                                        || other.sameValueAs(literal)
                                        || other.getLiteralDatatypeURI().equals(literal.getLiteralDatatypeURI())))
                .toList();
    }

    private static List<Node> iris(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> iri(name + i)).toList();
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node typed(String text, String type) {
        return other(text, XSD + type);
    }

    private static Node other(String text, String type) {
        return NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(type));
    }
}
