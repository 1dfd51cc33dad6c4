package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** What a publication sets in {@code site.ttl} changes its pages and its search; without settings it is as ever. */
class SettingsOnPagesTest {
    private static final String SETTINGS =
            """
            PREFIX site: <https://w3id.org/torchgraph/site#>
            PREFIX eli: <http://data.europa.eu/eli/ontology#>
            PREFIX ex: <http://example.org/def#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            [] a site:Settings ;
              site:kind [ site:order 1 ; site:symbol "hexagon" ; site:colour "green" ; site:class ex:Bridge ] ;
              site:layout [ site:group "facts" ; site:properties ( ex:z ex:a ) ] ;
              site:hasPart ex:carries ;
              site:percent ex:a ;
              site:state [ site:sign "half" ; site:value <http://example.org/id/mended> ] ;
              site:names ( ex:heading ) ;
              site:descriptions ( ex:gist ) ;
              site:images ( ex:photograph ) ;
              site:search [ site:field "ignored" ; site:property ex:secret ] ;
              site:label [ site:term eli:number ; rdfs:label "No. of the act"@en ] ;
              site:evidence ex:seen ;
              site:sourceKind ex:sort ;
              site:confidence ex:sure .
            """;

    private static final String THINGS =
            """
            PREFIX eli: <http://data.europa.eu/eli/ontology#>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            <id/b> a ex:Bridge ; ex:heading "Long bridge"@en ; rdfs:label "LB-1" ; ex:a 0.25 ; ex:z "zed" ; ex:secret "rumour" ;
              ex:gist "spans the river"@en ; rdfs:comment "a comment"@en ; ex:photograph <http://pictures.example/b.png> ;
              eli:number "77" ; ex:stands <id/mended> ; ex:carries <id/road> ; ex:seen <id/e> .
            <id/e> oa:hasSource <id/book> ; oa:hasSelector [ rdf:value "line=3,4" ] .
            <id/road> rdfs:label "Road"@en ; ex:carries <id/lane> ; dct:source <id/book> .
            <id/lane> rdfs:label "Lane"@en ; ex:wide 3 .
            <id/mended> rdfs:label "mended once"@en .
            <id/book> rdfs:label "Book of bridges"@en ; ex:sort <id/leaflet> .
            <id/leaflet> rdfs:label "leaflet"@en .
            <id/c> rdf:subject <id/b> ; rdf:predicate ex:a ; rdf:object 0.25 ; ex:sure 0.9 .
            """;

    /** The steps from the bridge to what became of it. */
    private static final String STEPS =
            """
            #+ title.en: From plan to bridge
            #+ panel: ex:Bridge
            #+ param: this xsd:anyURI id/b "the bridge"
            #+ view: steps
            PREFIX ex: <http://example.org/def#>
            SELECT ?step ?thing ?comparator ?value ?unit ?note WHERE {
              VALUES (?step ?thing ?comparator ?value ?unit ?note) {
                ("plan" <id/b> ">=" 300 "m" UNDEF) ("built" <id/mended> UNDEF UNDEF UNDEF "in haste") ("built" <id/book> UNDEF 280 "m" UNDEF)
              }
              BIND(?this AS ?that)
            }
            """;

    private static final String SEEN =
            """
            #+ title.en: What was seen
            SELECT ?thing ?evidence { ?thing <http://example.org/def#seen> ?passage BIND(?thing AS ?evidence) }
            """;

    @TempDir
    Path root;

    private TestSite site(boolean set) {
        PublicationFolder folder = PublicationFolder.in(root).turtle("data/things.ttl", THINGS);
        if (set) {
            folder.write("site.ttl", SETTINGS).write("queries/steps.rq", STEPS).write("queries/seen.rq", SEEN);
        }
        assertThat(folder.read().faults()).isEmpty();
        return TestSite.of(folder.read(), TestSite.seconds(20)).searchable();
    }

    private static String page(TestSite site) {
        return site.get("/doc/b?lang=en", "Accept", "text/html").body();
    }

    @Test
    void a_thing_is_shown_and_named_as_its_publication_sets() {
        try (TestSite site = site(true)) {
            assertThat(page(site))
                    .contains(
                            "<h1 lang=\"en\" dir=\"auto\">Long bridge</h1>", "kind k-green", ">25%<", "No. of the act")
                    .containsSubsequence("zed", ">25%<")
                    .containsSubsequence(
                            "id=\"evidence\"", "<span class=\"sk\" lang=\"en\">leaflet</span>", "Book of bridges")
                    .containsSubsequence("class=\"ev\"", "high 0.9");
            assertThat(site.get("/?lang=en", "Accept", "text/html").body()).contains("k-green");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, high 0.9, confidence 0.9", "de, 'hoch 0,9', 'Sicherheit 0,9'", "fr, 'haute 0,9', 'confiance 0,9'"})
    void a_confidence_has_the_decimal_sign_of_the_reader(String language, String box, String markdown) {
        try (TestSite site = site(true)) {
            assertThat(site.get("/doc/b?lang=" + language, "Accept", "text/html")
                            .body())
                    .containsSubsequence("class=\"ev\"", box);
            assertThat(site.get("/doc/b.md?lang=" + language).body()).contains(markdown);
        }
    }

    @Test
    void a_publication_sets_what_describes_and_depicts_its_things() {
        try (TestSite site = site(false)) {
            assertThat(page(site)).contains(">a comment</p>").doesNotContain(">spans the river</p>", "(b.png)");
        }
        try (TestSite site = site(true)) {
            assertThat(page(site)).contains(">spans the river</p>", "Picture: Long bridge (b.png)");
        }
    }

    @Test
    void the_kind_of_a_source_is_named_in_the_marks_of_an_answer_too() {
        try (TestSite site = site(true)) {
            assertThat(site.get("/queries/seen?lang=en", "Accept", "text/html").body())
                    .containsSubsequence(
                            "class=\"ev\"", "<span class=\"sk\" lang=\"en\">leaflet</span>", "Book of bridges")
                    .doesNotContain(">id/leaflet<");
        }
    }

    @Test
    void a_state_has_its_sign_wherever_it_is_named() {
        try (TestSite site = site(true)) {
            assertThat(page(site)).containsPattern("verdict v-half\"><svg[^\n]*</svg><a [^>]*>mended once</a></span>");
        }
    }

    @Test
    void steps_lead_from_the_thing_of_the_page_to_others_and_the_table_is_below_them() {
        try (TestSite site = site(true)) {
            String page = page(site);
            assertThat(page.substring(
                            page.indexOf("<ol class=\"sight\">"), page.indexOf("</ol>", page.indexOf("sight"))))
                    .containsSubsequence(
                            "aria-current=\"step\"><span class=\"step\">plan</span>",
                            "<span lang=\"en\" dir=\"auto\">Long bridge</span>",
                            "<p class=\"big\">≥ 300 m</p>",
                            "<span class=\"step\">built</span>",
                            ">mended once</a>",
                            "in haste",
                            "<p class=\"big\">280 m</p>",
                            ">Book of bridges</a>")
                    .doesNotContain(">Long bridge</a>")
                    .containsOnlyOnce("aria-current")
                    .containsOnlyOnce(">built<");
            assertThat(page).containsSubsequence("</ol>", "<summary>Show as a table</summary>", "<table");
            assertThat(site.get("/queries/steps?lang=en", "Accept", "text/html").body())
                    .contains("<table")
                    .doesNotContain("class=\"sight\"");
        }
    }

    @Test
    void a_source_without_a_passage_is_where_a_thing_is_written() {
        try (TestSite site = site(true)) {
            assertThat(site.get("/doc/road?lang=en", "Accept", "text/html").body())
                    .containsSubsequence("href=\"#evidence\"", "id=\"evidence\"", ">Book of bridges</a>", "</section>");
            assertThat(site.get("/doc/lane?lang=en", "Accept", "text/html").body())
                    .doesNotContain("#evidence");
        }
    }

    @Test
    void a_thing_is_taken_away_with_all_that_belongs_to_it() {
        try (TestSite site = site(true)) {
            String whole = site.get("/doc/b.ttl?parts=all").body();
            assertThat(whole).contains("Long bridge", "ex:wide 3", "Book of bridges", "ex:sure 0.9");
            assertThat(site.get("/doc/b.ttl").body()).contains("Long bridge").doesNotContain("ex:wide", "def#wide");
            assertThat(site.get("/doc/b?parts=all", "Accept", "application/n-triples")
                            .body())
                    .contains("def#wide>");
            assertThat(page(site)).contains("href=\"/doc/b.ttl?parts=all\">Turtle with what belongs to it (1)</a>");
            assertThat(site.get("/doc/lane?lang=en", "Accept", "text/html").body())
                    .doesNotContain("parts=all");
            assertThat(site.get("/doc/b.ttl?parts=some").statusCode()).isEqualTo(400);
            assertThat(site.get("/doc/b.ttl?parts=all").headers().allValues("Link"))
                    .anyMatch(link -> link.contains("</doc/b.jsonld?parts=all>"));
            String tag = site.get("/doc/b.ttl?parts=all")
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            assertThat(site.get("/doc/b.ttl?parts=all", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
            assertThat(tag)
                    .isNotEqualTo(
                            site.get("/doc/b.ttl").headers().firstValue("ETag").orElseThrow());
        }
    }

    @Test
    void without_settings_common_vocabularies_decide() {
        try (TestSite site = site(false)) {
            assertThat(page(site))
                    .contains(">LB-1</h1>", "kind k-plain", ">0.25<", "dir=\"auto\">number</")
                    .containsSubsequence(">0.25<", "zed")
                    .doesNotContain(
                            "k-green",
                            "25%",
                            "No. of the act",
                            "high 0.9",
                            "id=\"evidence\"",
                            "class=\"sk\"",
                            "verdict");
            assertThat(site.get("/search.json?q=rumour").body()).contains("id/b");
        }
    }

    @Test
    void a_text_that_the_publication_keeps_out_of_the_search_finds_nothing() {
        try (TestSite site = site(true)) {
            assertThat(site.get("/search.json?q=rumour").body()).doesNotContain("id/b");
            assertThat(site.get("/search.json?q=bridge").body()).contains("id/b");
        }
    }
}
