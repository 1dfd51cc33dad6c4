package org.torchgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.rdf.syntax.SortedTurtle;

class SortedTurtleTest {
    private static final String BASE = "https://example.org/";

    private static String written(String turtle) {
        return new SortedTurtle(Samples.PREFIXES, Optional.empty())
                .text(Samples.named(Samples.triples(Samples.turtle(turtle))));
    }

    private static String body(String turtle) {
        String text = written(turtle);
        return text.substring(text.indexOf("\n\n") + 2);
    }

    @Test
    void document_has_the_prefixes_it_uses_in_order() {
        assertThat(written("ex:a a exd:Policy ; exd:year '2025'^^xsd:gYear ."))
                .isEqualTo(
                        """
                        PREFIX ex: <https://example.org/>
                        PREFIX exd: <https://example.org/def#>
                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

                        ex:a a exd:Policy ; exd:year "2025"^^xsd:gYear .
                        """);
    }

    @Test
    void lists_need_no_rdf_prefix() {
        assertThat(written("ex:a exd:list ( 1 2 ), () ."))
                .doesNotContain("rdf:")
                .contains("exd:list () , ( 1 2 )");
    }

    @Test
    void type_labels_and_titles_come_first_and_chinese_before_english() {
        assertThat(body("ex:a exd:b 1 ; dct:title 't' ; skos:altLabel 's' ; rdfs:label 'l' ; a exd:Policy ;"
                        + " skos:prefLabel 'p'@en, '政'@zh-Hans, 'd'@de ; dct:date 2 ."))
                .isEqualTo(
                        """
                        ex:a a exd:Policy ;
                            rdfs:label "l" ;
                            skos:prefLabel "政"@zh-Hans , "d"@de , "p"@en ;
                            skos:altLabel "s" ;
                            dct:title "t" ;
                            dct:date 2 ;
                            exd:b 1 .
                        """);
    }

    @Test
    void thing_comes_before_its_parts_and_its_longer_neighbours() {
        assertThat(body("<https://example.org/x/a-b> exd:b 1 . <https://example.org/x/a#p> exd:b 1 ."
                                + " <https://example.org/x/a> exd:b <https://example.org/x/a-b>, <https://example.org/x/a#p>, <https://example.org/x/a> .")
                        .lines()
                        .filter(line -> !line.isEmpty()))
                .containsExactly(
                        "<https://example.org/x/a> exd:b <https://example.org/x/a> , <https://example.org/x/a#p> , <https://example.org/x/a-b> .",
                        "<https://example.org/x/a#p> exd:b 1 .",
                        "<https://example.org/x/a-b> exd:b 1 .");
    }

    @Test
    void what_does_not_fit_a_line_is_broken_and_indented() {
        String word = "long words ".repeat(5);
        assertThat(body("ex:a exd:text '%s1', '%s2', '%s3' ; exd:part [ exd:x '%s' ; exd:y '%s' ; exd:z 1 ], [] ."
                        .replace("%s", word)))
                .isEqualTo(
                        """
                        ex:a exd:part
                                [] ,
                                [ exd:x "%s" ;
                                  exd:y "%s" ;
                                  exd:z 1 ] ;
                            exd:text "%s1" ,
                                "%s2" ,
                                "%s3" .
                        """
                                .replace("%s", word));
    }

    @Test
    void blank_node_named_once_is_nested_and_others_have_labels() {
        assertThat(body("ex:a exd:p [ exd:q [ exd:r 1 ] ] . ex:b exd:p _:s . ex:c exd:p _:s . _:s exd:q 2 ."
                        + " [] exd:q 3 . _:x exd:next _:x ."))
                .isEqualTo(
                        """
                        ex:a exd:p [ exd:q [ exd:r 1 ] ] .

                        ex:b exd:p _:b1 .

                        ex:c exd:p _:b1 .

                        _:b1 exd:q 2 .

                        _:b2 exd:next _:b2 .

                        [] exd:q 3 .
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'1'^^xsd:integer | 1",
                "'+01'^^xsd:integer | +01",
                "'-'^^xsd:integer | \"-\"^^xsd:integer",
                "' 1'^^xsd:integer | \" 1\"^^xsd:integer",
                "'4.0'^^xsd:decimal | 4.0",
                "'.5'^^xsd:decimal | .5",
                "'4.'^^xsd:decimal | \"4.\"^^xsd:decimal",
                "'4'^^xsd:decimal | \"4\"^^xsd:decimal",
                "'true'^^xsd:boolean | true",
                "'1'^^xsd:boolean | \"1\"^^xsd:boolean",
                "'1e3'^^xsd:double | \"1e3\"^^xsd:double",
                "'a\"b\\\\c'@en | \"a\\\"b\\\\c\"@en",
                "'t\\tr\\r\\u0001' | \"t\\tr\\r\\u0001\"",
                "'🔥'@zh-Hans | \"🔥\"@zh-Hans",
            })
    void literals_are_short_only_where_turtle_has_the_short_form(String given, String expected) {
        assertThat(body("ex:a exd:b " + given + " .")).isEqualTo("ex:a exd:b " + expected + " .\n");
    }

    @Test
    void text_of_several_lines_keeps_its_lines() {
        assertThat(body("ex:a exd:b 'one\\n  \"two\" \"\"three\"\\r\\n\\\\' ."))
                .isEqualTo("ex:a exd:b \"\"\"one\n  \"two\" \\\"\"three\"\\r\n\\\\\"\"\" .\n");
    }

    @Test
    void longest_namespace_wins_and_illegal_local_names_stay_whole() {
        assertThat(body("ex:a exd:b <https://example.org/def#c>, <https://example.org/x/y>, <https://example.org/a.b>,"
                        + " <https://example.org/-z>, <https://example.org/高新区>, <https://example.org/> ."))
                .isEqualTo("ex:a exd:b <https://example.org/-z> , <https://example.org/x/y> , ex: , ex:a.b , ex:高新区 ,"
                        + " exd:c .\n");
    }

    @ParameterizedTest
    @CsvSource({
        "id/a, <id/a>",
        "id/高新区#value, <id/高新区#value>",
        "'', <>",
        "a:b, <https://example.org/a:b>",
        "/b, <https://example.org//b>",
        "?q, <?q>",
    })
    void iris_under_the_base_are_relative_where_they_resolve_back(String path, String expected) {
        Node thing = NodeFactory.createURI(BASE + path);
        String text = new SortedTurtle(PrefixMapFactory.create(Map.of("exd", BASE + "def#")), Optional.of(BASE))
                .text(Samples.named(List.of(Triple.create(thing, NodeFactory.createURI(BASE + "def#p"), thing))));
        assertThat(text)
                .isEqualTo("BASE <https://example.org/>\nPREFIX exd: <https://example.org/def#>\n\n" + expected
                        + " exd:p " + expected + " .\n");
        Graph back = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, Samples.lang(Format.TURTLE))
                .resolveURIs(true)
                .parse(back);
        assertThat(back.find().next().getSubject()).isEqualTo(thing);
    }

    @Test
    void chain_of_any_length_is_written_and_read_back() {
        List<Triple> chain = new ArrayList<>();
        Node next = NodeFactory.createURI(BASE + "next");
        Node from = NodeFactory.createURI(BASE + "start");
        for (int i = 0; i < 5000; i++) {
            Node to = NodeFactory.createBlankNode();
            chain.add(Triple.create(from, next, to));
            from = to;
        }
        for (Format format : Format.values()) {
            Graph back = Samples.read(Samples.write(chain, format), format).getDefaultGraph();
            assertThat(back.size()).isEqualTo(5000);
        }
    }

    @Test
    void graphs_of_trig_follow_the_default_graph() {
        String trig = Samples.write(
                List.copyOf(Samples.read(
                                "PREFIX ex: <https://example.org/> GRAPH ex:g2 { ex:a ex:p 2 . ex:b ex:p 3 } ex:a ex:p 1 . GRAPH ex:g1 { ex:a ex:p 4 }",
                                Format.TRIG)
                        .stream()
                        .toList()),
                Format.TRIG);
        assertThat(trig)
                .isEqualTo(
                        """
                        PREFIX ex: <https://example.org/>

                        ex:a ex:p 1 .

                        ex:g1 {
                        ex:a ex:p 4 .
                        }

                        ex:g2 {
                        ex:a ex:p 2 .

                        ex:b ex:p 3 .
                        }
                        """);
    }
}
