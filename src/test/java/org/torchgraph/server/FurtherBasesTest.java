package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.check.Checks;
import org.torchgraph.check.Finding;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** A publication with several bases: its IRIs lead to pages here wherever they begin. */
class FurtherBasesTest {
    private static final String DATA =
            """
            <id/kite> rdfs:label "Kite"@en ; dct:subject <http://terms.example/sky#Wind> , <http://terms.example/sky#Calm> ;
                dct:relation <urn:example:9> , <urn:example:none> , <http://stranger.example/x> , <http://described.example/y> .
            <http://terms.example/sky#Wind> rdfs:label "Wind"@en .
            <http://two.example/id/kite> rdfs:label "Kite of the second base"@en .
            <http://two.example/id/only> rdfs:label "Only there"@en .
            <urn:example:9> rdfs:label "Nine"@en .
            <http://described.example/y> rdfs:label "Described"@en .
            """;

    private static final String SETTINGS =
            """
            PREFIX site: <https://w3id.org/torchgraph/site#>
            [] a site:Settings ; site:base <http://terms.example/sky#> , <http://two.example/id/> , <urn:example:> .
            """;

    @TempDir
    static Path root;

    @TempDir
    static Path other;

    private static PublicationFolder folder;

    @AutoClose
    private static TestSite site;

    @AutoClose
    private static TestSite plain;

    @BeforeAll
    static void start() {
        folder = PublicationFolder.in(root).turtle("data/a.ttl", DATA).write("site.ttl", SETTINGS);
        assertThat(folder.read().faults()).isEmpty();
        site = TestSite.of(folder.read(), TestSite.seconds(20)).searchable();
        plain = TestSite.of(
                        PublicationFolder.in(other).turtle("data/a.ttl", DATA).read(), TestSite.seconds(20))
                .searchable();
    }

    private static String at(String iri) {
        return "/resource?iri=" + PercentEncoding.value(iri);
    }

    private static List<String> links(TestSite of) {
        return Jsoup.parse(of.get("/doc/kite", "Accept", "text/html").body())
                .select("#statements td a")
                .eachAttr("href");
    }

    @Test
    void statements_lead_to_pages_below_each_base() {
        assertThat(links(site))
                .contains(
                        at("http://terms.example/sky") + "#Wind",
                        at("http://terms.example/sky") + "#Calm",
                        at("urn:example:9"),
                        at("urn:example:none"),
                        at("http://described.example/y"),
                        "http://stranger.example/x");
        assertThat(links(plain))
                .contains(
                        at("http://terms.example/sky") + "#Wind",
                        at("urn:example:9"),
                        at("http://described.example/y"),
                        "http://stranger.example/x",
                        "http://terms.example/sky#Calm")
                .doesNotContain(at("urn:example:none"));
    }

    @Test
    void each_described_thing_has_a_page_and_is_in_the_sitemap_and_found_with_settings_and_without() {
        Map<String, String> things = Map.of(
                "http://terms.example/sky#Wind", "Wind",
                "http://two.example/id/kite", "Kite of the second base",
                "urn:example:9", "Nine",
                "http://described.example/y", "Described",
                "http://example.org/id/kite", "Kite");
        for (TestSite one : List.of(site, plain)) {
            things.forEach((iri, name) -> {
                HttpResponse<String> page = NamesTest.followed(one, at(iri), "Accept", "text/html");
                assertThat(page.statusCode()).as(iri).isEqualTo(200);
                assertThat(Jsoup.parse(page.body()).select("main").text()).contains(name);
                assertThat(one.get("/search.json?q=" + PercentEncoding.value(name))
                                .body())
                        .contains("\"" + iri + "\"");
            });
            assertThat(one.get("/sitemap.xml").body())
                    .contains(at("http://terms.example/sky") + "<", at("urn:example:9") + "<", "/doc/kite<")
                    .doesNotContain("none", "stranger");
        }
    }

    @Test
    void a_link_below_a_further_base_that_leads_nowhere_is_found() {
        assertThat(new Checks(folder.read())
                        .all(Map.of()).stream()
                                .map(Finding::toString)
                                .filter(found -> found.contains("nothing is said of")))
                .hasSize(2)
                .anyMatch(found -> found.startsWith("data/a.ttl:12") && found.contains("<urn:example:none>"))
                .anyMatch(found -> found.contains("<http://terms.example/sky#Calm>"));
    }

    @ParameterizedTest
    @CsvSource({
        "two.example, /id/kite, http://two.example/id/kite",
        "two.example, /id/only, http://two.example/id/only",
        "terms.example, /sky, http://terms.example/sky",
    })
    void a_request_with_the_host_of_a_further_base_is_led_to_the_thing_of_that_name(
            String host, String path, String iri) {
        String answer = site.web().raw("GET " + path + " HTTP/1.1\nHost: " + host + "\nAccept: text/turtle\n");
        assertThat(answer).startsWith("HTTP/1.1 303").contains("Location: " + at(iri) + "\r\n");
    }

    @Test
    void the_same_path_without_that_host_is_the_base() {
        assertThat(site.get("/id/kite").headers().firstValue("Location")).contains("/doc/kite");
        assertThat(site.get("/id/only").statusCode()).isEqualTo(404);
        assertThat(site.web().raw("GET /id/kite HTTP/1.1\nHost: example.org\n")).contains("Location: /doc/kite\r\n");
    }

    @Test
    void a_page_of_a_further_base_that_nothing_describes_lists_the_links_to_it() {
        Document page = Jsoup.parse(
                site.get(at("urn:example:none"), "Accept", "text/html").body());
        assertThat(page.select("#incoming a").eachText()).contains("Kite");
    }
}
