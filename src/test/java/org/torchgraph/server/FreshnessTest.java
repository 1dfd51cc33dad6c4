package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Answers that depend on the clock or on chance. */
class FreshnessTest {
    private static final String FRONT = "#+ title.en: %1$s\n#+ title.zh: %1$s\n";

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
                                "<id/a> a ex:Timed ; rdfs:label \"A\"@en . <id/b> a ex:Still ; rdfs:label \"B\"@en .")
                        .write("queries/now.rq", FRONT.formatted("now") + "SELECT (NOW() AS ?at) {}")
                        .write(
                                "queries/chance.rq",
                                FRONT.formatted("chance")
                                        + "CONSTRUCT { ?s <http://example.org/def#at> ?x } { ?s ?p ?o BIND(STRUUID() AS ?x) }")
                        .write("queries/still.rq", FRONT.formatted("still") + "SELECT ?s { ?s ?p ?o } ORDER BY ?s")
                        .write("queries/panel.rq", panel("ex:Timed", "BIND(STRUUID() AS ?key)"))
                        .write("queries/quiet.rq", panel("ex:Still", "BIND(STR(?this) AS ?key)"))
                        .turtle("ontology/prefixes.ttl", PREFIXES)
                        .read(),
                TestSite.seconds(20));
    }

    private static final String PREFIXES =
            """
            <graph/ontology/prefixes> sh:declare
                [ sh:prefix "ex" ; sh:namespace "http://example.org/def#"^^xsd:anyURI ] ,
                [ sh:prefix "xsd" ; sh:namespace "http://www.w3.org/2001/XMLSchema#"^^xsd:anyURI ] .
            """;

    private static String panel(String of, String bind) {
        return FRONT.formatted("panel") + "#+ panel: " + of
                + "\n#+ param: this xsd:anyURI id/a \"thing\"\nSELECT ?key { ?this a ?class " + bind + " }";
    }

    private static String sparql(String text) {
        return "/sparql?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static void assertNew(String path, String... headers) {
        HttpResponse<String> first = site.get(path, headers);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(header(first, "ETag")).isEmpty();
        assertThat(header(first, "Last-Modified")).isEmpty();
        assertThat(header(first, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(first, "Torchgraph-Version")).isNotEmpty();
        assertThat(site.get(path, headers).body()).isNotEqualTo(first.body());
        String[] conditional = java.util.Arrays.copyOf(headers, headers.length + 2);
        conditional[headers.length] = "If-None-Match";
        conditional[headers.length + 1] = "*";
        assertThat(site.get(path, conditional).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (NOW() AS ?n) (RAND() AS ?r) (UUID() AS ?u) {}",
                "SELECT (STRUUID() AS ?x) {}",
                "SELECT ?r { { SELECT (SUM(RAND()) AS ?r) { ?s ?p ?o } } }",
                "SELECT (<http://www.w3.org/ns/sparql#rand>() AS ?r) {}",
                "CONSTRUCT { ?s ?p ?x } { ?s ?p ?o BIND(UUID() AS ?x) }",
            })
    void an_answer_by_clock_or_chance_is_new_each_time(String query) {
        assertNew(sparql(query));
    }

    @Test
    void so_are_saved_questions_as_data_and_as_pages_and_the_panels_of_things() {
        assertNew("/queries/now.csv");
        assertNew("/queries/now", "Accept", "text/html");
        assertNew("/queries/now?embed=1", "Accept", "text/html");
        assertNew("/queries/chance.nt");
        assertNew("/queries/chance", "Accept", "text/html");
        assertNew("/doc/a", "Accept", "text/html");
    }

    @Test
    void now_is_the_time_of_this_run() {
        String csv = site.get("/queries/now.csv").body();
        assertThat(Instant.parse(csv.lines().skip(1).findFirst().orElseThrow()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @Test
    void what_depends_on_the_data_alone_is_kept_and_named() {
        for (String path : new String[] {
            "/queries/still.csv",
            "/queries/still.html",
            "/doc/a.ttl",
            "/doc/b.html",
            sparql("CONSTRUCT { [] ?p ?o } { ?s ?p ?o }"),
            sparql("SELECT ('NOW()' AS ?x) {}")
        }) {
            HttpResponse<String> kept = site.get(path);
            assertThat(header(kept, "ETag")).as(path).isNotEmpty();
            assertThat(site.get(path, "If-None-Match", header(kept, "ETag")).statusCode())
                    .isEqualTo(304);
        }
    }
}
