package org.torchgraph.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.rdf.syntax.Coercions;
import org.torchgraph.rdf.syntax.InexpressibleException;
import org.torchgraph.rdf.syntax.JsonLd;

class RdfWriterTest {
    private static final Graph HARD = Samples.turtle(Samples.HARD);
    private static final Collection<Triple> TRIPLES = Samples.triples(HARD);

    @ParameterizedTest
    @EnumSource
    void every_format_says_the_same(Format format) {
        Graph back = Samples.read(Samples.write(TRIPLES, format), format).getDefaultGraph();
        assertThat(back.size()).isEqualTo(HARD.size());
        assertThat(back.isIsomorphicWith(HARD)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void thirty_insertion_orders_give_one_text(Format format) {
        Set<String> texts = LongStream.range(0, 30)
                .mapToObj(seed -> Samples.write(Samples.shuffled(TRIPLES, seed), format))
                .collect(Collectors.toSet());
        assertThat(texts).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void writing_what_was_read_changes_nothing(Format format) {
        String text = Samples.write(TRIPLES, format);
        assertThat(Samples.write(Samples.triples(Samples.read(text, format).getDefaultGraph()), format))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void statement_given_twice_is_written_once(Format format) {
        List<Triple> once = List.of(TRIPLES.iterator().next());
        assertThat(Samples.write(List.of(once.get(0), once.get(0)), format)).isEqualTo(Samples.write(once, format));
    }

    @ParameterizedTest
    @EnumSource
    void language_tags_keep_their_case(Format format) {
        assertThat(Samples.write(TRIPLES, format)).contains("zh-Hans").doesNotContain("zh-hans");
    }

    @ParameterizedTest
    @EnumSource
    void empty_graph_can_be_read_back(Format format) {
        assertThat(Samples.read(Samples.write(List.<Triple>of(), format), format)
                        .getDefaultGraph()
                        .isEmpty())
                .isTrue();
    }

    private static List<Quad> quads() {
        return List.copyOf(Samples.read(
                        """
                        PREFIX ex: <https://example.org/>
                        ex:d ex:p [ ex:q 1 ] .
                        GRAPH ex:g2 { ex:a ex:p _:both, [ ex:q ( 1 2 ) ] }
                        GRAPH ex:g1 { ex:a ex:p _:both ; ex:text "two\\nlines" . _:g ex:label "graph" }
                        GRAPH _:g { ex:a ex:p 1 }
                        """,
                        Format.TRIG)
                .stream()
                .toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"TRIG", "NQUADS", "JSONLD"})
    void graphs_stay_apart_where_the_format_holds_them(Format format) {
        List<Quad> back =
                Samples.read(Samples.write(quads(), format), format).stream().toList();
        assertThat(back).hasSameSizeAs(quads());
        assertThat(IsoMatcher.isomorphic(Samples.dataset(back), Samples.dataset(quads())))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"TURTLE", "NTRIPLES", "RDFXML"})
    void formats_of_triples_get_the_union(Format format) {
        Graph union = Samples.graph(quads().stream().map(Quad::asTriple).toList());
        Graph back = Samples.read(Samples.write(quads(), format), format).getDefaultGraph();
        assertThat(back.isIsomorphicWith(union)).isTrue();
    }

    @Test
    void lines_of_ntriples_are_sorted() {
        List<String> lines = Samples.write(TRIPLES, Format.NTRIPLES).lines().toList();
        assertThat(lines).hasSize(HARD.size()).isSorted();
    }

    @Test
    void jsonld_shortens_by_prefixes_that_it_uses() {
        String text = Samples.write(
                Samples.triples(Samples.turtle("ex:a a exd:Policy ; rdfs:label '高新区'@zh-Hans, 'x' .")), Format.JSONLD);
        assertThat(text)
                .isEqualTo(
                        """
                {
                    "@context": {
                        "ex": "https://example.org/",
                        "exd": "https://example.org/def#",
                        "rdfs": "http://www.w3.org/2000/01/rdf-schema#"
                    },
                    "@graph": [
                        {
                            "@id": "ex:a",
                            "@type": "exd:Policy",
                            "rdfs:label": [
                                "x",
                                {
                                    "@language": "zh-Hans",
                                    "@value": "高新区"
                                }
                            ]
                        }
                    ]
                }
                """);
    }

    @Test
    void jsonld_says_once_what_all_values_of_a_property_are() {
        Graph dataset = Samples.turtle(
                """
                ex:a rdfs:label '高新区'@zh-Hans, 'zone'@en, 'park'@en ; exd:year '2025'^^xsd:gYear ; exd:in ex:b ; exd:mixed 1, ex:b .
                ex:b rdfs:label 'b'@en ; exd:year '2035'^^xsd:gYear ; exd:other ex:a .
                """);
        Coercions coercions = Coercions.of(TripleSource.of(dataset));
        assertThat(Samples.write(
                        dataset.find(NodeFactory.createURI("https://example.org/a"), null, null)
                                .toList(),
                        Format.JSONLD,
                        coercions))
                .isEqualTo(
                        """
                {
                    "@context": {
                        "ex": "https://example.org/",
                        "exd": "https://example.org/def#",
                        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
                        "xsd": "http://www.w3.org/2001/XMLSchema#",
                        "exd:in": {
                            "@type": "@id"
                        },
                        "exd:year": {
                            "@type": "xsd:gYear"
                        },
                        "rdfs:label": {
                            "@container": "@language"
                        }
                    },
                    "@graph": [
                        {
                            "@id": "ex:a",
                            "rdfs:label": {
                                "zh-Hans": "高新区",
                                "en": [
                                    "park",
                                    "zone"
                                ]
                            },
                            "exd:in": "ex:b",
                            "exd:mixed": [
                                {
                                    "@id": "ex:b"
                                },
                                {
                                    "@type": "xsd:integer",
                                    "@value": "1"
                                }
                            ],
                            "exd:year": "2025"
                        }
                    ]
                }
                """);
        assertThat(JsonLd.context(Samples.PREFIXES, coercions))
                .contains("\"exd:other\": {", "\"dct\": \"http://purl.org/dc/terms/\"")
                .doesNotContain("exd:mixed");
    }

    @Test
    void jsonld_does_not_take_a_scheme_for_a_prefix() {
        Graph graph = Samples.turtle("ex:a ex:p <ex:a>, <dct:title> ; dct:title 'x' .");
        Graph back = Samples.read(Samples.write(Samples.triples(graph), Format.JSONLD), Format.JSONLD)
                .getDefaultGraph();
        assertThat(back.isIsomorphicWith(graph)).isTrue();
    }

    @Test
    void rdfxml_names_properties_by_the_prefixes_given_and_makes_up_the_rest() {
        String text = Samples.write(
                Samples.triples(
                        Samples.turtle(
                                "ex:a rdfs:label 'x'@en ; <https://other.example/p/q> ex:b ; <https://other.example/r/1a> 2 .")),
                Format.RDFXML);
        assertThat(text)
                .isEqualTo(
                        """
                <?xml version="1.0" encoding="UTF-8"?>
                <rdf:RDF
                    xmlns:ns1="https://other.example/p/"
                    xmlns:ns2="https://other.example/r/1"
                    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                    xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#">
                  <rdf:Description rdf:about="https://example.org/a">
                    <rdfs:label xml:lang="en">x</rdfs:label>
                    <ns1:q rdf:resource="https://example.org/b"/>
                    <ns2:a rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">2</ns2:a>
                  </rdf:Description>
                </rdf:RDF>
                """);
    }

    @ParameterizedTest
    @EnumSource
    void what_only_rdf_1_2_has_is_written_whole_or_refused(Format format) {
        for (String hard : List.of("ex:a rdfs:label 'x'@ar--rtl .", "ex:a ex:p <<( ex:b ex:q 1 )>> .")) {
            Graph graph = Samples.turtle(hard);
            if (format == Format.JSONLD || format == Format.RDFXML) {
                assertThatThrownBy(() -> Samples.write(Samples.triples(graph), format))
                        .isInstanceOf(InexpressibleException.class);
            } else {
                String text = Samples.write(Samples.triples(graph), format);
                assertThat(Samples.read(text, format).getDefaultGraph().isIsomorphicWith(graph))
                        .isTrue();
            }
        }
    }

    @Test
    void what_rdfxml_cannot_say_is_refused_before_a_byte_is_written() {
        for (String hard : List.of("ex:a <https://example.org/1> 2 .", "ex:a rdfs:label '\\u0008' .")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThatThrownBy(() -> new RdfWriter(Samples.PREFIXES)
                            .triples(Samples.triples(Samples.turtle(hard)), Format.RDFXML, out))
                    .isInstanceOf(InexpressibleException.class);
            assertThat(out.size()).isZero();
        }
    }
}
