package org.torchgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.model.naming.IriEnd;
import org.torchgraph.publication.settings.Presentation;

/** Data of other people: whatever they call a name, and things that have none. */
class FoundByAnyNameTest {
    private static final String NAMES =
            """
            PREFIX eli: <http://data.europa.eu/eli/ontology#>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX dc: <http://purl.org/dc/elements/1.1/>
            PREFIX s: <http://schema.org/>
            PREFIX ss: <https://schema.org/>
            PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
            PREFIX gn: <http://www.geonames.org/ontology#>
            PREFIX gr: <http://purl.org/goodrelations/v1#>
            PREFIX xl: <http://www.w3.org/2008/05/skos-xl#>
            PREFIX ontolex: <http://www.w3.org/ns/lemon/ontolex#>
            <id/act1> eli:title "Finance Act"@en ; eli:description "On the taxation of income."@en .
            <id/act2> eli:title_short "Harbour Code"@en .
            <id/p1> a s:Person ; s:name "Jane Example" ; s:jobTitle "physicist" .
            <id/p2> ss:givenName "Ada" ; ss:familyName "Byron" .
            <id/p3> foaf:firstName "Otto" ; foaf:familyName "Hahn" .
            <id/p4> foaf:givenName "小明"@zh ; foaf:familyName "王"@zh .
            <id/news> ss:headline "Zeppelin lands" .
            <id/card> vcard:fn "Quentin Quill" .
            <id/firm> vcard:organization-name "Wickerwork Guild" .
            <id/gnd> <https://d-nb.info/standards/elementset/gnd#preferredNameForThePerson> "Zetkin, Clara"@de .
            <id/far> <http://far.example/terms#prefLabel> "Distant Thing" ; <http://far.example/terms#definition> "quite remote" .
            <id/p5> foaf:nick "bunny" ; foaf:title "Dr" ; foaf:givenName "Lise" ; foaf:familyName "Meitner" .
            <id/book> <http://id.loc.gov/ontologies/bibframe/title> [ <http://id.loc.gov/ontologies/bibframe/mainTitle> "Moby Dick" ] .
            <id/place> gn:name "Lake Mungo" .
            <id/shop> gr:name "Corner Bakery" .
            <id/dc> dc:title "Plain Core" .
            <id/xl> xl:prefLabel [ xl:literalForm "by label thing"@en ] .
            <id/lex> ontolex:canonicalForm [ ontolex:writtenRep "marmalade"@en ] .
            <id/own> ex:called "Of our own" .
            <id/twice> ex:nickname "Twice removed" .
            ex:called <http://www.w3.org/2000/01/rdf-schema#subPropertyOf> rdfs:label .
            ex:nickname rdfs:subPropertyOf ex:called .
            """;

    private static final String UNLABELLED =
            """
            <id/cube> a ex:Cube ; rdfs:label "Population"@en .
            <id/obs1> a ex:Observation ; ex:year "2020"^^xsd:gYear ; ex:population 1234567 .
            <id/北海道> a ex:Region .
            <id/Gro%C3%9Fe_H%C3%B6he> a ex:Region .
            <id/windSpeedSensor-04> a ex:Sensor ; ex:said "anemometer"@en , true , "AFFE"^^xsd:hexBinary .
            <urn:isbn:9780262510875> a ex:Book .
            """;

    @TempDir
    private Path root;

    private Search search(String turtle) {
        return new Search(
                MemoryDataset.of(PublicationFolder.in(root)
                                .turtle("data/x.ttl", turtle)
                                .read())
                        .snapshot(),
                PublicationFolder.BASE,
                Presentation.DEFAULT,
                List.of());
    }

    private static Hits find(Search search, String text, Map<String, Set<String>> filters) {
        return search.find(new SearchRequest(text, filters, 1), Duration.ofMinutes(1))
                .orElseThrow();
    }

    private List<String> found(String turtle, String text) {
        Hits hits = find(search(turtle), text, Map.of());
        return hits.loose() ? List.of() : names(hits);
    }

    private static List<String> names(Hits hits) {
        return hits.hits().stream()
                .map(hit -> hit.thing().getURI().replace(PublicationFolder.BASE + "id/", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Finance, act1",
        "taxation, act1",
        "Harbour Code, act2",
        "Jane, p1",
        "physicist, p1",
        "Ada Byron, p2",
        "Byron, p2",
        "Otto Hahn, p3",
        "王小明, p4",
        "zeppelin, news",
        "Quill, card",
        "wickerwork, firm",
        "Zetkin, gnd",
        "distant, far",
        "remote, far",
        "Lise Meitner, p5",
        "bunny, p5",
        "Moby, book",
        "Mungo, place",
        "bakery, shop",
        "plain core, dc",
        "by label thing, xl",
        "marmalade, lex",
        "of our own, own",
        "twice removed, twice"
    })
    void whatever_a_vocabulary_calls_a_name_is_one(String text, String thing) {
        assertThat(found(NAMES, text)).containsExactly(thing);
    }

    @Test
    void a_name_of_two_parts_is_one_name_and_they_do_not_stand_for_each_other() {
        Hits hits = find(search(NAMES), "Ada", Map.of());
        assertThat(hits.also()).isEmpty();
        assertThat(hits.hits().get(0).names())
                .extracting(name -> name.literal().getLiteralLexicalForm())
                .startsWith("Ada Byron");
    }

    @ParameterizedTest
    @CsvSource({"Meitner, Lise Meitner", "distant, Distant Thing"})
    void neither_a_nickname_nor_a_title_stands_before_the_name(String text, String name) {
        assertThat(find(search(NAMES), text, Map.of()).hits().get(0).names())
                .extracting(known -> known.literal().getLiteralLexicalForm())
                .contains(name)
                .doesNotContain("Dr", "bunny");
    }

    @ParameterizedTest
    @CsvSource({
        "obs1, obs1",
        "OBS1, obs1",
        "1234567, obs1",
        "北海道, 北海道",
        "北海, 北海道",
        "Große Höhe, Gro%C3%9Fe_H%C3%B6he",
        "grosse hohe, Gro%C3%9Fe_H%C3%B6he",
        "wind sensor, windSpeedSensor-04",
        "sensor 04, windSpeedSensor-04",
        "anemometer, windSpeedSensor-04",
        "9780262510875, urn:isbn:9780262510875"
    })
    void a_thing_without_a_name_is_found_by_the_end_of_its_iri_and_by_what_is_said_of_it(String text, String thing) {
        assertThat(found(UNLABELLED, text)).containsExactly(thing);
    }

    @ParameterizedTest
    @CsvSource({
        "http://x/50%zz, 50%zz",
        "http://x/100%, 100%",
        "http://x/%FF, %FF",
        "http://x/a+b%20c, a+b c",
        "http://x/%E4%B8%AD%E5%9B%BD/, 中国",
        "urn:x:y, y"
    })
    void the_end_of_an_iri_is_decoded_where_it_can_be(String iri, String end) {
        assertThat(IriEnd.of(iri)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "AFFE"})
    void what_no_reader_would_type_is_not_looked_through(String text) {
        assertThat(found(UNLABELLED, text)).isEmpty();
    }

    @Test
    void things_without_a_name_are_counted_and_found_by_their_class() {
        Search search = search(UNLABELLED);
        assertThat(names(find(search, "", Map.of("class", Set.of("def#Region")))))
                .containsExactlyInAnyOrder("北海道", "Gro%C3%9Fe_H%C3%B6he");
        assertThat(find(search, "", Map.of("class", Set.of("def#Observation"))).total())
                .isEqualTo(1);
    }

    @Test
    void a_thing_with_a_name_comes_before_one_that_has_the_word_in_its_iri() {
        assertThat(found("<id/kite-1> a ex:K . <id/z> ex:note \"a kite\" ; rdfs:label \"wing\" .", "kite"))
                .containsExactly("z", "kite-1");
    }

    @ParameterizedTest
    @CsvSource({
        "Cafe, Café",
        "CAFÉ, Cafe",
        "Cafe\u0301, Café",
        "Economie, Économie",
        "Hokkaido, Hokkaidō",
        "Grosse, Größe",
        "GRÖSSE, Größe",
        "Ｇｒｏｓｓｅ, Größe",
        "ostergade, Østergade",
        "Lodz, Łódź",
        "istanbul, İSTANBUL",
        "ΑΘΗΝΑ, Αθήνα",
        "οδυσσευς, Ὀδυσσεύς",
        "Smørrebrød, smorrebrod",
        "елка, ёлка",
        "שלום, שָׁלוֹם",
        "كتاب, كِتَابٌ",
        "한국, 한국",
        "ガラス, ｶﾞﾗｽ",
        "٢٠٢١, ٢٠٢١"
    })
    void accents_case_and_width_do_not_matter_and_the_mark_is_on_the_whole_word(String text, String label) {
        Hits hits = find(
                search("<id/x> rdfs:label \"see " + label + " there\" . <id/y> rdfs:label \"no\" ."), text, Map.of());
        assertThat(names(hits)).containsExactly("x");
        assertThat(marked(hits)).isEqualTo("see [" + label + "] there");
    }

    @ParameterizedTest
    @CsvSource({"cafe, plain", "café, accented", "CAFÉ, accented", "grosse, ss", "größe, umlaut"})
    void of_two_that_differ_in_accents_the_one_that_is_written_as_typed_is_first(String text, String first) {
        String turtle =
                """
                <id/accented> rdfs:label "Café Central" . <id/plain> rdfs:label "Cafe Central" .
                <id/umlaut> rdfs:label "Größe" . <id/ss> rdfs:label "Grosse" .
                """;
        assertThat(found(turtle, text)).hasSize(2).startsWith(first);
    }

    private static String marked(Hits hits) {
        return hits.hits().get(0).names().get(0).marked().parts().stream()
                .map(part -> part.hit() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }
}
