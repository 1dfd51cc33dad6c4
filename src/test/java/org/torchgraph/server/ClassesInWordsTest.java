package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.query.Limits;

/** Classes that are described by others are told in words, wherever they stand. */
class ClassesInWordsTest {
    private static final String ONTOLOGY =
            """
            PREFIX schema: <https://schema.org/>
            PREFIX s: <http://schema.org/>
            ex:Kite a owl:Class ; rdfs:label "Kite"@en , "风筝"@zh ; rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ex:tail ; owl:minCardinality 1 ] ,
                [ a owl:Restriction ; owl:onProperty ex:tail ; owl:maxQualifiedCardinality 3 ; owl:onClass ex:Tail ] ,
                [ a owl:Restriction ; owl:onProperty ex:tail ; owl:cardinality 2 ] ,
                [ a owl:Restriction ; owl:onProperty ex:tail ; owl:someValuesFrom [ a owl:Class ; owl:unionOf ( ex:Box ex:Tail ) ] ] ,
                [ a owl:Restriction ; owl:onProperty ex:tail ; owl:allValuesFrom ex:Tail ] ,
                [ a owl:Restriction ; owl:onProperty ex:colour ; owl:hasValue "red"@en ] ,
                [ a owl:Restriction ; owl:onProperty ex:holds ; owl:hasSelf true ] ,
                [ a owl:Restriction ; owl:onProperty [ owl:inverseOf ex:holds ] ; owl:someValuesFrom ex:Flyer ] ,
                [ a owl:Restriction ; owl:onProperty ex:length ; owl:someValuesFrom [ a rdfs:Datatype ; owl:onDatatype xsd:decimal ;
                    owl:withRestrictions ( [ xsd:minInclusive 1 ] [ xsd:maxExclusive 9 ] ) ] ] .
            ex:Box a owl:Class ; rdfs:label "Box kite"@en ; owl:equivalentClass [ owl:intersectionOf ( ex:Kite [ owl:complementOf ex:Tail ] ) ] .
            ex:Tail a owl:Class ; rdfs:label "Tail"@en ; owl:disjointWith ex:Kite .
            ex:Flyer a owl:Class ; rdfs:label "Flyer"@en ; owl:oneOf ( ex:ann ex:bob ) .
            ex:Thing a owl:Class ; rdfs:label "Any thing"@en ; owl:disjointUnionOf ( ex:Kite ex:Flyer ) ; owl:hasKey ( ex:colour ex:length ) .
            [] a owl:AllDisjointClasses ; owl:members ( ex:Box ex:Flyer ) .
            ex:tail a owl:ObjectProperty ; rdfs:label "tail"@en ; rdfs:domain [ a owl:Class ; owl:unionOf ( ex:Kite ex:Box ) ] ; schema:rangeIncludes ex:Box , ex:Tail .
            ex:holds a owl:ObjectProperty ; rdfs:label "holds"@en ; s:domainIncludes ex:Flyer ; owl:inverseOf ex:heldBy ; owl:propertyChainAxiom ( ex:knows ex:holds ) .
            ex:heldBy a owl:ObjectProperty ; rdfs:label "held by"@en . ex:knows a owl:ObjectProperty ; rdfs:label "knows"@en .
            ex:colour a owl:DatatypeProperty ; rdfs:label "colour"@en ; rdfs:range [ a rdfs:Datatype ; owl:oneOf ( "red" "blue" ) ] .
            ex:length a owl:DatatypeProperty ; rdfs:label "length"@en ; rdfs:range [ owl:datatypeComplementOf xsd:integer ] .
            ex:odd a owl:ObjectProperty ; rdfs:label "odd"@en ; rdfs:domain [ owl:unionOf ex:Kite ] , _:loop ; rdfs:range [ a owl:Restriction ; owl:someValuesFrom ex:Box ] .
            _:loop owl:complementOf _:loop .
            ex:ann rdfs:label "Ann"@en . ex:bob rdfs:label "Bob"@en .
            <id/sort> rdfs:label "sort"@en ; rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ex:tail ; owl:minCardinality 1 ] , [ owl:unionOf ( ex:Kite ex:Box ) ] .
            """;

    @TempDir
    private static Path folder;

    @AutoClose
    private static OddData data;

    @BeforeAll
    static void start() {
        data = new OddData(TestSite.of(
                PublicationFolder.in(folder)
                        .turtle("ontology/kites.ttl", ONTOLOGY)
                        .read(),
                Limits.standard()));
    }

    private static Document terms(String lang) {
        return Jsoup.parse(data.html("/def?lang=" + lang));
    }

    private static String row(String lang, String term, String heading) {
        return terms(lang).getElementById(term).select("dl > dt").stream()
                .filter(name -> name.text().equals(heading))
                .map(name -> name.nextElementSibling().children().eachText())
                .flatMap(values -> values.stream())
                .sorted()
                .collect(Collectors.joining(" | "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tail; Domain; Kite or Box kite",
                "tail; Range includes; Box kite | Tail",
                "holds; Domain includes; Flyer",
                "holds; Backwards; held by",
                "heldBy; Backwards; holds",
                "holds; Follows from; knows, then holds",
                "colour; Range; one of: red, blue",
                "length; Range; not xsd:integer",
                "Box; The same as; Kite and (not Tail)",
                "Flyer; The same as; one of: Ann, Bob",
                "Tail; Nothing in common with; Kite",
                "Kite; Nothing in common with; Tail",
                "Flyer; Nothing in common with; Box kite",
                "Thing; Just one of; Kite or Flyer",
                "Thing; Told apart by; colour, length",
                "odd; Domain; a thing without a name | a thing without a name",
                "odd; Range; a thing without a name",
            })
    void each_is_told_in_english(String term, String heading, String words) {
        assertThat(row("en", term, heading)).isEqualTo(words);
    }

    @Test
    void each_kind_of_restriction_is_told() {
        assertThat(row("en", "Kite", "Described as").split(" \\| "))
                .containsExactlyInAnyOrder(
                        "tail: at least 1",
                        "tail: at most 3 in Tail",
                        "tail: exactly 2",
                        "tail: at least one (Box kite or Tail)",
                        "tail: only Tail",
                        "colour: red",
                        "holds: itself",
                        "holds (backwards): at least one Flyer",
                        "length: at least one (xsd:decimal (from 1, less than 9))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"tail; 定义域; 风筝 或 Box kite", "holds; 由此得出; knows，再到 holds", "colour; 值域; 其中之一：red、blue"})
    void each_is_told_in_chinese(String term, String heading, String words) {
        assertThat(row("zh", term, heading)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void what_is_named_is_a_link_and_a_blank_node_has_no_id(String lang) {
        assertThat(terms(lang).select("#tail dd a[href$=#Kite]")).isNotEmpty();
        assertThat(terms(lang).text()).doesNotContain("_:");
    }

    @Test
    void a_class_on_the_page_of_a_thing_is_told_in_the_same_words() {
        assertThat(data.page("sort", "en").select("table.statements td .said").eachText())
                .contains("tail: at least 1", "Kite or Box kite");
    }
}
