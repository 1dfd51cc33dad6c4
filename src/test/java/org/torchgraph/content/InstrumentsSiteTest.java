package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.riot.RDFParser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.query.Limits;
import org.torchgraph.question.Questions;

/** The second publication of this repository over the real server. */
class InstrumentsSiteTest {
    private static final String BASE = "https://example.org/instruments/";
    private static final String[] HTML = {"Accept", "text/html"};

    private static final Publication publication = PublicationReader.read(InstrumentsTest.FOLDER, Optional.empty());

    @AutoClose
    private static final TestSite site =
            TestSite.of(publication, Limits.standard()).searchable();

    @Test
    void every_term_has_a_page_in_the_sitemap_and_five_formats() {
        String sitemap = site.get("/sitemap.xml").body();
        TreeSet<String> terms = terms();
        assertThat(terms).hasSize(120);
        for (String term : terms) {
            String path = "/doc/" + term.substring(BASE.length());
            assertThat(sitemap).contains(path + "</loc>");
            HttpResponse<String> page = site.get(path, HTML);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(Jsoup.parse(page.body()).select("main h1").text()).isNotBlank();
        }
        for (String end : List.of("ttl", "jsonld", "nt", "rdf", "md")) {
            HttpResponse<String> reply = site.get("/doc/term/oud." + end);
            assertThat(reply.statusCode()).as(end).isEqualTo(200);
            assertThat(reply.body()).as(end).contains("term/lute").doesNotContain("term/violin");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "عود, oud",
        "قانون, qanun",
        "Geige, violin",
        "Dudelsack, bagpipes",
        "古筝, guzheng",
        "鲁特琴, lute",
        "oud, oud"
    })
    void a_term_is_found_by_its_name_in_each_language(String name, String term) {
        String hits = site.get("/search.json?q=" + PercentEncoding.value(name)).body();
        assertThat(hits).contains("\"iri\":\"" + BASE + "term/" + term + "\"");
        assertThat(site.get("/search.json?q=xqzxqz").body()).doesNotContain("\"iri\":");
    }

    @Test
    void a_label_has_its_language_and_its_direction() {
        Document page = Jsoup.parse(site.get("/doc/term/oud?lang=en", HTML).body());
        Element arabic = page.select("main [lang=ar]").first();
        assertThat(arabic.text()).startsWith("عود");
        assertThat(arabic.attr("dir")).isIn("auto", "rtl");
        assertThat(page.select("main [lang=de]").eachText()).anyMatch(text -> text.startsWith("Oud"));
        assertThat(page.select("main [lang=zh]").eachText()).anyMatch(text -> text.startsWith("乌德琴"));
        assertThat(page.select("h1").attr("lang")).isEqualTo("en");
        Document chinese = Jsoup.parse(site.get("/doc/term/oud?lang=zh", HTML).body());
        assertThat(chinese.select("h1").text()).isEqualTo("乌德琴");
    }

    @ParameterizedTest
    @ValueSource(strings = {"below", "missing-names", "named-by-language", "names", "stale-figures"})
    void a_question_has_a_page_and_is_described_in_four_languages(String name) {
        for (String lang : List.of("en", "zh")) {
            HttpResponse<String> page = site.get("/queries/" + name + "?lang=" + lang, HTML);
            assertThat(page.statusCode()).isEqualTo(200);
        }
        assertThat(site.get("/queries/" + name + ".csv").statusCode()).isEqualTo(200);
        String catalogue = site.get("/dataset.ttl").body();
        Questions.of(publication).named(name).orElseThrow().titles().forEach((language, title) -> assertThat(catalogue)
                .contains("\"" + title + "\"@" + language));
    }

    @Test
    void what_a_question_lists_as_missing_has_no_such_name() {
        Map<String, String> other = Map.of("ar", "عود", "zh", "琵琶");
        other.forEach((language, name) -> {
            String missing = site.get("/queries/missing-names.csv?language=language/" + language)
                    .body();
            assertThat(missing.lines()).hasSizeGreaterThan(10);
            assertThat(missing).doesNotContain("ar".equals(language) ? "term/oud" : "term/pipa");
        });
        assertThat(site.get("/queries/missing-names.csv?language=language/en")
                        .body()
                        .lines())
                .containsExactly("term");
    }

    @Test
    void the_datasets_of_the_catalogue_and_the_figures_of_a_cube_have_pages() {
        for (String path : List.of(
                "thesaurus",
                "collection/string-quartet",
                "catalogue",
                "figures/names",
                "figures/classes",
                "figure/prefLabel-ar",
                "language/ar")) {
            HttpResponse<String> page = site.get("/doc/" + path + "?lang=en", HTML);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
        }
        assertThat(Jsoup.parse(site.get("/doc/figures/names?lang=en", HTML).body())
                        .select("main")
                        .text())
                .contains("Names and definitions by language");
        assertThat(site.get("/doc/figures/nothing", HTML).statusCode()).isEqualTo(404);
        Document terms = Jsoup.parse(site.get("/def?lang=en", HTML).body());
        assertThat(terms.select("main").text()).contains("kind of text", "How many terms there are.");
    }

    @Test
    void the_first_page_has_the_name_and_the_text_of_the_settings() {
        Document home = Jsoup.parse(site.get("/?lang=en", HTML).body());
        assertThat(home.title()).contains("Musical instruments");
        String guqin = home.select("main a:contains(guqin)").attr("href");
        assertThat(guqin).isEqualTo("/doc/term/guqin?lang=en");
        assertThat(site.get(guqin, HTML).statusCode()).isEqualTo(200);
    }

    private static TreeSet<String> terms() {
        TreeSet<String> terms = new TreeSet<>();
        RDFParser.source(InstrumentsTest.FOLDER.resolve("data/thesaurus.ttl").toString()).toGraph().stream()
                .map(triple -> triple.getSubject().toString())
                .filter(thing -> thing.startsWith(BASE + "term/"))
                .forEach(terms::add);
        return terms;
    }
}
