package org.torchgraph.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.rdf.digest.CanonicalLabels;
import org.torchgraph.rdf.syntax.Expressiveness;
import org.torchgraph.rdf.syntax.InexpressibleException;

/** What a format can say is read back as it was, and what it cannot say is refused with the reason. */
class ExpressivenessTest {
    @ParameterizedTest
    @EnumSource
    void a_blank_node_in_a_triple_term_is_the_one_outside(Format format) {
        Graph graph = Samples.turtle(
                "_:a ex:name 'Ann' . ex:claim ex:about <<( _:a ex:age 30 )>> . [] rdf:reifies <<( ex:x ex:y <<( _:a a ex:Z )>> )>> .");
        if (format.expressiveness() == Expressiveness.LINES || format.expressiveness() == Expressiveness.TURTLE) {
            DatasetGraph read = Samples.read(Samples.write(Samples.triples(graph), format), format);
            assertThat(IsoMatcher.isomorphic(graph, read.getDefaultGraph())).isTrue();
            Node ann = read.find(Node.ANY, Node.ANY, NodeFactory.createURI("https://example.org/name"), Node.ANY)
                    .next()
                    .getSubject();
            assertThat(read.stream().filter(quad -> quad.getObject().isTripleTerm()))
                    .hasSize(2)
                    .allMatch(quad -> CanonicalLabels.blanks(quad.getObject()).allMatch(ann::equals));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/1",
                "http://e/",
                "http://e/%41",
                "urn:x:",
                "urn:1:2:3",
                "http://e/a/-",
                "http://e/x#1",
                "http://www.w3.org/2000/xmlns/foo",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#RDF",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#ID",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#about",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#parseType",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#resource",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#nodeID",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#datatype",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#Description",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#li",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#aboutEach",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#aboutEachPrefix",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#bagID"
            })
    void a_property_that_rdfxml_cannot_name_is_refused_by_name_and_in_rdfxml_alone(String property) {
        List<Triple> triples = List.of(Triple.create(
                NodeFactory.createURI("https://example.org/a"),
                NodeFactory.createURI(property),
                NodeFactory.createLiteralString("x")));
        for (Format format : Format.values()) {
            if (format == Format.RDFXML) {
                assertThatThrownBy(() -> Samples.write(triples, format))
                        .isInstanceOf(InexpressibleException.class)
                        .hasMessage("RDF/XML cannot name the property <" + property + ">.");
            } else {
                assertThat(Samples.read(Samples.write(triples, format), format)
                                .getDefaultGraph()
                                .contains(triples.get(0)))
                        .as(format.label())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#_1",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#Seq",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
                "http://e/li",
                "http://e/xmlns",
                "http://e/面积",
                "urn:x:y",
                "http://e/a.b-c"
            })
    void other_properties_are_written_in_rdfxml_and_read_back(String property) {
        List<Triple> triples = List.of(Triple.create(
                NodeFactory.createURI("https://example.org/a"),
                NodeFactory.createURI(property),
                NodeFactory.createLiteralString("x")));
        assertThat(Samples.read(Samples.write(triples, Format.RDFXML), Format.RDFXML)
                        .getDefaultGraph()
                        .contains(triples.get(0)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://e/a b",
                "http://e/a|b",
                "http://e/<a>",
                "relative",
                "http://e/a\"b",
                "http://e/a\\b",
                "http://e/\u0007",
                ""
            })
    void what_a_query_makes_and_is_no_iri_is_written_nowhere(String text) {
        Node wrong = NodeFactory.createURI(text);
        Node right = NodeFactory.createURI("https://example.org/a");
        for (Format format : Format.values()) {
            for (Triple triple : List.of(
                    Triple.create(wrong, right, right),
                    Triple.create(right, wrong, right),
                    Triple.create(right, right, wrong),
                    Triple.create(right, right, NodeFactory.createTripleTerm(right, right, wrong)),
                    Triple.create(
                            right,
                            right,
                            NodeFactory.createLiteralDT(
                                    "x", TypeMapper.getInstance().getSafeTypeByName("urn:" + text))))) {
                if (!triple.getObject().isLiteral() || text.contains(" ")) {
                    assertThatThrownBy(() -> Samples.write(List.of(triple), format))
                            .as(format.label())
                            .isInstanceOf(InexpressibleException.class);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_text_with_half_a_character_is_written_nowhere(Format format) {
        Node a = NodeFactory.createURI("https://example.org/a");
        assertThatThrownBy(() ->
                        Samples.write(List.of(Triple.create(a, a, NodeFactory.createLiteralString("\uD83D"))), format))
                .isInstanceOf(InexpressibleException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://e/a/../b", "http://e/../b", "http://e/./b", "http://e/a/..", "http://e/.",
                        "http://e/a/../../b/./c?d/../e#f/../g",
                "http://e/a/..?q", "http://e/a/../café(1),x;y=z", "urn:../x", "file:///../x", "http://e/a/../%41:b~c",
                        "HTTP://e/./x"
            })
    void dot_segments_are_said_by_lines_and_refused_where_readers_resolve(String iri) {
        Node dotted = NodeFactory.createURI(iri);
        Node other = NodeFactory.createURI("http://e/b");
        for (Quad quad : List.of(
                Quad.create(dotted, other, other, other),
                Quad.create(other, dotted, other, other),
                Quad.create(other, other, other, dotted),
                Quad.create(other, other, other, NodeFactory.createTripleTerm(other, other, dotted)),
                Quad.create(
                        other,
                        other,
                        other,
                        NodeFactory.createLiteralDT(
                                "x", TypeMapper.getInstance().getSafeTypeByName(iri))))) {
            String lines = Samples.write(List.of(quad), Format.NQUADS);
            assertThat(IsoMatcher.isomorphic(Samples.dataset(List.of(quad)), Samples.read(lines, Format.NQUADS)))
                    .as(lines)
                    .isTrue();
            assertThatThrownBy(() -> Samples.write(List.of(quad), Format.TRIG))
                    .isInstanceOf(InexpressibleException.class)
                    .hasMessageContaining("<" + iri + ">");
        }
        List<Triple> triples = List.of(Triple.create(other, other, dotted));
        for (Format format : List.of(Format.TURTLE, Format.JSONLD, Format.RDFXML)) {
            assertThatThrownBy(() -> Samples.write(triples, format))
                    .isInstanceOf(InexpressibleException.class)
                    .hasMessageContaining("<" + iri + ">");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://e/a.b",
                "http://e/.a",
                "http://e/a..",
                "http://e/...",
                "http://e/a?b/../c",
                "http://e/#/../x"
            })
    void dots_that_are_no_segments_are_left_alone(String iri) {
        Node node = NodeFactory.createURI(iri);
        assertThat(Samples.write(List.of(Triple.create(node, node, node)), Format.TURTLE))
                .startsWith("<" + iri + ">");
    }
}
