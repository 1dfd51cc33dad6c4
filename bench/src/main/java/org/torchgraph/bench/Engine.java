package org.torchgraph.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A SPARQL endpoint that is timed.
 *
 * @param process the server, ended by {@link #close()}; null for one that somebody else started
 * @param readyMillis from its start to its first answer
 */
record Engine(String name, URI endpoint, Process process, long readyMillis) implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    /** An answer, and how long it took until all of it was there. */
    record Answer(int status, String body, double millis) {}

    static Engine fuseki(Path publication, String classpath) throws IOException, InterruptedException {
        int port = freePort();
        return start(
                "Fuseki",
                URI.create("http://127.0.0.1:" + port + "/ds"),
                List.of(
                        java(),
                        "-Xmx4g",
                        "-cp",
                        classpath,
                        "org.apache.jena.fuseki.main.cmds.FusekiServerCmd",
                        "--port=" + port,
                        "--localhost",
                        "--file=" + publication.resolve("data/policies.nt"),
                        "--file=" + publication.resolve("data/catalog.ttl"),
                        "/ds"));
    }

    static Engine torchgraph(Path publication, Path home) throws IOException, InterruptedException {
        int port = freePort();
        return start(
                "Torchgraph",
                URI.create("http://127.0.0.1:" + port + "/sparql"),
                List.of(
                        home.resolve("torchgraph").toString(),
                        "serve",
                        "--port",
                        Integer.toString(port),
                        "--publication",
                        publication.toString()));
    }

    static Engine other(String name, String url) {
        return new Engine(name, URI.create(url), null, 0);
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Engine start(String name, URI endpoint, List<String> command)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of(System.getProperty("bench.home"), "bench/target", name + ".log")
                        .toFile())
                .start();
        while (true) {
            long millis = (System.nanoTime() - begun) / 1_000_000;
            if (!process.isAlive() || millis > START.toMillis()) {
                process.destroy();
                throw new IOException(name + " did not start; bench/target/" + name + ".log tells why.");
            }
            try {
                Engine engine = new Engine(name, endpoint, process, millis);
                if (engine.ask("ASK { ?s ?p ?o }").status() == 200) {
                    return new Engine(name, endpoint, process, (System.nanoTime() - begun) / 1_000_000);
                }
            } catch (IOException notYet) {
                // It does not listen yet.
            }
            Thread.sleep(50);
        }
    }

    /**
     * Asks a query by GET, so that a request is one packet; the result is to be JSON. The connection is kept. This
     * client of the JDK does its work in the calling thread, and so adds least to what is timed.
     */
    Answer ask(String query) throws IOException {
        URL url = URI.create(endpoint + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)).toURL();
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setReadTimeout((int) ANSWER.toMillis());
        connection.setRequestProperty("Accept", "application/sparql-results+json");
        long begun = System.nanoTime();
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(status, body, (System.nanoTime() - begun) / 1e6);
        }
    }

    /** Returns the memory that the server has, in MiB; -1 where the system does not tell. */
    long residentMiB() throws IOException {
        Path status = Path.of("/proc/" + (process == null ? 0 : process.pid()) + "/status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1L);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            try {
                process.waitFor();
            } catch (InterruptedException ended) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
