package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.ProgramCommand;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.query.Limits;

/** The program as a process of its own: started, asked, ended. */
class ServeProcessTest {
    private static final String READY = "Torchgraph ready: ";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ProgramCommand program;

    @TempDir
    Path root;

    @BeforeAll
    static void command(@TempDir Path folder) throws IOException, InterruptedException {
        program = new ProgramCommand(folder);
    }

    /** The command that lets a process write no file beyond a length, as if the disk had no more room. */
    private static final List<String> NO_ROOM = List.of("prlimit", "--fsize=65536:unlimited");

    private Process serve(String... more) throws IOException {
        return serve(List.of(), more);
    }

    private Process serve(List<String> before, String... more) throws IOException {
        return run(
                before,
                "serve",
                Stream.concat(Stream.of("--port", "0"), Stream.of(more)).toArray(String[]::new));
    }

    private Process run(List<String> before, String name, String... more) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(program.words());
        command.addAll(List.of(name, "--publication", root.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static HttpResponse<String> get(String url, String... fields) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        for (int i = 0; i < fields.length; i += 2) {
            request.header(fields[i], fields[i + 1]);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    @Timeout(60)
    void it_says_when_it_answers_and_ends_on_sigterm_after_what_it_is_answering()
            throws IOException, InterruptedException {
        PublicationFolder.in(root).turtle("data/a.ttl", "<id/a> rdfs:label \"A\" .");
        Process process = serve("--trusted-proxy", "127.0.0.1");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            assertThat(line).startsWith(READY + "http://127.0.0.1:");
            String url = line.substring(READY.length());
            assertThat(get(url + "doc/a.ttl").body()).contains("\"A\"");
            assertThat(get(url + "health").statusCode()).isEqualTo(200);
            assertThat(get(url + "export", "X-Forwarded-Host", "site.example").body())
                    .contains("http://site.example/sparql");
            URI site = URI.create(url);
            try (Socket client = new Socket(site.getHost(), site.getPort())) {
                client.setSoTimeout(20_000);
                send(client, "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\n");
                send(client, "Content-Length: 6\r\n\r\nASK");
                // So that the request has come when the process is told to end.
                get(url + "health");
                process.toHandle().destroy();
                assertThatThrownBy(() -> {
                            while (true) {
                                new Socket(site.getHost(), site.getPort()).close();
                                Thread.sleep(20);
                            }
                        })
                        .isInstanceOf(ConnectException.class);
                send(client, " {}");
                assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 200 ")
                        .contains("\"boolean\"")
                        .contains("true");
            }
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(out.readLine()).isNull();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(60)
    void lenient_serves_what_can_be_read_and_says_what_is_left_out() throws IOException, InterruptedException {
        PublicationFolder.in(root)
                .turtle("data/a.ttl", "<id/a> rdfs:label \"A\" .")
                .turtle("data/broken.ttl", "<id/b> ;");
        Process process = serve("--lenient");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("data/broken.ttl:11:");
            assertThat(out.readLine()).contains("served with 1 fault");
            String line = out.readLine();
            assertThat(line).startsWith(READY);
            assertThat(get(line.substring(READY.length()) + "doc/a.ttl").statusCode())
                    .isEqualTo(200);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(120)
    void a_store_is_filled_once_outlives_a_kill_and_a_full_disk_and_is_the_truth_afterwards()
            throws IOException, InterruptedException {
        Path writers = writers();
        String[] graphs = {"http://example.org/graph/one", "http://example.org/graph/two"};
        String many = IntStream.range(0, 300)
                .mapToObj(at -> "<http://example.org/id/" + at + "> <http://example.org/p> \"" + "x".repeat(500) + at
                        + "\" .\n")
                .collect(Collectors.joining());
        PublicationFolder files = PublicationFolder.in(root).turtle("data/a.ttl", "<id/a> rdfs:label \"A\" .");
        String store = "tdb2:" + root.resolve("store");
        Process first = serve("--store", store, "--writers", writers.toString());
        try (BufferedReader out = first.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).contains("statements are loaded");
            String url = ready(out);
            assertThat(get(url + "doc/a.ttl").body()).contains("\"A\"");
            assertThat(get(url + "health").body()).contains("\"tdb2\"");
            Process second = serve("--store", store);
            try (BufferedReader refused = second.inputReader(StandardCharsets.UTF_8)) {
                assertThat(refused.readLine()).contains("another process uses the store");
                assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(second.exitValue()).isEqualTo(1);
            }
            limit(first, "65536");
            HttpResponse<String> full = write("PUT", url + "data?graph=" + graphs[0], many);
            assertThat(full.statusCode()).isEqualTo(507);
            assertThat(full.body())
                    .contains("was not accepted", "File too large")
                    .doesNotContain("Exception");
            assertThat(get(url + "data?graph=" + graphs[0]).statusCode()).isEqualTo(404);
            assertThat(get(url + "doc/a.ttl").body()).contains("\"A\"");
            limit(first, "unlimited");
            assertThat(write("PUT", url + "data?graph=" + graphs[0], many).statusCode())
                    .isEqualTo(201);
        } finally {
            first.destroyForcibly().waitFor();
        }
        files.turtle("data/a.ttl", "<id/a> rdfs:label \"changed\" .");
        // The database cannot take the write, which is served nevertheless.
        Process again = serve(NO_ROOM, "--store", store, "--writers", writers.toString());
        try (BufferedReader out = again.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).contains("are not in the database", "File too large");
            assertThat(out.readLine()).contains("data/a.ttl is not as it was");
            assertThat(out.readLine()).contains("the store is served");
            String url = ready(out);
            assertThat(get(url + "doc/a.ttl").body()).contains("\"A\"").doesNotContain("changed");
            assertThat(get(url + "data?graph=" + graphs[0], "Accept", "application/n-triples")
                            .body()
                            .lines())
                    .hasSize(300);
            assertThat(write("PUT", url + "data?graph=" + graphs[1], many).statusCode())
                    .isEqualTo(507);
            assertThat(write("DELETE", url + "data?graph=" + graphs[0], "").statusCode())
                    .isEqualTo(507);
            again.toHandle().destroy();
            assertThat(again.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            again.destroyForcibly();
        }
        try (DiskDataset dataset = DiskDataset.open(root.resolve("store"), Limits.standard())) {
            assertThat(dataset.record().orElseThrow().merged()).isEqualTo(1);
            assertThat(dataset.snapshot().quads(Node.ANY, NodeFactory.createURI("http://example.org/p"), Node.ANY))
                    .hasSize(300);
        }
    }

    @Test
    @Timeout(60)
    void a_store_that_the_disk_has_no_room_for_is_not_filled_and_leaves_nothing()
            throws IOException, InterruptedException {
        // More literals than fit into one file, so that the failure comes amid the loading.
        String long1 = IntStream.range(0, 300)
                .mapToObj(at -> "<id/" + at + "> ex:text \"" + "x".repeat(40_000) + at + "\" .\n")
                .collect(Collectors.joining());
        PublicationFolder.in(root).turtle("data/a.ttl", long1);
        Path store = root.resolve("store");
        Process load = run(List.of("prlimit", "--fsize=8388608:unlimited"), "load", "--store", "tdb2:" + store);
        try (BufferedReader out = load.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines().filter(line -> !line.contains("are loaded")))
                    .singleElement()
                    .isEqualTo("torchgraph: the store " + store + " cannot be used: File too large");
            assertThat(load.waitFor()).isEqualTo(1);
            assertThat(store).isDirectoryNotContaining(file -> !file.endsWith("lock"));
        } finally {
            load.destroyForcibly();
        }
    }

    /** Limits the length of the files that a process writes. */
    private static void limit(Process process, String bytes) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(
                                "prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":unlimited")
                        .start()
                        .waitFor())
                .isZero();
    }

    private Path writers() throws IOException {
        Path writers = Files.createFile(
                root.resolve("writers"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(writers, "editor 0123456789abcdef\n");
    }

    @Test
    @Timeout(120)
    void watched_files_are_served_when_they_change_and_others_at_sighup() throws IOException, InterruptedException {
        PublicationFolder files = PublicationFolder.in(root).turtle("data/a.ttl", "<id/a> rdfs:label \"A\" .");
        Process watching = serve("--watch");
        Path log = root.resolve("access.log");
        Process asked = serve("--admin-port", "0", "--access-log", log.toString());
        try (BufferedReader out = watching.inputReader(StandardCharsets.UTF_8);
                BufferedReader other = asked.inputReader(StandardCharsets.UTF_8)) {
            String url = ready(out);
            String metrics = other.readLine().replaceFirst(".* http", "http");
            String otherUrl = ready(other);
            assertThat(get(metrics).body()).contains("torchgraph_queries_running ");
            assertThat(get(otherUrl + "doc/a.ttl").statusCode()).isEqualTo(200);
            Files.move(log, root.resolve("access.log.1"));
            files.turtle("data/b.ttl", "<id/b> rdfs:label \"B\" .");
            assertThat(out.readLine()).contains("is served now");
            assertThat(get(url + "doc/b.ttl").body()).contains("\"B\"");
            assertThat(get(otherUrl + "doc/b.ttl").statusCode()).isEqualTo(404);
            new ProcessBuilder("kill", "-HUP", Long.toString(asked.pid()))
                    .start()
                    .waitFor();
            assertThat(other.readLine()).contains("is served now");
            assertThat(get(otherUrl + "doc/b.ttl").body()).contains("\"B\"");
            assertThat(Files.readString(root.resolve("access.log.1"))).contains("/doc/a.ttl");
            assertThat(log).exists();
            files.turtle("data/b.ttl", "<id/b> ;");
            assertThat(out.readLine()).startsWith("data/b.ttl:11:");
            assertThat(out.readLine()).contains("one fault");
            assertThat(get(url + "doc/b.ttl").body()).contains("\"B\"");
            assertThat(get(url + "health").body()).contains("refused");
        } finally {
            watching.destroyForcibly();
            asked.destroyForcibly();
        }
    }

    /** How often a process is killed; more by the system property {@code kill.rounds}. */
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 6);

    @Test
    @Timeout(900)
    void killed_at_any_moment_a_store_has_each_write_that_was_acknowledged_whole() throws Exception {
        PublicationFolder.in(root).turtle("data/a.ttl", "<id/a> rdfs:label \"A\" .");
        Path writers = writers();
        Random random = new Random(3);
        int next = 0;
        Set<Integer> acknowledged = new HashSet<>();
        // Of every third write it is asked to undo it, which is acknowledged or not.
        Set<Integer> undone = new HashSet<>();
        Set<Integer> perhaps = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            Process process = serve("--store", "tdb2:" + root.resolve("store"), "--writers", writers.toString());
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                String line = out.readLine();
                String url = (line.startsWith(READY) ? line : out.readLine()).substring(READY.length());
                Map<String, String> found = sizes(url);
                for (int number = 0; number < next; number++) {
                    String size = found.remove("http://example.org/graph/g" + number);
                    if (undone.contains(number)) {
                        assertThat(size).isNull();
                    } else if (acknowledged.contains(number) && !perhaps.contains(number) || size != null) {
                        assertThat(size).isEqualTo("20");
                    }
                }
                assertThat(found).containsOnlyKeys("http://example.org/graph/a", "http://example.org/graph/catalog");
                Runnable kill = () -> CompletableFuture.runAsync(
                        process::destroyForcibly,
                        CompletableFuture.delayedExecutor(500 + random.nextInt(3000), TimeUnit.MILLISECONDS));
                // In the first round something has been acknowledged before.
                if (round > 0) {
                    kill.run();
                }
                while (process.isAlive()) {
                    int graph = next++;
                    String body = IntStream.range(0, 20)
                            .mapToObj(at ->
                                    "<http://example.org/id/t" + graph + "> <http://example.org/p> " + at + " .\n")
                            .collect(Collectors.joining());
                    try {
                        HttpResponse<String> put =
                                write("PUT", url + "data?graph=http://example.org/graph/g" + graph, body);
                        assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
                        acknowledged.add(graph);
                        if (graph % 3 == 0) {
                            perhaps.add(graph);
                            String number = put.body().replaceFirst(".*\"number\":([0-9]+).*", "$1");
                            HttpResponse<String> undo = write("POST", url + "history?undo=" + number, "");
                            assertThat(undo.statusCode()).as(undo.body()).isEqualTo(201);
                            undone.add(graph);
                        }
                        if (graph == 0) {
                            kill.run();
                        }
                    } catch (IOException killed) {
                        break;
                    }
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        assertThat(acknowledged).isNotEmpty();
        assertThat(undone).isNotEmpty();
    }

    /** Returns how many statements each graph has, by its name. */
    private static Map<String, String> sizes(String url) throws IOException, InterruptedException {
        String query = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g";
        HttpResponse<String> rows = get(url + "sparql?query=" + PercentEncoding.value(query), "Accept", "text/csv");
        assertThat(rows.statusCode()).isEqualTo(200);
        return rows.body()
                .lines()
                .skip(1)
                .map(row -> row.split(",", 2))
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    private static HttpResponse<String> write(String method, String url, String turtle)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer 0123456789abcdef")
                        .header("Content-Type", "text/turtle")
                        .method(method, HttpRequest.BodyPublishers.ofString(turtle))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String ready(BufferedReader out) throws IOException {
        String line = out.readLine();
        assertThat(line).startsWith(READY);
        return line.substring(READY.length());
    }

    @Test
    @Timeout(60)
    void a_rehearsal_asks_for_pages_and_ends_by_itself() throws IOException, InterruptedException {
        PublicationFolder.in(root).turtle("data/a.ttl", "<id/a> rdfs:label \"A\" .");
        Path log = root.resolve("access.log");
        Process process = serve("--rehearse", "--access-log", log.toString());
        assertThat(process.inputReader(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith(READY);
        assertThat(process.waitFor()).isZero();
        assertThat(log).content().contains("\"path\":\"/\"", "\"path\":\"/id/a\"", "\"path\":\"/dataset.ttl\"");
    }
}
