package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.rdfconnection.RDFConnection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

class SparqlTest {
    private static final String LONG =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }";

    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            many.append("<id/item/%d> ex:next <id/item/%d> ; ex:name \"item %d\" .\n".formatted(i, i + 1, i));
        }
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle("data/many.ttl", many.toString())
                .turtle("data/sub/more.ttl", "<id/x> ex:name \"x\"@zh-Hans .");
        site = TestSite.of(folder.read(), TestSite.seconds(1));
        // The first query loads classes, for which a second need not suffice.
        site.get(query("SELECT * { GRAPH ?g { ?s ?p 1 } }"));
    }

    private static String query(String text) {
        return "/sparql?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void a_query_is_answered_by_get_by_form_and_by_body() {
        String ask = "ASK { ?s ?p \"x\"@zh-Hans }";
        String form = "query=" + URLEncoder.encode(ask, StandardCharsets.UTF_8);
        List<HttpResponse<String>> answers = List.of(
                site.get(query(ask)),
                site.post("/sparql", "application/x-www-form-urlencoded", form),
                site.post("/sparql", "application/sparql-query", ask));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("true");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json, application/sparql-results+json",
        "application/sparql-results+xml, application/sparql-results+xml",
        "text/csv, text/csv;charset=utf-8",
        "text/tab-separated-values, text/tab-separated-values;charset=utf-8",
        "*/*, application/sparql-results+json"
    })
    void rows_come_in_the_format_asked_for(String accept, String type) {
        HttpResponse<String> response = site.get(query("SELECT ?n { <id/x> ?p ?n }"), "Accept", accept);
        assertThat(header(response, "Content-Type")).isEqualTo(type);
        assertThat(response.body()).contains("x");
        assertThat(header(response, "Vary")).contains("Accept");
        assertThat(header(response, "Torchgraph-Version")).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml"})
    void triples_come_in_the_format_asked_for(String type) {
        HttpResponse<String> response = site.get(query("CONSTRUCT WHERE { <id/x> ?p ?n }"), "Accept", type);
        assertThat(header(response, "Content-Type")).startsWith(type);
        assertThat(response.body()).contains("id/x");
    }

    @Test
    void another_client_library_can_ask() {
        try (RDFConnection connection = RDFConnection.connect(site.url("/sparql"))) {
            assertThat(connection.queryAsk("ASK { GRAPH <http://example.org/graph/sub/more> { ?s ?p ?o } }"))
                    .isTrue();
        }
    }

    @Test
    void graphs_can_be_chosen_by_the_protocol() {
        String count = query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
        assertThat(site.get(count, "Accept", "text/csv").body()).contains("803");
        assertThat(site.get(count + "&default-graph-uri=http://example.org/graph/sub/more", "Accept", "text/csv")
                        .body())
                .isEqualTo("n\r\n1\r\n");
    }

    @Test
    void a_browser_gets_the_editor_with_the_query_in_it() {
        HttpResponse<String> response = site.get(query("ASK { ?only ?here ?o }"), "Accept", "text/html,*/*;q=0.8");
        assertThat(header(response, "Content-Type")).startsWith("text/html");
        assertThat(response.body()).contains("ASK { ?only ?here ?o }", "yasgui");
        assertThat(header(response, "Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void without_a_query_the_service_is_described() {
        HttpResponse<String> response = site.get("/sparql");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("sparql-service-description#Service", "UnionDefaultGraph");
    }

    @Test
    void a_syntax_error_is_400_with_line_and_column() {
        HttpResponse<String> response = site.get(query("SELECT ?s {\n ?s ?p }"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.body()).contains("\"line\":2").doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
                "ASK { FILTER NOT EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }",
                "SELECT (EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } AS ?x) {}",
                "SELECT * { { SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } } }"
            })
    void service_anywhere_is_403(String text) {
        assertThat(site.get(query(text)).statusCode()).isEqualTo(403);
    }

    @Test
    void load_and_every_other_update_is_refused() {
        assertThat(site.post("/sparql", "application/sparql-update", "LOAD <file:///etc/passwd>")
                        .statusCode())
                .isEqualTo(415);
        assertThat(site.post("/sparql", "application/x-www-form-urlencoded", "update=CLEAR+ALL")
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.get(query("CLEAR ALL")).statusCode()).isEqualTo(400);
        assertThat(site.send("PUT", "/data?default", BodyPublishers.ofString(""))
                        .statusCode())
                .isEqualTo(405);
        assertThat(site.post("/update", "application/sparql-update", "CLEAR ALL")
                        .statusCode())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LONG,
                "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
                "CONSTRUCT { ?a ?e ?l } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?l) }",
                "SELECT * { ?a ?b ?c FILTER regex(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"^(.*a){18}$\") }"
            })
    void a_query_that_runs_out_of_time_is_503_and_never_a_broken_200(String text) {
        Instant start = Instant.now();
        HttpResponse<String> response = site.get(query(text));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(header(response, "Retry-After")).isNotEmpty();
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.body()).startsWith("{").endsWith("}");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(site.get(query("ASK {}")).statusCode()).isEqualTo(200);
    }

    @Test
    void health_answers_while_many_slow_queries_wait() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(40);
        try {
            List<Future<Integer>> slow = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                slow.add(clients.submit(() -> site.get(query(LONG)).statusCode()));
            }
            while (slow.stream().noneMatch(Future::isDone)) {
                assertThat(site.get("/health").statusCode()).isEqualTo(200);
            }
            for (Future<Integer> one : slow) {
                assertThat(one.get()).isEqualTo(503);
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(site.get(query("ASK {}")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_long_chain_is_walked_to_its_end() {
        String text = "SELECT (COUNT(*) AS ?n) { <id/item/0> <def#next>+ ?x }";
        assertThat(site.get(query(text), "Accept", "text/csv").body()).isEqualTo("n\r\n400\r\n");
    }

    @Test
    void parameters_of_other_servers_put_nothing_into_an_answer() {
        String more =
                "&stylesheet=%3F%3E%3Cscript%3E&callback=alert&jsonp=alert&force-accept=text/html&default-graph=x";
        for (String format : List.of("xml", "json")) {
            String address = "/sparql?query=SELECT%20(1%20AS%20%3Fone)%7B%7D&output=" + format;
            HttpResponse<String> plain = site.get(address);
            HttpResponse<String> answer = site.get(address + more);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(plain.body()).doesNotContain("script", "alert");
            assertThat(header(answer, "Content-Type")).isEqualTo(header(plain, "Content-Type"));
        }
    }

    @Test
    void wrong_requests_are_told_apart() {
        assertThat(site.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D").statusCode())
                .isEqualTo(400);
        assertThat(site.get("/sparql?default-graph-uri=urn:x:y").statusCode()).isEqualTo(400);
        assertThat(site.get(query("ASK {}"), "Accept", "image/png").statusCode())
                .isEqualTo(406);
        assertThat(site.post("/sparql", "application/sparql-query; charset=nope", "ASK {}")
                        .statusCode())
                .isLessThan(500);
        assertThat(site.post("/sparql", "text/plain", "ASK {}").statusCode()).isEqualTo(415);
        assertThat(site.post("/sparql", "application/sparql-query", "#" + "x".repeat(300_000))
                        .statusCode())
                .isEqualTo(413);
        HttpResponse<String> deleted = site.send("DELETE", "/sparql", BodyPublishers.noBody());
        assertThat(deleted.statusCode()).isEqualTo(405);
        assertThat(header(deleted, "Allow")).contains("GET", "POST").doesNotContain("DELETE");
    }

    @Test
    void a_refusal_reaches_a_client_that_is_still_sending() {
        String body = "#" + "x".repeat(900_000);
        for (int i = 0; i < 100; i++) {
            assertThat(site.post("/sparql", "application/sparql-query", body).statusCode())
                    .isEqualTo(413);
            assertThat(site.send("PUT", "/sparql", BodyPublishers.ofString(body))
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void graph_store_reads_are_open() {
        assertThat(site.get("/data?graph=http://example.org/graph/sub/more").body())
                .contains("\"x\"@zh-Hans");
        assertThat(site.get("/data?default", "Accept", "application/n-triples")
                        .body()
                        .lines())
                .hasSize(803);
        assertThat(site.get("/data?graph=http://example.org/graph/nothing").statusCode())
                .isEqualTo(404);
        assertThat(site.get("/data").statusCode()).isEqualTo(400);
    }
}
