package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.EntityTag;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

class CachingTest {
    @TempDir
    static Path root;

    private static PublicationFolder folder;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        folder = PublicationFolder.in(root)
                .turtle("data/a.ttl", "<id/a> a ex:Thing ; rdfs:label \"A\" .")
                .write(
                        "queries/all.rq",
                        "#+ title.en: All\\n#+ title.zh: 全部\\nSELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o"
                                .replace("\\n", "\n"))
                .write(
                        "queries/many.rq",
                        "#+ title.en: Many\n#+ title.zh: 多\nSELECT ?n { VALUES ?n { %s} } ORDER BY ?n"
                                .formatted("1 ".repeat(1200)));
        site = TestSite.of(folder.read(), TestSite.seconds(10));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/doc/a",
                "/doc/a.html",
                "/doc/a.ttl",
                "/def.ttl",
                "/queries",
                "/queries/all.csv",
                "/queries/all.html",
                "/sparql?query=ASK%7B%7D",
                "/export/torchgraph.nt",
                "/data?default",
                "/assets/style.css",
                "/about"
            })
    void whoever_has_it_gets_304_with_the_same_headers(String path) {
        HttpResponse<String> first = site.get(path);
        String tag = header(first, "ETag");
        assertThat(tag).startsWith("\"").endsWith("\"");
        HttpResponse<String> again = site.get(path, "If-None-Match", "\"other\", " + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(header(again, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(again, "Vary")).isEqualTo(header(first, "Vary"));
        assertThat(site.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_asks_by_date_gets_304_until_the_version_changes() throws InterruptedException {
        String path = "/doc/a.ttl";
        // A date counts seconds, and is given only once the second of the version is over.
        for (int i = 0; i < 100 && header(site.get(path), "Last-Modified").isEmpty(); i++) {
            Thread.sleep(100);
        }
        String date = header(site.get(path), "Last-Modified");
        HttpResponse<String> again = site.get(path, "If-Modified-Since", date);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(header(again, "ETag")).isEqualTo(header(site.get(path), "ETag"));
        assertThat(site.get(path, "If-Modified-Since", date, "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.get(path, "If-Unmodified-Since", "Sat, 29 Oct 1994 19:43:31 GMT")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void a_star_knows_only_what_there_is() {
        assertThat(site.get("/doc/a.ttl", "If-None-Match", "*").statusCode()).isEqualTo(304);
        assertThat(site.get("/doc/a.ttl?page=9", "If-None-Match", "*").statusCode())
                .isEqualTo(404);
        assertThat(site.get("/doc/a.ttl?page=9", "If-Match", "\"other\"").statusCode())
                .isEqualTo(404);
    }

    @Test
    void tags_in_several_lines_are_one_list() {
        String tag = header(site.get("/doc/a.ttl"), "ETag");
        assertThat(site.get("/doc/a.ttl", "If-None-Match", "\"x\"", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_page_that_leaves_rows_out_says_so_and_the_data_are_whole() {
        HttpResponse<String> page = site.get("/queries/many.html");
        assertThat(header(page, "Torchgraph-Result-Limit")).isEqualTo("1000");
        assertThat(header(site.get("/queries/many.html"), "Torchgraph-Result-Limit"))
                .isEqualTo("1000");
        HttpResponse<String> data = site.get("/queries/many.csv");
        assertThat(data.body().lines()).hasSize(1201);
        assertThat(header(data, "Torchgraph-Result-Limit")).isEmpty();
        assertThat(header(site.get("/queries/all.html"), "Torchgraph-Result-Limit"))
                .isEmpty();
    }

    @Test
    void tags_differ_by_format_language_coding_and_version() throws IOException {
        String turtle = header(site.get("/doc/a.ttl"), "ETag");
        String english = header(site.get("/doc/a.html", "Accept-Language", "en"), "ETag");
        String chinese = header(site.get("/doc/a.html", "Accept-Language", "zh"), "ETag");
        HttpResponse<byte[]> zipped = site.bytes("/doc/a.html", "Accept-Language", "en", "Accept-Encoding", "gzip");
        PublicationFolder other = folder.turtle("data/b.ttl", "<id/b> a ex:Thing .");
        try (TestSite changed = TestSite.of(other.read(), TestSite.seconds(10))) {
            assertThat(List.of(
                            turtle,
                            english,
                            chinese,
                            header(zipped, "ETag"),
                            header(changed.get("/doc/a.ttl"), "ETag")))
                    .doesNotHaveDuplicates();
            assertThat(header(changed.get("/health"), "Content-Type")).isEqualTo("application/json");
        }
    }

    @Test
    void another_build_of_the_program_has_other_tags_and_the_same_for_files_of_the_same_bytes() {
        try (TestSite rebuilt =
                TestSite.of(folder.read(), TestSite.seconds(10), TrustedProxies.none(), "test+another")) {
            for (String path : List.of(
                    "/",
                    "/doc/a.html",
                    "/doc/a.ttl",
                    "/queries/many.csv",
                    "/queries/many.html",
                    "/sparql?query=ASK%7B%7D",
                    "/sparql",
                    "/sparql/terms",
                    "/export/torchgraph.nt",
                    "/dataset",
                    "/data?default",
                    "/openapi.json",
                    "/sitemap.xml",
                    "/feed.atom",
                    "/context.jsonld",
                    "/about")) {
                assertThat(header(rebuilt.get(path), "ETag"))
                        .as(path)
                        .isNotEmpty()
                        .isNotEqualTo(header(site.get(path), "ETag"));
            }
            for (String path : List.of("/assets/style.css", "/webjars/cytoscape/3.33.1/dist/cytoscape.min.js")) {
                assertThat(header(rebuilt.get(path), "ETag"))
                        .as(path)
                        .isNotEmpty()
                        .isEqualTo(header(site.get(path), "ETag"));
            }
        }
    }

    @Test
    void the_tag_of_a_file_is_that_of_its_bytes() {
        byte[] style = site.bytes("/assets/style.css").body();
        assertThat(header(site.get("/assets/style.css"), "ETag"))
                .isEqualTo(EntityTag.ofContent(style).toString());
        style[0] ^= 1;
        assertThat(header(site.get("/assets/style.css"), "ETag"))
                .isNotEqualTo(EntityTag.ofContent(style).toString());
    }

    @Test
    void gzip_holds_the_same_and_is_given_only_to_those_who_take_it() throws IOException {
        HttpResponse<byte[]> plain = site.bytes("/doc/a.html");
        HttpResponse<byte[]> zipped = site.bytes("/doc/a.html", "Accept-Encoding", "br, gzip;q=0.8");
        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(zipped, "Vary")).contains("Accept-Encoding");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(header(site.bytes("/doc/a.html", "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
                .isEmpty();
    }

    @Test
    void head_is_get_without_a_body_and_options_names_the_methods() {
        for (String path :
                List.of("/", "/doc/a.ttl", "/sparql?query=ASK%7B%7D", "/export/torchgraph.ttl", "/data?default")) {
            HttpResponse<String> head = site.send("HEAD", path, BodyPublishers.noBody());
            HttpResponse<String> get = site.get(path);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
            assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length"));
            HttpResponse<String> options = site.send("OPTIONS", path, BodyPublishers.noBody());
            assertThat(options.statusCode()).isEqualTo(204);
            assertThat(header(options, "Allow")).contains("GET", "HEAD", "OPTIONS");
        }
    }

    @Test
    void problems_are_not_kept_and_can_be_read_across_origins() {
        HttpResponse<String> response = site.get("/doc/nothing");
        assertThat(header(response, "ETag")).isEmpty();
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void what_jetty_refuses_is_a_problem_document_too() {
        HttpResponse<String> response = site.get("/doc/%2e%2e/x");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.body()).doesNotContain("Jetty", "Exception");
    }

    /** Else the client sends its next request on a connection that ends. */
    @Test
    void a_request_that_cannot_be_read_ends_the_connection_and_says_so() {
        for (String path : List.of("/id/%2e%2e/x", "/id/a/%2E/x")) {
            HttpResponse<String> refused = site.get(path);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.headers().firstValue("Connection")).as(path).contains("close");
        }
        assertThat(site.get("/health").headers().firstValue("Connection")).isEmpty();
    }

    @Test
    void an_address_that_is_too_long_is_414() {
        assertThat(site.get("/sparql?query=" + "x".repeat(40_000)).statusCode()).isIn(414, 431);
        assertThat(site.get("/doc/" + "x".repeat(3_000)).statusCode()).isEqualTo(404);
    }

    @Test
    void health_names_store_version_and_reload() {
        HttpResponse<String> response = site.get("/health");
        assertThat(response.body())
                .contains("\"store\":\"memory\"", "\"version\":\"", "\"lastReload\":\"", "\"triples\":");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    }
}
