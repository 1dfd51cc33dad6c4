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
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Numbers and dates on pages are written as their readers write them, and as machines read them in attributes. */
class NumbersOnPagesTest {
    @TempDir
    private static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle(
                                "data/a.ttl",
                                """
                                <id/a> skos:prefLabel "a"@en ; ex:size 1234567.80 ; ex:at "2026-03-01"^^xsd:date .
                                """)
                        .write("messages/messages_es.properties", "home = Inicio\n")
                        .write(
                                "queries/sizes.rq",
                                """
                                #+ title.en: Sizes
                                PREFIX ex: <http://example.org/def#>
                                SELECT ?thing ?value ?unit { ?thing ex:size ?value BIND("m" AS ?unit) }
                                """)
                        .read(),
                TestSite.seconds(20));
    }

    private static Document page(String path, String lang) {
        return Jsoup.parse(
                site.get(path + "?lang=" + lang, "Accept", "text/html").body());
    }

    @ParameterizedTest
    @CsvSource({
        "en, '1,234,567.80', 1 March 2026",
        "de, '1.234.567,80', 1. März 2026",
        "fr, '1\u202F234\u202F567,80', 1er mars 2026",
        "es, '1.234.567,80', 1 de marzo de 2026",
        "zh, '1,234,567.80', 2026年3月1日"
    })
    void a_page_has_them_as_its_language_does(String lang, String number, String day) {
        Document page = page("/doc/a.html", lang);
        assertThat(page.select("table.statements .number").eachText()).containsExactly(number);
        assertThat(page.select("table.statements time").eachText()).containsExactly(day);
        assertThat(page.select("table.statements time").attr("datetime")).isEqualTo("2026-03-01");
        assertThat(page("/queries/sizes", lang).select("main").text()).contains(number + " m");
    }

    @Test
    void data_have_them_as_they_are() {
        assertThat(site.get("/queries/sizes.csv?lang=de").body()).contains(",1234567.80,");
        assertThat(site.get("/doc/a.ttl?lang=de").body()).contains("1234567.80").doesNotContain("567,8");
    }
}
