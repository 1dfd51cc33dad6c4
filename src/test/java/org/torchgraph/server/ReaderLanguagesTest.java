package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader's languages decide among the texts of the data, whatever languages the site's own words are in. */
class ReaderLanguagesTest {
    private static final String TURTLE =
            """
            <id/kite> skos:prefLabel "Kite"@en , "Drachen"@de , "cerf-volant"@fr , "pipa"@pt , "papagaio"@pt-BR , "风筝"@zh-Hans , "風箏"@zh-Hant ;
                skos:definition "It flies."@en , "Er fliegt."@de ; ex:part <id/tail> ; skos:note "on the wing"@en , "in der Luft"@de .
            <id/tail> skos:prefLabel "Tail"@en , "Schwanz"@de .
            <id/nordic> skos:prefLabel "drake"@sv , "leija"@fi . <id/more> skos:prefLabel "svans"@sv .
            """;

    @TempDir
    private static Path folder;

    @AutoClose
    private static OddData data;

    @BeforeAll
    static void start() {
        data = OddData.of(folder, TURTLE);
    }

    private static Document page(String thing, String accepted, String query) {
        return Jsoup.parse(data.html("/doc/" + thing + query, "Accept-Language", accepted));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | de | Drachen",
                "de-AT, en;q=0.5 | de | Drachen",
                "fr;q=0.8, de;q=0.9 | de | Drachen",
                "pt-BR | en | papagaio",
                "pt-PT | en | pipa",
                "pt-BR;q=0, fr | fr | cerf-volant",
                "zh-CN | zh-Hans | 风筝",
                "zh-TW | zh-Hans | 風箏",
                "sv, * | en | Kite",
                "ko | en | Kite",
                ";;, q=x | en | Kite",
                "de, zh | de | Drachen",
                "sv, zh | zh-Hans | 风筝",
            })
    void the_header_chooses_the_name(String accepted, String site, String name) {
        Document page = page("kite", accepted, "");
        assertThat(page.select("h1").text()).isEqualTo(name);
        assertThat(page.select("html").attr("lang")).isEqualTo(site);
    }

    @Test
    void texts_links_and_values_follow() {
        Document page = page("kite", "de", "");
        assertThat(page.select(".lead").text()).isEqualTo("Er fliegt.");
        assertThat(page.select("a[href^=/doc/tail]").text()).isEqualTo("Schwanz");
        assertThat(page.select("p.other").text()).isEqualTo("Kite");
        assertThat(page.select("table.statements tr:contains(note) .value")
                        .eachText()
                        .get(0))
                .startsWith("in der Luft");
        assertThat(page.title()).isEqualTo("Drachen - Example");
    }

    @Test
    void the_parameter_goes_before_the_header_and_keeps_the_words_of_the_site() {
        Document page = page("kite", "zh-CN, fr", "?lang=pt");
        assertThat(page.select("h1").text()).isEqualTo("pipa");
        assertThat(page.select("html").attr("lang")).isEqualTo("zh-Hans");
        assertThat(page.select("a[href^=/doc/tail]").attr("href")).isEqualTo("/doc/tail?lang=pt");
        assertThat(page.select("input[name=lang]").val()).isEqualTo("pt");
        assertThat(page("kite", "de", "?lang=zh").select("h1").text()).isEqualTo("风筝");
        assertThat(page("kite", "fr", "?lang=zh-Hant").select("html").attr("lang"))
                .isEqualTo("zh-Hans");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?lang=", "?lang=%22%3E%3Cscript%3E", "?lang=x", "?lang=-", "?lang=zzzzzzzzzz", "?lang=%E4%B8%AD"
            })
    void what_is_no_language_is_passed_over(String query) {
        Document page = page("kite", "de", query);
        assertThat(page.select("h1").text()).isEqualTo("Drachen");
        assertThat(page.select("a[href^=/doc/tail]").attr("href")).isEqualTo("/doc/tail");
    }

    @Test
    void else_the_language_that_the_data_use_most_is_chosen() {
        assertThat(page("nordic", "ko", "").select("h1").text()).isEqualTo("drake");
    }

    @Test
    void the_entity_tag_follows_the_languages_that_the_data_have() {
        String german = tag("de");
        assertThat(tag("de-DE, ko")).isEqualTo(german);
        assertThat(tag("fr")).isNotEqualTo(german);
        assertThat(tag("en-GB, ko")).isEqualTo(tag("en-US"));
        assertThat(tag("en, sv, fi, de, fr, pt")).isEqualTo(tag("en-US, sv-SE, fi, de, pt, fr, zh"));
        assertThat(tag("en, sv")).isNotEqualTo(tag("en, fi"));
        assertThat(data.site()
                        .get("/doc/kite.html", "Accept-Language", "de")
                        .headers()
                        .firstValue("Vary")
                        .orElseThrow())
                .contains("Accept-Language");
    }

    private static String tag(String accepted) {
        return data.site()
                .get("/doc/kite.html", "Accept-Language", accepted)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }
}
