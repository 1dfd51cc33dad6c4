package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;

/** The program as a process of its own: started, asked, ended. */
class ServeProcessTest {
    private static final String READY = "Torchgraph ready: ";

    @TempDir
    Path root;

    private Process serve(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.torchgraph.cli.Main",
                "serve",
                "--port",
                "0",
                "--publication",
                root.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static HttpResponse<String> get(String url, String... fields) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        for (int i = 0; i < fields.length; i += 2) {
            request.header(fields[i], fields[i + 1]);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Test
    @Timeout(60)
    void it_says_when_it_answers_and_ends_on_sigterm() throws IOException, InterruptedException {
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
            process.toHandle().destroy();
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
}
