package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.Web;

/**
 * A process that serves and is written to for some time, as long as the system property {@code soak.seconds} says, and
 * needs no more at the end than after its beginning. What it needs is read where operators read it.
 */
class SoakTest {
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("soak.seconds", 30));
    private static final String TOKEN = "0123456789abcdef";

    /** What a process needs; of its heap, what replies that are kept do not explain, which may grow up to a limit. */
    private record Need(double heap, double threads, double files, long temporary) {}

    @TempDir
    Path root;

    private Process process;
    private Web site;
    private Web operator;

    private void serve() throws IOException {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            data.append("<id/item/%d> a ex:Item ; rdfs:label \"item %d of many\" ; ex:next <id/item/%d> .\n"
                    .formatted(i, i, (i + 1) % 2000));
        }
        PublicationFolder.in(root.resolve("publication")).turtle("data/items.ttl", data.toString());
        Path writers = Files.createFile(
                root.resolve("writers"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(writers, "editor " + TOKEN + "\n");
        process = new ProcessBuilder(
                        java("java"),
                        "-Xmx256m",
                        "-Djava.io.tmpdir=" + Files.createDirectory(root.resolve("temporary")),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.torchgraph.cli.Main",
                        "serve",
                        "--port",
                        "0",
                        "--admin-port",
                        "0",
                        "--access-log",
                        root.resolve("access.log").toString(),
                        "--store",
                        "tdb2:" + root.resolve("store"),
                        "--writers",
                        writers.toString(),
                        "--query-timeout",
                        "2",
                        "--publication",
                        root.resolve("publication").toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); site == null; line = site == null ? out.readLine() : line) {
            assertThat(line).as("what it says").isNotNull();
            if (line.contains("/metrics")) {
                operator = new Web(line.replaceFirst(".* (http://[^/]*)/.*", "$1"));
            } else if (line.startsWith("Torchgraph ready: ")) {
                site = new Web(line.replaceFirst("Torchgraph ready: (.*)/", "$1"));
            }
        }
        Thread.ofVirtual().start(() -> out.lines().forEach(line -> {}));
        while (operator.get("/health/ready").statusCode() != 200) {
            assertThat(process.isAlive()).isTrue();
        }
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private Need need() throws IOException, InterruptedException {
        // What is deleted or closed after the last reply has its time.
        Thread.sleep(1500);
        new ProcessBuilder(java("jcmd"), Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        String text = operator.get("/metrics").body();
        double kept = sum(text, "torchgraph_replies_kept_bytes ");
        assertThat(kept).isPositive();
        try (Stream<Path> files = Files.list(root.resolve("temporary"))) {
            return new Need(
                    sum(text, "jvm_memory_used_bytes{area=\"heap\"") - kept,
                    sum(text, "jvm_threads_live_threads "),
                    sum(text, "process_files_open_files "),
                    files.filter(file -> !file.getFileName().toString().startsWith("hsperf"))
                            .count());
        }
    }

    private static double sum(String text, String begin) {
        return text.lines()
                .filter(line -> line.startsWith(begin))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** Sends requests of all kinds from some clients, one of which writes the same graph again and again. */
    private void use(Duration time) throws Exception {
        Instant end = Instant.now().plus(time);
        List<Future<?>> clients = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (int client = 0; client < 4; client++) {
                Random random = new Random(client);
                boolean writes = client == 0;
                clients.add(threads.submit(() -> {
                    for (int i = 0; Instant.now().isBefore(end); i++) {
                        if (writes) {
                            write(i);
                        } else {
                            read(random);
                        }
                    }
                    return null;
                }));
            }
        }
        for (Future<?> client : clients) {
            client.get();
        }
    }

    private void write(int number) throws InterruptedException {
        String body = "<http://example.org/id/note> <http://example.org/def#is> " + number % 2 + " .";
        int status = site.send(
                        "PUT",
                        "/data?graph=http://example.org/graph/notes",
                        BodyPublishers.ofString(number % 10 == 9 ? body + "<" : body),
                        "Authorization",
                        "Bearer " + TOKEN,
                        "Content-Type",
                        "text/turtle")
                .statusCode();
        assertThat(status).isEqualTo(number % 10 == 9 ? 400 : status < 300 ? status : -1);
        Thread.sleep(200);
    }

    private void read(Random random) throws IOException {
        int item = random.nextInt(2000);
        switch (random.nextInt(8)) {
            case 0 -> expect(200, "/doc/item/" + item + ".html");
            case 1 -> expect(200, "/doc/item/" + item + ".jsonld");
            case 2 -> expect(200, "/search.json?q=item%20" + item);
            case 3 -> expect(200, sparql("SELECT * { ?s ?p ?o } LIMIT " + (100 + item)));
            // More than 1 MiB, and so in a temporary file.
            case 4 -> expect(200, sparql("SELECT * { ?s ?p ?o . ?a ?b ?c } OFFSET " + item + " LIMIT 12000"));
            case 5 ->
                expect(503, sparql("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } #" + random.nextInt()));
            case 6 -> expect(404, "/id/nothing/" + random.nextInt());
            default -> leave();
        }
    }

    private static String sparql(String query) {
        return "/sparql?query=" + PercentEncoding.value(query);
    }

    private void expect(int status, String path) {
        int answered = site.get(path).statusCode();
        // A client has a share of the places, and a query on a busy machine ends late.
        assertThat(answered).as(path).isIn(status, 429, 503);
    }

    /** Leaves while a long reply is being sent. */
    private void leave() throws IOException {
        URI address = URI.create(site.site());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET /export/torchgraph.nt HTTP/1.1\r\nHost: a.example\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(2000);
        }
    }

    @Test
    void heap_threads_files_and_temporary_files_stay_as_they_are() throws Exception {
        try {
            serve();
            use(TIME.dividedBy(3));
            Need first = need();
            use(TIME.multipliedBy(2).dividedBy(3));
            Need last = need();
            assertThat(last.heap()).as("after %s, before %s", last, first).isLessThan(first.heap() * 1.2 + (8 << 20));
            // A pool grows with what comes at once; what is lost grows with the hundreds of requests.
            assertThat(last.threads()).isLessThanOrEqualTo(first.threads() + 16);
            assertThat(last.files()).isLessThanOrEqualTo(first.files() + 8);
            assertThat(last.temporary()).isLessThanOrEqualTo(first.temporary() + 1);
            assertThat(operator.get("/metrics").body()).doesNotContain("status=\"500\"");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
