package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.ProgramCommand;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.StandInEngine;
import org.torchgraph.kit.StandInEngine.Fault;
import org.torchgraph.kit.Web;

/** The program as a process of its own, over an engine. */
class EngineProcessTest {
    private static final String READY = "Torchgraph ready: ";

    @TempDir
    static Path folder;

    private static ProgramCommand program;
    private static Path root;

    @AutoClose
    private static final PlainFuseki fuseki = new PlainFuseki();

    @AutoClose
    private static final StandInEngine engine = new StandInEngine(
                    fuseki.address().query())
            .requiring("Basic "
                    + Base64.getEncoder().encodeToString("reader:open sesame".getBytes(StandardCharsets.UTF_8)));

    @BeforeAll
    static void command(@TempDir Path archive) throws IOException, InterruptedException {
        program = new ProgramCommand(archive);
        root = folder.resolve("publication");
        fuseki.with(PublicationFolder.in(root)
                .turtle("data/a.ttl", "<id/a> rdfs:label \"A\" .")
                .read());
    }

    private static Process serve(String address, String password) throws IOException {
        List<String> command = new ArrayList<>(program.words());
        command.addAll(List.of("serve", "--port", "0", "--publication", root.toString()));
        command.addAll(List.of("--store", "sparql:" + address, "--store-user", "reader"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TORCHGRAPH_STORE_PASSWORD", password);
        Process process = builder.start();
        // So that a test that waits for what is never said ends.
        CompletableFuture.delayedExecutor(120, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
    }

    private static void isRefused(String address, String password, String sentence) throws Exception {
        Process process = serve(address, password);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.lines()).singleElement().asString().contains(sentence);
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void an_engine_that_cannot_be_served_is_told_in_one_sentence() throws Exception {
        String address = engine.address().query();
        isRefused("http://127.0.0.1:1/sparql", "open sesame", "it cannot be reached");
        isRefused(address, "wrong", "status 401");
        engine.has(Fault.PAGE);
        isRefused(address, "open sesame", "what it sent is not an answer to a query");
        engine.has(Fault.NONE);
        try (PlainFuseki empty = new PlainFuseki()) {
            isRefused(empty.address().query(), "open sesame", "has no statements in named graphs");
        }
    }

    @Test
    void an_engine_that_has_the_statements_is_served() throws Exception {
        Process process = serve(engine.address().query(), "open sesame");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String said = out.readLine();
            assertThat(said).startsWith(READY);
            Web site = new Web(said.substring(READY.length()).replaceFirst("/$", ""));
            assertThat(site.get("/doc/a.ttl").body()).contains("\"A\"");
            assertThat(site.get("/health").body()).contains("\"sparql\"", "\"engine\":{\"answers\":true}");
            process.toHandle().destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void the_log_tells_when_the_engine_is_silent_and_when_it_answers_again() throws Exception {
        Process process = serve(engine.address().query(), "open sesame");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String said = out.readLine();
            assertThat(said).startsWith(READY);
            Web site = new Web(said.substring(READY.length()).replaceFirst("/$", ""));
            engine.has(Fault.GONE);
            assertThat(site.get("/doc/a.ttl").statusCode()).isEqualTo(503);
            assertThat(out.readLine()).contains("WARNING", "The engine does not answer");
            engine.has(Fault.NONE);
            assertThat(out.readLine()).contains("INFO", "The engine answers again");
        } finally {
            engine.has(Fault.NONE);
            process.destroyForcibly();
        }
    }
}
