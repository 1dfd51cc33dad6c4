package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;

/** Queries that ask another endpoint, whose host is named to the server or not. */
class ServiceTest {
    private static final int ITEMS = 250;

    @TempDir
    static Path root;

    /** The queries that reached the other endpoint, and the paths that were asked. */
    private static final Queue<String> RECEIVED = new ConcurrentLinkedQueue<>();

    private static HttpServer elsewhere;

    @AutoClose
    private static TestSite behind;

    @AutoClose
    private static TestSite site;

    @AutoClose
    private static TestSite hurried;

    private static String host;

    @BeforeAll
    static void start() throws IOException {
        StringBuilder names = new StringBuilder();
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < ITEMS; i++) {
            items.append("<id/item/%d> a ex:Item ; ex:number %d .\n".formatted(i, i));
            names.append("<id/item/%d> ex:name \"item %d\"@en .\n".formatted(i, i));
        }
        behind = TestSite.of(
                PublicationFolder.in(root.resolve("behind"))
                        .turtle("data/names.ttl", names.toString())
                        .read(),
                Limits.standard());
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.setExecutor(Executors.newCachedThreadPool());
        elsewhere.createContext("/", ServiceTest::answer);
        elsewhere.start();
        host = "127.0.0.1:" + elsewhere.getAddress().getPort();
        Publication publication = PublicationFolder.in(root.resolve("site"))
                .turtle("data/items.ttl", items.toString() + "[] ex:part [ ex:number 7 ] .")
                .read();
        Limits limits = new Limits(Duration.ofSeconds(50), 64 << 10, 4, 1 << 20, 2000).asking(Set.of(host));
        site = TestSite.of(publication, new MemoryDataset(publication, limits));
        hurried = TestSite.of(publication, new MemoryDataset(publication, limits.within(Duration.ofSeconds(1))));
    }

    @AfterAll
    static void stop() {
        elsewhere.stop(0);
    }

    @BeforeEach
    void forget() {
        RECEIVED.clear();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String sent = String.valueOf(exchange.getRequestURI().getRawQuery());
            String query = URLDecoder.decode(sent.replaceFirst("^query=", ""), StandardCharsets.UTF_8);
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!body.isEmpty()) {
                query = URLDecoder.decode(body.replaceFirst("^query=", ""), StandardCharsets.UTF_8);
            }
            RECEIVED.add(path + " " + query);
            switch (path) {
                case "/sparql" -> {
                    HttpResponse<String> reply = behind.post(
                            "/sparql", "application/sparql-query", query, "Accept", "application/sparql-results+json");
                    send(exchange, reply.statusCode(), "application/sparql-results+json", reply.body());
                }
                case "/redirect" -> {
                    exchange.getResponseHeaders().set("Location", site.url("/sparql?" + sent));
                    exchange.sendResponseHeaders(307, -1);
                }
                case "/text" -> send(exchange, 200, "text/plain", "secret of a neighbour");
                case "/endless" -> endless(exchange);
                default -> send(exchange, 500, "text/plain", "secret of a neighbour");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Sends a row now and then and never ends. */
    private static void endless(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/csv");
        exchange.sendResponseHeaders(200, 0);
        try {
            exchange.getResponseBody().write("x\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                exchange.getResponseBody().write("1\r\n".getBytes(StandardCharsets.US_ASCII));
                exchange.getResponseBody().flush();
                Thread.sleep(50);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpResponse<String> ask(String query) {
        return ask(site, query);
    }

    private static HttpResponse<String> ask(TestSite of, String query) {
        String all = "PREFIX ex: <http://example.org/def#> " + query.replace("THERE", "http://" + host);
        return of.get("/sparql?query=" + URLEncoder.encode(all, StandardCharsets.UTF_8), "Accept", "text/csv");
    }

    @Test
    void rows_are_joined_with_those_of_a_named_host_many_at_a_time() {
        HttpResponse<String> answer = ask(
                "SELECT ?n ?name { ?item ex:number ?n SERVICE <THERE/sparql> { ?item ex:name ?name } } ORDER BY ?n");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSize(ITEMS + 1).contains("0,item 0", "249,item 249");
        assertThat(RECEIVED).hasSize(3).allSatisfy(query -> assertThat(query).contains("VALUES"));
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void the_pattern_of_a_service_is_sent_as_it_is_written() {
        assertThat(ask("SELECT ?name { SERVICE <THERE/sparql> { SELECT ?name { [] ex:name ?name"
                                + " FILTER(STR(?name) = 'item 3' && REGEX(?name, '^it') && UCASE(?name) != 'x') } LIMIT 5 } }")
                        .body())
                .isEqualTo("name\r\nitem 3\r\n");
        assertThat(RECEIVED).singleElement().asString().contains("LIMIT", "item 3");
        assertThat(
                        ask("SELECT ?n { ?item ex:number ?n FILTER EXISTS { SERVICE <THERE/sparql> { ?item ex:name 'item 4'@en } } "
                                        + "FILTER(?n IN (3, 4)) }")
                                .body())
                .isEqualTo("n\r\n4\r\n");
        assertThat(
                        ask("SELECT ?n { ?item ex:number ?n FILTER(?n = 4) OPTIONAL { SERVICE <THERE/sparql> { ?item ex:none ?x } } }")
                                .body())
                .isEqualTo("n\r\n4\r\n");
    }

    @Test
    void blank_nodes_stay_here() {
        assertThat(ask("SELECT ?name { ?whole ex:part ?part SERVICE <THERE/sparql> { ?part ex:name ?name } }")
                        .body())
                .isEqualTo("name\r\n");
        assertThat(RECEIVED).allSatisfy(query -> assertThat(query).doesNotContain("_:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/sparql",
                "http://localhost:3030/sparql",
                "http://[::1]/sparql",
                "ftp://HOST/sparql",
                "http://user@HOST/sparql",
                "http://HOST.example.org/sparql",
                "http://HOST@example.org/sparql",
                "http://example.org/HOST",
                "http://example.org?HOST",
                "file:///etc/passwd",
                "urn:x:y"
            })
    void every_other_address_is_403_and_the_sentence_names_the_host(String address) {
        for (String silent : new String[] {"", "SILENT "}) {
            HttpResponse<String> refused =
                    ask("SELECT * { SERVICE " + silent + "<" + address.replace("HOST", host) + "> { ?s ?p ?o } }");
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
            assertThat(refused.body()).contains(host).contains("SERVICE may ask");
        }
        assertThat(RECEIVED).isEmpty();
    }

    @Test
    void a_host_that_a_value_names_is_refused_and_so_is_a_service_in_a_service() {
        assertThat(ask("SELECT * { VALUES ?g { <THERE/sparql> } SERVICE ?g { ?s ?p ?o } }")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ask("SELECT * { SERVICE <THERE/sparql> { SERVICE <http://other.example/> { ?s ?p ?o } } }")
                        .statusCode())
                .isEqualTo(403);
        assertThat(RECEIVED).isEmpty();
    }

    @Test
    void a_redirect_is_not_followed_and_what_came_back_is_not_repeated() {
        for (String path : new String[] {"redirect", "text", "broken"}) {
            HttpResponse<String> failed = ask("SELECT * { SERVICE <THERE/" + path + "> { ?s ex:name ?o } }");
            assertThat(failed.statusCode()).as(failed.body()).isEqualTo(502);
            assertThat(failed.body()).contains(host).doesNotContain("secret", "Exception");
            HttpResponse<String> silent = ask("SELECT ?n { ?s ex:number ?n FILTER(?n = 1) SERVICE SILENT <THERE/" + path
                    + "> { ?s ex:name ?o } }");
            assertThat(silent.body()).isEqualTo("n\r\n1\r\n");
        }
        assertThat(RECEIVED).hasSize(6);
    }

    @Test
    void an_answer_that_does_not_end_is_out_of_time_and_frees_its_place() {
        for (int i = 0; i < 2; i++) {
            long begin = System.nanoTime();
            assertThat(ask(hurried, "SELECT * { SERVICE <THERE/endless> { ?x ex:name " + i + " } }")
                            .statusCode())
                    .isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(ask(hurried, "ASK {}").statusCode()).isEqualTo(200);
    }

    @Test
    void too_many_requests_and_rows_are_out_of_budget() {
        HttpResponse<String> requests =
                ask("SELECT * { ?item ex:number ?n FILTER EXISTS { SERVICE <THERE/sparql> { ?item ex:name ?name } } }");
        assertThat(requests.statusCode()).as(requests.body()).isEqualTo(503);
        assertThat(requests.body()).contains("\"code\":\"service-requests\"");
        assertThat(RECEIVED).hasSizeLessThanOrEqualTo(20);
        HttpResponse<String> rows = ask(
                "SELECT (COUNT(*) AS ?c) { SERVICE <THERE/sparql> { ?a ex:name ?x . ?b ex:name ?y FILTER(STRLEN(?x) = 6) } }");
        assertThat(rows.statusCode()).as(rows.body()).isEqualTo(503);
        assertThat(rows.body()).containsAnyOf("service-rows", "answer-bytes");
    }

    @Test
    void saved_questions_and_sites_without_named_hosts_ask_nobody() {
        String query = "SELECT * { SERVICE <http://" + host + "/sparql> { ?s ?p ?o } }";
        HttpResponse<String> refused = behind.get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("SERVICE is not offered");
        assertThat(RECEIVED).isEmpty();
    }
}
