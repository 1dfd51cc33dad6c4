package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.http.Mount;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.Web;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.server.version.RefusedVersion;
import org.torchgraph.server.version.ReplaceableVersion;

/** What those who operate a server see of it. */
class OperationTest {
    @TempDir
    static Path root;

    private static final ReplaceableVersion SERVED = new ReplaceableVersion();
    private static Publication publication;

    @AutoClose
    private static ServerMetrics metrics;

    @AutoClose
    private static AccessLog log;

    @AutoClose
    private static AdminServer admin;

    @AutoClose
    private static TorchgraphServer server;

    private static Web operator;
    private static Web reader;

    @BeforeAll
    static void serve() {
        publication = PublicationFolder.in(root.resolve("publication"))
                .turtle("data/a.ttl", "<id/a> rdfs:label \"A\" .")
                .read();
        metrics = new ServerMetrics();
        log = AccessLog.to(root.resolve("access.log"));
        admin = AdminServer.start("127.0.0.1", 0, metrics);
        operator = new Web("http://127.0.0.1:" + admin.port());
        assertThat(operator.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(operator.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(operator.get("/health").body()).isEqualTo("{\"status\":\"starting\"}");
        Limits limits = new Limits(Duration.ofSeconds(1), 64 << 10, 4, 2000, 100);
        MemoryDataset dataset = new MemoryDataset(publication, limits);
        SERVED.replace(TestSite.version(publication, dataset.snapshot(), "test"));
        server = TorchgraphServer.start(
                new ServerAddress("127.0.0.1", 0, new Mount("/here"), TrustedProxies.at(List.of("127.0.0.1"))),
                SERVED,
                dataset,
                Optional.empty(),
                new Monitoring(metrics, Optional.of(log)));
        admin.tellOf(server);
        assertThat(operator.get("/health/ready").statusCode()).isEqualTo(503);
        server.prepareAnswers();
        reader = new Web("http://127.0.0.1:" + server.port() + "/here");
    }

    @AfterAll
    static void stop() {
        server.close();
        // While the last replies end, a proxy has to send readers elsewhere.
        assertThat(operator.get("/health/ready").body()).isEqualTo("{\"status\":\"stopping\"}");
        assertThat(operator.get("/health/live").statusCode()).isEqualTo(200);
    }

    private static double measured(String name) {
        return operator.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private static String counted(String route, String method, int status) {
        return "http_server_requests_seconds_count{method=\"" + method + "\",route=\"" + route + "\",status=\"" + status
                + "\"}";
    }

    /** Waits, because a request is measured and logged when its reply has been sent. */
    private static void awaitMeasured(String name, double value) {
        Instant end = Instant.now().plusSeconds(20);
        while (measured(name) < value) {
            assertThat(Instant.now()).as(name).isBefore(end);
        }
        assertThat(measured(name)).as(name).isEqualTo(value);
    }

    private static JsonObject logged(Path file, String part) throws IOException {
        Instant end = Instant.now().plusSeconds(20);
        while (true) {
            Optional<String> line = Files.readString(file)
                    .lines()
                    .filter(one -> one.contains(part))
                    .findFirst();
            if (line.isPresent()) {
                try (JsonReader json = Json.createReader(new StringReader(line.get()))) {
                    return json.readObject();
                }
            }
            assertThat(Instant.now()).as(part).isBefore(end);
        }
    }

    @Test
    void it_is_ready_once_pages_and_search_answer() {
        Instant end = Instant.now().plusSeconds(60);
        while (operator.get("/health/ready").statusCode() != 200) {
            assertThat(Instant.now()).isBefore(end);
        }
        assertThat(reader.get("/search.json?q=A").statusCode()).isEqualTo(200);
        assertThat(operator.get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");
        assertThat(operator.get("/health").body())
                .isEqualTo(reader.get("/health").body());
        assertThat(reader.get("/metrics").statusCode()).isEqualTo(404);
    }

    @Test
    void the_port_of_operators_has_nothing_else() {
        assertThat(operator.get("/").statusCode()).isEqualTo(404);
        assertThat(operator.get("/doc/a").statusCode()).isEqualTo(404);
        assertThat(operator.get("/health/other").headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        HttpResponse<String> refused = operator.send("POST", "/metrics", BodyPublishers.ofString("x"));
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(operator.get("/metrics").headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain");
    }

    @Test
    void a_taken_port_of_operators_is_told_in_words_with_its_option() {
        assertThatThrownBy(() -> AdminServer.start("127.0.0.1", admin.port(), metrics))
                .isInstanceOf(CannotListenException.class)
                .hasMessage("port " + admin.port() + " of 127.0.0.1 is taken: choose another with --admin-port");
        assertThatThrownBy(() -> AdminServer.start("192.0.2.1", 0, metrics)).hasMessageContaining("--admin-host");
    }

    @Test
    void requests_are_counted_by_route_and_never_by_path() {
        for (int i = 0; i < 30; i++) {
            reader.get("/id/invented-" + i);
            reader.send("INVENT" + i, "/doc/invented", BodyPublishers.noBody());
        }
        reader.get("/doc/a.ttl");
        reader.send("PUT", "/data?graph=http://example.org/g", BodyPublishers.ofString("x"));
        reader.raw("GET /doc/a HTTP/1.1\nHost: a b\n");
        new Web("http://127.0.0.1:" + server.port()).get("/outside");
        awaitMeasured(counted("thing", "GET", 404), 30);
        awaitMeasured(counted("document", "other", 405), 30);
        awaitMeasured(counted("document", "GET", 200), 1);
        awaitMeasured(counted("none", "GET", 404), 1);
        awaitMeasured("torchgraph_writes_total{outcome=\"refused\"}", 1);
        String text = operator.get("/metrics").body();
        assertThat(text).doesNotContain("invent").contains("status=\"400\"", "le=\"0.25\"");
        assertThat(text.lines().filter(line -> line.contains("route=\"thing\"") && line.contains("_bucket")))
                .hasSizeLessThan(20);
    }

    @Test
    void queries_caches_versions_and_the_machine_are_measured() {
        reader.get("/sparql?query=SELECT*%7B%3Fs%20%3Fp%20%3Fo%7D%20%23first");
        reader.get("/sparql?query=SELECT*%7B%3Fs%20%3Fp%20%3Fo%7D%20%23first");
        assertThat(measured("torchgraph_queries_total{outcome=\"answered\"}")).isPositive();
        reader.get("/sparql?query=SELECT*%7BVALUES%3Fx%7B%22" + "long".repeat(600) + "%22%7D%7D");
        awaitMeasured("torchgraph_queries_total{outcome=\"out-of-budget\"}", 1);
        assertThat(measured("cache_gets_total{cache=\"replies\",result=\"hit\"}"))
                .isPositive();
        assertThat(measured("cache_gets_total{cache=\"replies\",result=\"miss\"}"))
                .isPositive();
        SERVED.refuse(new RefusedVersion(Instant.now(), 1, List.of("a fault")));
        assertThat(measured("torchgraph_versions_refused_total")).isEqualTo(1);
        SERVED.replace(SERVED.get());
        assertThat(measured("torchgraph_versions_served_total")).isEqualTo(1);
        assertThat(operator.get("/metrics").body())
                .contains(
                        "torchgraph_queries_running ",
                        "torchgraph_queries_waiting ",
                        "torchgraph_queries_total{outcome=\"out-of-time\"}",
                        "torchgraph_connections ",
                        "jvm_memory_used_bytes{area=\"heap\"",
                        "jvm_threads_live_threads ",
                        "jvm_gc_",
                        "process_files_open_files ",
                        "disk_free_bytes{");
    }

    @Test
    void a_line_of_the_log_has_the_client_that_a_proxy_vouches_for_and_no_secrets() throws IOException {
        Path file = root.resolve("access.log");
        reader.get(
                "/doc/a.ttl?token=secret-in-address",
                "X-Forwarded-For",
                "203.0.113.5, 192.0.2.7",
                "Authorization",
                "Bearer secret-in-field",
                "User-Agent",
                "\"quoted\" agent",
                "Cookie",
                "c=secret-in-cookie");
        JsonObject line = logged(file, "quoted");
        assertThat(line.getString("client")).isEqualTo("192.0.2.7");
        assertThat(line.getString("method")).isEqualTo("GET");
        assertThat(line.getString("path")).isEqualTo("/here/doc/a.ttl");
        assertThat(line.getInt("status")).isEqualTo(200);
        assertThat(line.getInt("bytes")).isPositive();
        assertThat(line.getInt("ms")).isNotNegative();
        assertThat(line.getString("version")).isEqualTo(publication.version());
        assertThat(line.getString("agent")).isEqualTo("\"quoted\" agent");
        assertThat(Instant.parse(line.getString("time"))).isBefore(Instant.now());
        assertThat(Files.readString(file)).doesNotContain("secret");
    }

    @Test
    void what_jetty_refuses_is_logged_and_no_client_forges_a_line() throws IOException {
        Path file = root.resolve("access.log");
        reader.raw("GET /here/forged%0A%7B%22time%22 HTTP/1.1\nHost: x\nUser-Agent: a\u0085{\"status\":200}\n");
        reader.raw("GET /here/doc/..%2f..%2frefused HTTP/1.1\nHost: y z\n");
        assertThat(logged(file, "forged").getString("path")).contains("forged%0A");
        assertThat(logged(file, "\"status\":400").getInt("status")).isEqualTo(400);
        for (String line : Files.readAllLines(file)) {
            assertThat(line).startsWith("{\"time\":\"").endsWith("}");
        }
    }

    @Test
    void a_log_that_is_renamed_goes_on_in_a_new_file_when_it_is_opened_anew() throws IOException {
        Path file = Files.createDirectory(root.resolve("rotated")).resolve("a.log");
        AccessLog own = AccessLog.to(file);
        Path kept = file.resolveSibling("a.log.1");
        MemoryDataset dataset = MemoryDataset.of(publication);
        try (own;
                TorchgraphServer other = TorchgraphServer.start(
                        ServerAddress.of("127.0.0.1", 0),
                        SERVED,
                        dataset,
                        Optional.empty(),
                        new Monitoring(new ServerMetrics(), Optional.of(own)))) {
            Web web = new Web("http://127.0.0.1:" + other.port());
            web.get("/doc/before.ttl");
            logged(file, "before");
            Files.move(file, kept);
            own.reopen();
            web.get("/doc/after.ttl");
            assertThat(logged(file, "after").getInt("status")).isEqualTo(404);
            assertThat(Files.readString(kept)).contains("before").doesNotContain("after");
            assertThat(Files.readString(file)).doesNotContain("before");
        }
        assertThatThrownBy(() -> AccessLog.to(root.resolve("no-such-folder").resolve("a.log")))
                .isInstanceOf(AccessLogException.class)
                .hasMessageContaining("cannot be written");
    }
}
