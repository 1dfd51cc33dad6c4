package org.torchgraph.dataset.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Table;

class RemoteEndpointTest {
    private static final QueryRequest QUERY = QueryRequest.of("SELECT ?x { ?x ?y ?z }", "http://example.org/");
    private static final Limits PATIENT = new Limits(Duration.ofSeconds(60), 1000, 1, 1 << 20, 100);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        ended.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private RemoteEndpoint endpoint(Limits limits, HttpHandler handler) {
        server.createContext("/", handler);
        return new RemoteEndpoint("http://127.0.0.1:" + server.getAddress().getPort() + "/sparql", limits);
    }

    private static OutputStream begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/csv");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write("x\r\n".getBytes(StandardCharsets.UTF_8));
        return out;
    }

    private static QueryFailedException failure(RemoteEndpoint endpoint) {
        return catchThrowableOfType(
                QueryFailedException.class, () -> endpoint.query(QUERY, ResultReaders.table(Integer.MAX_VALUE)));
    }

    @Test
    void rows_of_the_endpoint_are_read_whole() {
        Table table = endpoint(PATIENT, exchange -> {
                    try (OutputStream out = begin(exchange)) {
                        out.write("one\r\ntwo\r\n".getBytes(StandardCharsets.UTF_8));
                    }
                })
                .query(QUERY, ResultReaders.table(10));
        assertThat(table.columns()).containsExactly("x");
        assertThat(table.rows()).hasSize(2);
    }

    @Test
    void the_graphs_of_a_request_are_those_of_the_endpoint() {
        AtomicReference<String> asked = new AtomicReference<>();
        QueryRequest request = QUERY.over(List.of("http://example.org/one"), List.of("http://example.org/two"));
        endpoint(PATIENT, exchange -> {
                    asked.set(exchange.getRequestURI().getQuery());
                    begin(exchange).close();
                })
                .query(request, ResultReaders.table(10));
        assertThat(asked.get())
                .contains("default-graph-uri=http://example.org/one")
                .contains("named-graph-uri=http://example.org/two");
    }

    @Test
    void a_response_without_an_end_is_out_of_budget() {
        QueryFailedException failure = failure(endpoint(PATIENT, exchange -> {
            try (OutputStream out = begin(exchange)) {
                byte[] row = ("a".repeat(1000) + "\r\n").getBytes(StandardCharsets.UTF_8);
                while (ended.getCount() > 0) {
                    out.write(row);
                }
            }
        }));
        assertThat(failure.kind()).isEqualTo(FailureKind.OUT_OF_BUDGET);
        assertThat(failure.message().code()).isEqualTo(Code.ANSWER_BYTES);
    }

    @Test
    void a_response_that_stalls_is_cancelled_at_the_deadline() {
        QueryFailedException failure = failure(endpoint(PATIENT.within(Duration.ofMillis(500)), exchange -> {
            try (OutputStream out = begin(exchange)) {
                out.flush();
                ended.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }));
        assertThat(failure.kind()).isEqualTo(FailureKind.OUT_OF_TIME);
    }

    @Test
    void an_endpoint_that_does_not_begin_is_cancelled_at_the_deadline() {
        QueryFailedException failure = failure(endpoint(PATIENT.within(Duration.ofMillis(500)), exchange -> {
            try {
                ended.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }));
        assertThat(failure.kind()).isEqualTo(FailureKind.OUT_OF_TIME);
    }

    @Test
    void a_status_is_told() {
        QueryFailedException failure = failure(endpoint(PATIENT, exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        }));
        assertThat(failure.message().code()).isEqualTo(Code.ENDPOINT_SILENT);
        assertThat(failure.getMessage()).endsWith("gave no answer to the query: status 503");
    }

    @Test
    void what_is_no_answer_is_told() {
        QueryFailedException failure = failure(endpoint(PATIENT, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write("<p>hello</p>".getBytes(StandardCharsets.UTF_8));
            }
        }));
        assertThat(failure.getMessage()).endsWith("what it sent is not an answer to a query");
    }
}
