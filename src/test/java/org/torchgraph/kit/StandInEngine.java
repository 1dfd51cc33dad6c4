package org.torchgraph.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.torchgraph.dataset.engine.EngineAddress;

/** Stands in front of an engine, passes its answers on, and can be as faulty as engines are. */
public final class StandInEngine implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What is wrong with the engine. */
    public enum Fault {
        NONE,
        /** It does not listen. */
        GONE,
        /** It takes requests and says nothing. */
        SLOW,
        /** It says how long its answer is and closes the connection after half of it. */
        BROKEN_OFF,
        /** It ends its answer in the middle as if that were all. */
        CUT_OFF,
        /** It sends a page. */
        PAGE,
        /** It sends a sentence about an error as if it were an answer. */
        ERROR_AS_ANSWER,
        /** It sends 500. */
        ERROR
    }

    private final String engine;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int mostRows = Integer.MAX_VALUE;
    private volatile Duration lag = Duration.ZERO;
    private volatile Fault fault = Fault.NONE;
    private volatile Optional<String> authorization = Optional.empty();
    private HttpServer server;

    /** @param engine the address at which the engine answers queries */
    public StandInEngine(String engine) {
        this.engine = engine;
        this.server = listen(0);
    }

    private HttpServer listen(int port) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            made.createContext("/sparql", this::answer);
            made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            made.start();
            return made;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** Answers only those who send these credentials. */
    public StandInEngine requiring(String basicCredentials) {
        authorization = Optional.of(basicCredentials);
        return this;
    }

    /** Answers each request after some time. */
    public void takes(Duration time) {
        lag = time;
    }

    /** Ends each answer after some rows and does not say so. */
    public void givesAtMost(int rows) {
        mostRows = rows;
    }

    private byte[] shortened(byte[] answer) {
        if (mostRows == Integer.MAX_VALUE) {
            return answer;
        }
        JsonObject whole = Json.createReader(new ByteArrayInputStream(answer)).readObject();
        JsonArray rows = whole.getJsonObject("results").getJsonArray("bindings");
        JsonArray some = Json.createArrayBuilder(rows.subList(0, Math.min(mostRows, rows.size())))
                .build();
        return Json.createPointer("/results/bindings")
                .replace(whole, some)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    public void has(Fault other) {
        if (other == Fault.GONE) {
            server.stop(0);
        } else if (fault == Fault.GONE) {
            server = listen(server.getAddress().getPort());
        }
        fault = other;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<String> query = Optional.ofNullable(exchange.getRequestURI().getRawQuery());
        requests.add(query.orElse(body));
        try (exchange) {
            sleep(lag);
            boolean refused = authorization
                    .filter(wanted ->
                            !wanted.equals(exchange.getRequestHeaders().getFirst("Authorization")))
                    .isPresent();
            if (refused) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"engine\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            switch (fault) {
                case PAGE -> send(exchange, 200, "text/html", "<p>This site is being maintained.</p>");
                case ERROR_AS_ANSWER ->
                    send(exchange, 200, "application/sparql-results+json", "Error 42000: the transaction is dead");
                case ERROR -> send(exchange, 500, "text/plain", "out of memory");
                case SLOW -> await();
                default -> pass(exchange, query, body);
            }
        }
    }

    private void await() {
        while (fault == Fault.SLOW && !Thread.currentThread().isInterrupted()) {
            sleep(Duration.ofMillis(20));
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(HttpExchange exchange, Optional<String> query, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(engine + query.map(text -> "?" + text).orElse("")))
                .method(exchange.getRequestMethod(), BodyPublishers.ofString(body));
        for (String name : List.of("Accept", "Content-Type")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .ifPresent(value -> request.header(name, value));
        }
        HttpResponse<byte[]> response;
        try {
            response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException ended) {
            throw new IOException(ended);
        }
        for (String name : List.of("Content-Type", "X-SPARQL-MaxRows")) {
            response.headers().firstValue(name).ifPresent(value -> exchange.getResponseHeaders()
                    .set(name, value));
        }
        byte[] whole = shortened(response.body());
        boolean half = fault == Fault.BROKEN_OFF || fault == Fault.CUT_OFF;
        byte[] sent = half ? Arrays.copyOf(whole, whole.length / 2) : whole;
        exchange.sendResponseHeaders(
                response.statusCode(), fault == Fault.BROKEN_OFF ? whole.length : sent.length == 0 ? -1 : sent.length);
        exchange.getResponseBody().write(sent);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The queries so far, as they were sent. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public EngineAddress address() {
        return new EngineAddress("http://127.0.0.1:" + server.getAddress().getPort() + "/sparql", Optional.empty());
    }

    @Override
    public void close() {
        fault = Fault.NONE;
        server.stop(0);
    }
}
