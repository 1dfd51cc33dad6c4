package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** A concept scheme is shown as a tree, an index, collections and mappings, whichever way its links are stated. */
class ThesaurusPagesTest {
    @TempDir
    static Path root;

    @TempDir
    static Path hidden;

    @AutoClose
    static TestSite site;

    private static final String KNOTS =
            """
            <knots> a skos:ConceptScheme ; skos:prefLabel "Knots"@en , "绳结"@zh-Hans .
            <k/hitch> a skos:Concept ; skos:inScheme <knots> ; skos:notation "10" ; skos:prefLabel "hitch"@en .
            <k/bend> a skos:Concept ; skos:inScheme <knots> ; skos:notation "9" ; skos:prefLabel "bend"@en .
            <k/clove> a skos:Concept ; skos:inScheme <knots> ; skos:broader <k/hitch> ;
                skos:prefLabel "clove hitch"@en , "双套结"@zh-Hans ;
                <http://www.w3.org/2008/05/skos-xl#altLabel> <k/clove/peg> ;
                skos:altLabel "builder's knot"@en , "Webeleinstek"@de , "Mastwurf"@de .
            <k/bend> skos:narrower <k/sheet> .
            <k/sheet> a skos:Concept ; skos:inScheme <knots> ; skos:prefLabel "sheet bend"@en ;
                skos:exactMatch <http://other.example/schot> .
            <k/first> a skos:Concept ; skos:inScheme <knots> ; skos:broader <k/second> ; skos:prefLabel "écru first"@en .
            <k/second> a skos:Concept ; skos:inScheme <knots> ; skos:broader <k/first> ; skos:prefLabel "second"@en .
            <k/easy> a skos:OrderedCollection ; skos:inScheme <knots> ; skos:prefLabel "for beginners"@en ;
                skos:memberList ( <k/sheet> <k/clove> ) .
            <k/all> a skos:Collection ; skos:prefLabel "by use"@en ; skos:member <k/easy> , <k/bend> .
            <k/clove/peg> <http://www.w3.org/2008/05/skos-xl#literalForm> "peg knot"@en .
            <lonely> a skos:ConceptScheme ; skos:prefLabel "Without concepts"@en .
            """;

    @BeforeAll
    static void start() {
        StringBuilder many = new StringBuilder("<many> a skos:ConceptScheme ; skos:prefLabel \"Many\"@en .\n");
        for (int i = 0; i < 1500; i++) {
            many.append("<m/").append(i).append("> a skos:Concept ; skos:inScheme <many> ; skos:prefLabel \"");
            many.append(i % 3 == 0 ? "Anchor " : "Buoy ").append(i).append("\"@en");
            many.append(i < 300 ? " .\n" : " ; skos:broader <m/0> .\n");
        }
        PublicationFolder.in(root).turtle("data/knots.ttl", KNOTS).turtle("data/many.ttl", many.toString());
        site = TestSite.of(new PublicationFolder(root).read(), TestSite.seconds(20));
    }

    private static Document page(String path) {
        HttpResponse<String> answer = site.get(path, "Accept", "text/html", "Accept-Language", "en");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @Test
    void a_tree_has_every_concept_in_the_order_of_notations_then_names() {
        Element tree = page("/doc/knots").selectFirst("#view-scheme");
        assertThat(tree.select("> ul > li").eachText().stream()
                        .map(text -> text.replaceAll("\\d+$", "").strip()))
                .satisfies(tops -> assertThat(tops).hasSize(3));
        assertThat(tree.select("a").eachText())
                .containsExactly(
                        "bend",
                        "sheet bend",
                        "hitch",
                        "clove hitch",
                        "écru first",
                        "second",
                        "écru first",
                        "1 narrower concept");
        assertThat(tree.select("> ul > li").get(0).text()).startsWith("9");
        assertThat(page("/doc/lonely").selectFirst("#view-scheme")).isNull();
    }

    @Test
    void an_index_lists_names_below_letters_without_accents() {
        Element index = page("/doc/knots").selectFirst("#view-names");
        assertThat(index.select("dt").eachText()).containsExactly("B", "C", "E", "H", "P", "S");
        assertThat(index.select("dd").eachText())
                .containsExactly(
                        "bend",
                        "builder's knot, see clove hitch",
                        "clove hitch",
                        "écru first",
                        "hitch",
                        "peg knot, see clove hitch",
                        "second",
                        "sheet bend");
    }

    @Test
    void other_names_of_the_reader_lead_to_their_concepts_from_the_index() {
        Document page = Jsoup.parse(
                site.get("/doc/knots?lang=de", "Accept", "text/html").body());
        Element index = page.selectFirst("#view-names");
        assertThat(index.select("dt").eachText()).contains("M", "W");
        assertThat(index.select("dd:contains(Mastwurf)").text()).isEqualTo("Mastwurf, siehe clove hitch");
        assertThat(index.select("dd:contains(Mastwurf) a").eachAttr("href")).containsExactly("/doc/k/clove?lang=de");
        assertThat(index.text()).contains("Webeleinstek").doesNotContain("builder");
    }

    @Test
    void an_index_for_chinese_readers_goes_by_readings() {
        Document page = Jsoup.parse(
                site.get("/doc/knots?lang=zh", "Accept", "text/html").body());
        Element index = page.selectFirst("#view-names");
        assertThat(index.select("dd").eachText()).contains("双套结").doesNotContain("clove hitch");
        assertThat(index.select("dd:contains(双套结)")
                        .first()
                        .previousElementSiblings()
                        .select("dt")
                        .first()
                        .text())
                .isEqualTo("S");
    }

    @Test
    void collections_are_nested_and_keep_their_order() {
        Element collections = page("/doc/knots").selectFirst("#view-collections");
        assertThat(collections.select("> ul > li > details > summary a").eachText())
                .containsExactly("by use");
        assertThat(collections.select("ol > li a").eachText()).containsExactly("sheet bend", "clove hitch");
    }

    @Test
    void mappings_stand_in_a_table() {
        Element matches = page("/doc/knots").selectFirst("#view-matches");
        assertThat(matches.select("tbody tr")).hasSize(1);
        assertThat(matches.selectFirst("tbody tr").text()).contains("sheet bend", "http://other.example/schot");
    }

    @Test
    void a_concept_shows_the_way_from_the_top_and_what_is_below() {
        Document below = page("/doc/k/clove");
        assertThat(below.select("#view-concept .path > span").eachText())
                .containsExactly("Knots", "hitch", "clove hitch");
        assertThat(below.select("#view-concept .tree")).isEmpty();
        assertThat(page("/doc/k/bend").select("#view-concept .tree a").eachText())
                .containsExactly("sheet bend");
        assertThat(page("/doc/k/first").select("#view-concept .path > span").eachText())
                .containsExactly("Knots", "second", "écru first");
    }

    @Test
    void a_large_scheme_is_shown_in_pages() {
        Document first = page("/doc/many");
        assertThat(first.select("#view-scheme > ul > li")).hasSize(200);
        assertThat(first.select("#view-scheme a:contains(narrower)").attr("href"))
                .endsWith("/doc/m/0#view-concept");
        assertThat(first.select("#view-names nav.index > *").eachText()).containsExactly("A 500", "B 1000");
        assertThat(first.select("#view-names .names li")).hasSize(400).allSatisfy(name -> assertThat(name.text())
                .startsWith("Anchor"));
        Document second = page("/doc/many?tree=2");
        assertThat(second.select("#view-scheme > ul > li")).hasSize(100);
        Document buoys = page("/doc/many?letter=B&names=3");
        assertThat(buoys.select("#view-names .names li")).hasSize(200).allSatisfy(name -> assertThat(name.text())
                .startsWith("Buoy"));
        assertThat(page("/doc/m/0?tree=6").select("#view-concept > ul > li")).hasSize(200);
    }

    @Test
    void a_page_that_is_none_is_refused_in_one_sentence() {
        for (String query : List.of("tree=0", "names=x", "matches=-1")) {
            HttpResponse<String> answer = site.get("/doc/knots?" + query, "Accept", "text/html");
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
        }
        for (String query : List.of("tree=2", "names=9", "letter=Q", "matches=2")) {
            HttpResponse<String> answer = site.get("/doc/knots?" + query, "Accept", "text/html");
            assertThat(answer.statusCode()).as(query).isEqualTo(404);
            assertThat(Jsoup.parse(answer.body()).text()).contains("no such page or letter", query);
        }
        assertThat(site.get("/doc/k/clove?tree=2", "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }

    @Test
    void data_forms_and_other_pages_do_not_change() {
        assertThat(site.get("/doc/knots.ttl?tree=9").statusCode()).isEqualTo(200);
        assertThat(site.get("/doc/knots.ttl").body())
                .isEqualTo(site.get("/doc/knots.ttl?letter=Q").body());
        assertThat(page("/doc/dataset").select("[id^=view-]")).isEmpty();
    }

    @Test
    void the_first_page_counts_every_class_those_of_other_vocabularies_folded() {
        Element holds = page("/").selectFirst("section[aria-labelledby=h-holds]");
        assertThat(holds.select("> dl dt").eachText()).anyMatch(name -> name.equalsIgnoreCase("concept"));
        assertThat(holds.select("> details dt").eachText())
                .anyMatch(name -> name.equalsIgnoreCase("ordered collection"))
                .noneMatch(name -> name.equalsIgnoreCase("concept"));
    }

    @Test
    void the_first_page_and_the_page_about_the_site_lead_to_schemes() {
        assertThat(page("/").select("section:has(#h-views) a").eachText()).containsExactly("Many", "Knots");
        assertThat(page("/about").select("#views li").eachText()).containsExactly("Many 1500", "Knots 6");
    }

    @Test
    void a_setting_hides_the_view() {
        PublicationFolder folder = PublicationFolder.in(hidden)
                .turtle("data/knots.ttl", KNOTS)
                .turtle("site.ttl", "[] <https://w3id.org/torchgraph/site#hiddenView> \"thesaurus\" .");
        try (TestSite without = TestSite.of(folder.read(), TestSite.seconds(20))) {
            for (String path : List.of("/doc/knots", "/doc/k/clove", "/", "/about")) {
                assertThat(Jsoup.parse(without.get(path, "Accept", "text/html").body())
                                .select("[id^=view-], #h-views, #views"))
                        .as(path)
                        .isEmpty();
            }
        }
    }
}
