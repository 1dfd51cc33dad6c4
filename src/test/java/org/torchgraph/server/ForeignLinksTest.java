package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Links as they come back from elsewhere: with parameters that others have added, and longer than anybody expects. */
class ForeignLinksTest {
    private static final String TRACES =
            "utm_source=mail&utm_medium=%E9%82%AE%E4%BB%B6&fbclid=IwAR0&gclid=a&mtm_campaign=x&ref=&_=17&spm=1.2&a%20b=c";

    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle(
                                "data/kites.ttl",
                                "<id/kite/1> a ex:Kite ; rdfs:label \"Red kite\"@en . <id/" + "k".repeat(1500)
                                        + "> rdfs:label \"Long\"@en .")
                        .turtle("ontology/terms.ttl", "<def> a owl:Ontology . ex:Kite a owl:Class .")
                        .write(
                                "queries/kites.rq",
                                """
                                #+ title.en: Kites
                                #+ title.zh: 风筝
                                #+ param: this xsd:anyURI id/kite/1 "kite / 风筝"
                                #+ param: year xsd:gYear 1999 "year / 年"
                                SELECT ?this ?year ?o { ?this ?p ?o }
                                """)
                        .read(),
                TestSite.seconds(20));
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    @ParameterizedTest
    @CsvSource({
        "/, http://example.org/",
        "/about, http://example.org/about",
        "/queries, http://example.org/queries",
        "/export, http://example.org/export",
        "/def, http://example.org/def",
        "/doc/kite/1, http://example.org/id/kite/1",
        "/doc/kite/1.html, http://example.org/id/kite/1",
        "/queries/kites, http://example.org/queries/kites",
        "/queries/kites?this=id/kite/1&year=2001, http://example.org/queries/kites",
        "/search, http://example.org/search?q=",
        "/search?q=kite, http://example.org/search?q=kite",
        "/sparql?query=ASK%7B%7D, http://example.org/sparql",
        "/sparql, http://example.org/sparql"
    })
    void a_page_opens_whatever_was_added_to_its_address_and_is_the_same_page(String path, String canonical) {
        HttpResponse<String> plain = site.get(path, "Accept", "text/html");
        HttpResponse<String> traced = site.get(path + (path.contains("?") ? "&" : "?") + TRACES, "Accept", "text/html");
        assertThat(traced.statusCode()).isEqualTo(200);
        assertThat(traced.body()).isEqualTo(plain.body()).contains("<link rel=\"canonical\" href=\"" + canonical);
        assertThat(header(traced, "ETag")).isEqualTo(header(plain, "ETag"));
        assertThat(header(traced, "Link") + header(traced, "Content-Location")).doesNotContain("utm_", "fbclid");
    }

    @Test
    void data_say_which_parameter_they_do_not_know() {
        for (String path : new String[] {"/queries/kites.csv", "/search.json"}) {
            HttpResponse<String> refused = site.get(path + "?utm_source=mail");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("\"parameter\":\"utm_source\"");
        }
        for (String path :
                new String[] {"/doc/kite/1.ttl", "/def.nt", "/export/torchgraph.nt", "/dataset.ttl", "/feed.atom"}) {
            assertThat(site.get(path + "?utm_source=mail").statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(site.get("/id/kite/1?utm_source=mail").statusCode()).isEqualTo(303);
    }

    @Test
    void a_wrong_value_of_a_known_parameter_is_still_told_on_the_page() {
        HttpResponse<String> page = site.get("/queries/kites?year=soon&utm_source=x", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 1000, 3000, 9000, 30_000})
    void a_long_value_neither_breaks_the_answer_nor_its_head(int length) {
        String iri = "id/" + "a".repeat(length);
        for (String accept : new String[] {"text/html", "text/csv", "image/png"}) {
            for (String path : new String[] {
                "/queries/kites?this=" + iri,
                "/queries/kites.csv?this=" + iri,
                "/queries/kites?year=" + "x".repeat(length),
                "/queries/kites?this=" + "%E9%A3%8E".repeat(length / 10),
                "/queries/kites.json?" + "x".repeat(length) + "=1",
                "/id/kite/1?x=" + "x".repeat(length),
                "/doc/kite/1?x=" + "x".repeat(length),
                "/id/" + "x".repeat(length),
                "/doc/" + "%E9%A3%8E".repeat(length / 10),
                "/search?q=" + "x".repeat(length),
                "/sparql?query=ASK%7B%7D%23" + "x".repeat(length),
                "/sparql?default-graph-uri=http://e/" + "x".repeat(length) + "&query=ASK%7B%7D",
                "/data?graph=http://e/" + "x".repeat(length)
            }) {
                HttpResponse<String> response = site.get(path, "Accept", accept);
                assertThat(response.statusCode())
                        .as(path.substring(0, 30) + " " + accept)
                        .isIn(200, 303, 400, 404, 406);
                int head = response.headers().map().entrySet().stream()
                        .filter(field -> !field.getKey().equals("location"))
                        .flatMap(field -> field.getValue().stream()
                                .map(value -> field.getKey().length() + value.length() + 4))
                        .mapToInt(Integer::intValue)
                        .sum();
                assertThat(head).as(path.substring(0, 30)).isLessThan(4500);
            }
        }
        assertThat(site.get("/queries/kites.csv?this=" + iri).statusCode()).isEqualTo(200);
        assertThat(site.get("/queries/kites.csv?this=" + iri).body()).startsWith("this,year,o");
        assertThat(site.get("/queries/kites?this=" + iri, "Accept", "text/html").statusCode())
                .isEqualTo(200);
        assertThat(site.get("/queries/kites?year=" + "x".repeat(length), "Accept", "text/html")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_thing_of_a_long_name_has_its_redirect_and_its_document() {
        HttpResponse<String> thing = site.get("/id/" + "k".repeat(1500));
        String document = header(thing, "Location");
        assertThat(document).startsWith("/resource?iri=").endsWith("k".repeat(1500));
        for (String suffix : new String[] {"", ".html", ".ttl", ".nt"}) {
            assertThat(site.get(document.replace("/resource?", "/resource" + suffix + "?"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
