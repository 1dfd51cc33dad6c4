package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;

/** The program in a process whose heap is too small for its publication. */
class HeapProcessTest {
    private static final String READY = "Torchgraph ready: ";

    @TempDir
    Path root;

    private Process serve(String heap) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        heap,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.torchgraph.cli.Main",
                        "serve",
                        "--port",
                        "0",
                        "--publication",
                        root.toString())
                .redirectErrorStream(true)
                .start();
    }

    private void statements(int count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(root.resolve("data/many.nt"))) {
            for (int i = 0; i < count; i++) {
                out.write("<http://example.org/id/" + i + "> <http://example.org/def#number> \"the number " + i
                        + "\" .\n");
            }
        }
    }

    private static String outputOfFailed(Process process) throws IOException, InterruptedException {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String said = out.lines().collect(Collectors.joining("\n"));
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(180)
    void a_publication_too_large_for_the_heap_is_told_with_the_size_it_needs() throws Exception {
        PublicationFolder.in(root);
        statements(300_000);
        assertThat(outputOfFailed(serve("-Xmx96m")))
                .startsWith("torchgraph: the publication is too large for the heap of ")
                .containsPattern("by what the first \\d+ % of its files take it needs about [1-9]\\d\\d MB")
                .doesNotContain("OutOfMemoryError", "\n", "at org.");
        assertThat(outputOfFailed(serve("-Xmx48m")))
                .startsWith("torchgraph: the publication is too large for the heap of ")
                .containsPattern("by the length of its files it needs about [1-9]\\d\\d MB")
                .doesNotContain("OutOfMemoryError", "\n", "at org.");
    }

    @Test
    @Timeout(180)
    void a_larger_version_that_the_heap_has_no_room_for_leaves_the_one_that_is_served() throws Exception {
        PublicationFolder.in(root).turtle("data/a.ttl", "<id/a> rdfs:label \"A\" .");
        Process process = serve("-Xmx128m");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            assertThat(line).startsWith(READY);
            String url = line.substring(READY.length());
            statements(400_000);
            new ProcessBuilder("kill", "-HUP", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(said(out)).contains("not served", "too large for the heap of", "it needs about");
            assertThat(get(url + "doc/a.ttl").body()).contains("\"A\"");
            assertThat(get(url + "health").body()).contains("too large for the heap of");
            assertThat(get(url + "doc/1.ttl").statusCode()).isEqualTo(404);
            statements(10);
            new ProcessBuilder("kill", "-HUP", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(said(out)).contains("is served now");
            assertThat(get(url + "doc/1.ttl").body()).contains("the number 1");
        } finally {
            process.destroyForcibly();
        }
    }

    /** The next line that is not about a version whose files changed before they were copied for later questions. */
    private static String said(BufferedReader out) {
        return out.lines()
                .filter(line -> !line.contains("is not kept for later questions"))
                .findFirst()
                .orElse("");
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
}
