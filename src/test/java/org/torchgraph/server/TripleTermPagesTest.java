package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.Cli;

/** Triple terms of RDF 1.2, and what is said of the statements that they are. */
class TripleTermPagesTest {
    private static final String TURTLE =
            """
            <id/s> ex:p <id/o> ; rdfs:label "Subject"@en . <id/o> rdfs:label "Object"@en . ex:p rdfs:label "relates to"@en . ex:q rdfs:label "measures"@en . ex:holds rdfs:label "holds"@en . ex:about rdfs:label "is about"@en . ex:age rdfs:label "age"@en .
            << <id/s> ex:p <id/o> ~ <id/claim1> >> ex:source "a book" ; ex:since "1999"^^xsd:gYear .
            <id/claim1> rdfs:label "Claim 1"@en .
            <id/s> ex:q 5 {| ex:source "nobody's note" |} .
            <id/guess> rdf:reifies <<( <id/s> ex:p <id/other> )>> ; ex:source "hearsay" .
            <id/deep> ex:holds <<( <id/s> ex:p <<( <id/o> ex:p <<( <id/s> ex:q "inmost"@en )>> )>> )>> .
            <id/twice> ex:p <id/o> {| ex:since 2002 {| ex:source "an annotation of it" {| ex:source "and one of that" |} |} |} .
            <id/blank> ex:about <<( _:a ex:age 30 )>> . _:a ex:called "Ann" .
            """;

    @TempDir
    private static Path folder;

    @AutoClose
    private static OddData data;

    @BeforeAll
    static void start() {
        data = OddData.of(folder, TURTLE);
    }

    private static Element row(Document page, String property) {
        return page.select("table.statements tr").stream()
                .filter(row -> row.selectFirst("th").text().startsWith(property))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"en, annotation", "zh, 附注"})
    void an_annotation_stands_beside_its_statement(String lang, String word) {
        Element row = row(data.page("s", lang), "relates to");
        assertThat(row.select("a[href^=/doc/o]").text()).isEqualTo("Object");
        assertThat(row.selectFirst("details.ev summary").text()).isEqualTo(word);
        assertThat(row.select("details.ev dl").text()).contains("a book", "1999", "Claim 1");
        assertThat(row.select("details.ev a[href^=/doc/claim1]")).hasSize(1);
    }

    @Test
    void an_annotation_without_a_name_is_told_without_an_id() {
        Element row = row(data.page("s", "en"), "measures");
        assertThat(row.select("details.ev dl").text()).contains("nobody's note");
        assertThat(row.html()).doesNotContain("_:");
    }

    @Test
    void annotations_of_annotations_are_on_the_page_and_in_the_data() {
        for (String words : new String[] {"2002", "an annotation of it", "and one of that"}) {
            assertThat(data.page("twice", "en").select("main").text()).contains(words);
            assertThat(data.site().get("/doc/twice.ttl").body()).contains(words);
        }
        assertThat(data.page("s", "en").select("main").text()).doesNotContain("an annotation of it");
    }

    @Test
    void what_is_claimed_and_not_stated_is_told_apart() {
        Document page = data.page("s", "en");
        assertThat(page.select("#claims .about").text()).isEqualTo("Subject relates to id/other");
        assertThat(page.select("#claims dl").text()).contains("hearsay");
        assertThat(page.select("#statements").text()).doesNotContain("id/other");
    }

    @Test
    void a_triple_term_reads_as_the_statement_that_it_is() {
        Element row = row(data.page("claim1", "en"), "reifies");
        assertThat(row.selectFirst("td").text()).isEqualTo("“Subject relates to Object”");
        assertThat(row.select("td a[href]")).hasSize(3);
        assertThat(row(data.page("deep", "en"), "holds").selectFirst("td").text())
                .isEqualTo("“Subject relates to “Object relates to “Subject measures inmost”””");
    }

    @ParameterizedTest
    @CsvSource({"en, a thing without a name", "zh, 没有名称的事物"})
    void a_blank_node_in_it_has_no_id(String lang, String word) {
        Element row = row(data.page("blank", lang), "is about");
        assertThat(row.selectFirst("td").text()).startsWith("“" + word + " age 30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "o", "claim1", "guess", "deep", "blank", "other"})
    void each_thing_that_is_named_has_a_page_and_search_finds_what_is_described(String thing) {
        assertThat(data.site().get("/id/" + thing).statusCode()).isEqualTo(303);
        assertThat(data.page(thing, "en").select("h1").text()).isNotBlank();
        assertThat(data.site().get("/search.json?q=" + thing).statusCode()).isEqualTo(200);
    }

    @Test
    void a_thing_that_a_triple_term_names_is_told_where() {
        assertThat(data.page("other", "en").select("#incoming").text()).contains("reifies", "1 in all");
    }

    @Test
    void an_answer_shows_triple_terms_too() {
        String query =
                "SELECT%20*%20%7B%20%3Fs%20%3Chttp%3A%2F%2Fwww.w3.org%2F1999%2F02%2F22-rdf-syntax-ns%23reifies%3E%20%3Ft%20%7D";
        assertThat(data.site()
                        .get("/sparql?query=" + query, "Accept", "application/sparql-results+json")
                        .body())
                .contains("\"triple\"");
    }

    @Test
    void the_static_site_ends(@TempDir Path out) {
        Path site = out.resolve("site");
        Cli run = Cli.run("site", "--publication", folder.toString(), "--out", site.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(site.resolve("en/doc/claim1.html")).content().contains("“");
    }
}
