package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.Accessibility;
import org.torchgraph.kit.Chromium;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Pages in Arabic and Hebrew, whose words an owner adds, and names in these on other pages. */
class RightToLeftTest {
    private static final String DATA =
            """
            ex:Kite a owl:Class ; rdfs:label "Kite"@en , "طائرة ورقية"@ar , "עפיפון"@he .
            <id/a> a ex:Kite ; skos:prefLabel "large kite"@en , "طائرة كبيرة"@ar , "עפיפון גדול"@he ; ex:size 12000 ; ex:year "2020"^^xsd:gYear .
            <id/b> a ex:Kite ; skos:prefLabel "small kite"@en ; skos:altLabel "طائرة صغيرة"@ar ; ex:size 10 ; ex:year "2021"^^xsd:gYear .
            """;

    private static final List<String> PATHS =
            List.of("/", "/doc/a", "/queries", "/queries/kites", "/search?q=kite", "/def", "/export", "/sparql");

    @TempDir
    private static Path root;

    @AutoClose
    private static TestSite site;

    @AutoClose
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle("data/a.ttl", DATA)
                .write(
                        "queries/kites.rq",
                        """
                        #+ title.en: Kites
                        #+ title.ar: طائرات ورقية
                        PREFIX ex: <http://example.org/def#>
                        SELECT ?kite ?year ?size { ?kite ex:year ?year ; ex:size ?size } ORDER BY ?year""");
        for (String language : List.of("ar", "he")) {
            String file = "messages_" + language + ".properties";
            folder.write("messages/" + file, Files.readString(Path.of("src/test/resources/languages", file)));
        }
        site = TestSite.of(folder.read(), TestSite.seconds(20)).searchable();
        chromium = Chromium.launch();
    }

    private static Page opened(BrowserContext context, String path, String lang) {
        Page page = context.newPage();
        page.navigate(site.url(path + (path.contains("?") ? "&" : "?") + "lang=" + lang));
        return page;
    }

    private static BrowserContext context(int width) {
        return chromium.browser().newContext(new NewContextOptions().setViewportSize(width, 900));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "he"})
    void a_page_runs_from_right_to_left_and_its_pictures_and_code_do_not(String lang) {
        try (BrowserContext context = context(1280)) {
            Page page = opened(context, "/queries/kites", lang);
            assertThat(page.getAttribute("html", "dir")).isEqualTo("rtl");
            assertThat(page.getAttribute("html", "lang")).isEqualTo(lang);
            assertThat(page.locator(".brand").boundingBox().x).isGreaterThan(640);
            assertThat(page.evaluate("[...document.querySelectorAll('svg, code, pre')]"
                            + ".filter(e => getComputedStyle(e).direction !== 'ltr').map(e => e.outerHTML)"))
                    .isEqualTo(List.of());
            assertThat(page.locator("svg").count()).isPositive();
            assertThat(page.locator("code, pre").count()).isPositive();
            assertThat(page.locator(".searchbox input")
                            .first()
                            .evaluate("e => getComputedStyle(e).borderTopRightRadius"))
                    .isNotEqualTo("0px");
        }
    }

    @ParameterizedTest
    @CsvSource({"/doc/a, ar, right", "/doc/b, he, right", "/queries/kites, en, left", "/queries/kites, de, left"})
    void a_heading_stands_where_the_page_begins_in_whatever_direction_it_is_written(
            String path, String lang, String side) {
        try (BrowserContext context = context(1280)) {
            Object aligned =
                    opened(context, path, lang).locator("h1").first().evaluate("e => getComputedStyle(e).textAlign");
            assertThat(aligned).isEqualTo(side);
        }
    }

    @ParameterizedTest
    @CsvSource({"ar, 1280", "ar, 390", "he, 390"})
    void axe_finds_nothing_wrong(String lang, int width) {
        try (BrowserContext context = context(width)) {
            for (String path : List.of("/", "/doc/a", "/queries/kites", "/search?q=kite")) {
                assertThat(Accessibility.faults(opened(context, path, lang)))
                        .as(path)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "he", "de", "fr"})
    void no_page_is_wider_than_a_narrow_screen(String lang) {
        try (BrowserContext context = context(390)) {
            for (String path : PATHS) {
                assertThat((Integer) opened(context, path, lang).evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(390);
            }
        }
    }

    @Test
    void a_heading_that_is_english_on_the_page_of_another_language_says_so() {
        Document page = Jsoup.parse(
                site.get("/queries/kites?lang=ar", "Accept", "text/html").body());
        assertThat(page.select("th:contains(Size)").attr("lang")).isEqualTo("en");
        assertThat(page.select("th:contains(Size)").attr("dir")).isEqualTo("auto");
        assertThat(Jsoup.parse(site.get("/queries/kites?lang=en", "Accept", "text/html")
                                .body())
                        .select("th[lang]"))
                .isEmpty();
    }

    @Test
    void a_name_on_a_page_of_another_direction_says_its_language_and_finds_its_own() {
        Document page = Jsoup.parse(site.get("/doc/b.html?lang=en").body());
        assertThat(page.select("html").attr("dir")).isEqualTo("ltr");
        assertThat(page.select("table.statements [lang=ar]"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name.attr("dir")).isEqualTo("auto"));
        Document other = Jsoup.parse(site.get("/doc/b.html?lang=he").body());
        assertThat(other.select("h1 [lang=en], h1[lang=en]").attr("dir")).isEqualTo("auto");
    }
}
