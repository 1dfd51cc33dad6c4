package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Other IRIs of a described thing: by {@code owl:sameAs}, by the other scheme, and with a slash more or less. */
class OtherSpellingsTest {
    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle(
                                "data/a.ttl",
                                """
                                <id/river> rdfs:label "River"@en ; owl:sameAs <http://elsewhere.example/r#me> , <id/stream> , <urn:isbn:1> .
                                <id/brook> rdfs:label "Brook"@en ; owl:sameAs <id/river> .
                                <id/folder/> rdfs:label "With a slash"@en .
                                <http://elsewhere.example/lake> rdfs:label "Lake"@en .
                                <https://elsewhere.example/vocabulary#Deep> rdfs:label "Deep"@en .
                                <http://both.example/a> rdfs:label "As http"@en . <https://both.example/a> rdfs:label "As https"@en .
                                <id/boat> ex:on <http://elsewhere.example/r#me> , <https://example.org/id/river> , <https://elsewhere.example/lake> .
                                <id/mouth> rdfs:seeAlso <http://elsewhere.example/used> .
                                """)
                        .read(),
                TestSite.seconds(20));
    }

    @ParameterizedTest
    @CsvSource({
        "http://elsewhere.example/r#me, /doc/river",
        "http://example.org/id/stream, /doc/river",
        "urn:isbn:1, /doc/river",
        "https://example.org/id/river, /doc/river",
        "http://example.org/id/river/, /doc/river",
        "https://example.org/id/river/, /doc/river",
        "http://example.org/id/folder, /doc/folder/",
        "https://elsewhere.example/lake, /resource?iri=http%3A%2F%2Felsewhere.example%2Flake",
        "http://elsewhere.example/lake/, /resource?iri=http%3A%2F%2Felsewhere.example%2Flake",
        "http://elsewhere.example/vocabulary#Deep, /resource?iri=https%3A%2F%2Felsewhere.example%2Fvocabulary#Deep",
    })
    void another_iri_leads_to_the_page_of_the_thing(String iri, String page) {
        HttpResponse<String> moved = site.get("/resource?iri=" + PercentEncoding.value(iri));
        assertThat(moved.statusCode()).isEqualTo(303);
        String location = moved.headers().firstValue("Location").orElseThrow();
        if (!page.equals("/doc/folder/")) {
            assertThat(location).isEqualTo(page);
        }
        assertThat(NamesTest.followed(site, location, "Accept", "text/html").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_link_on_a_page_leads_to_the_page_of_the_thing_too_and_what_is_the_same_to_itself() {
        assertThat(links("/doc/boat")).contains("/doc/river", "/resource?iri=http%3A%2F%2Felsewhere.example%2Flake");
        assertThat(links("/doc/boat"))
                .noneMatch(link -> link.startsWith("http://elsewhere") || link.startsWith("https:"));
        assertThat(links("/doc/river")).contains("http://elsewhere.example/r#me");
    }

    private static List<String> links(String path) {
        return Jsoup.parse(site.get(path, "Accept", "text/html").body())
                .select("table.statements td a")
                .eachAttr("href");
    }

    @Test
    void a_form_and_a_language_are_kept() {
        assertThat(site.get("/resource.ttl?iri=urn:isbn:1").headers().firstValue("Location"))
                .contains("/doc/river.ttl");
        assertThat(site.get("/resource?iri=urn:isbn:1&lang=zh").headers().firstValue("Location"))
                .contains("/doc/river?lang=zh");
    }

    @Test
    void the_path_of_another_iri_leads_there_too() {
        assertThat(site.get("/id/stream").headers().firstValue("Location")).contains("/doc/river");
        assertThat(site.get("/id/river/").headers().firstValue("Location")).contains("/doc/river");
        assertThat(site.get("/doc/river/").headers().firstValue("Location")).contains("/doc/river");
        assertThat(site.get("/id/brook").headers().firstValue("Location")).contains("/doc/brook");
    }

    @Test
    void what_is_described_itself_keeps_its_page() {
        assertThat(page("http://both.example/a").selectFirst("h1").text()).isEqualTo("As http");
        assertThat(page("https://both.example/a").selectFirst("h1").text()).isEqualTo("As https");
        assertThat(page("http://elsewhere.example/used").select("#incoming")).isNotEmpty();
        assertThat(site.get("/resource?iri=https://elsewhere.example/nothing").statusCode())
                .isEqualTo(404);
        assertThat(site.get("/resource?iri=urn:isbn:1/").statusCode()).isEqualTo(404);
    }

    @Test
    void the_page_tells_the_other_iris() {
        Document river = page("http://example.org/id/river");
        assertThat(river.select(".same a").eachText()).containsExactly("http://example.org/id/brook");
        assertThat(river.select("#statements td a").eachAttr("href")).contains("http://elsewhere.example/r#me");
        assertThat(page("http://both.example/a").select(".same a").eachAttr("href"))
                .containsExactly("/resource?iri=https%3A%2F%2Fboth.example%2Fa");
        assertThat(page("http://elsewhere.example/lake").select(".same")).isEmpty();
    }

    private static Document page(String iri) {
        HttpResponse<String> answer =
                NamesTest.followed(site, "/resource?iri=" + PercentEncoding.value(iri), "Accept", "text/html");
        assertThat(answer.statusCode()).as(iri).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
