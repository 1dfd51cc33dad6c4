package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.ProgramCommand;
import org.torchgraph.kit.PublicationFolder;

/** Starts of the program with an image of its statements. */
class ImageProcessTest {
    private static final String READY = "Torchgraph ready: ";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ProgramCommand program;

    @TempDir
    Path folder;

    private Path root;
    private Path image;

    @BeforeAll
    static void command(@TempDir Path folder) throws IOException, InterruptedException {
        program = new ProgramCommand(folder);
    }

    @BeforeEach
    void publication() {
        root = folder.resolve("publication");
        image = folder.resolve("statements.image");
        PublicationFolder.in(root)
                .turtle("data/a.ttl", "<id/a> rdfs:label \"A\" ; ex:in [ rdfs:label \"somewhere\"@en ] .")
                .turtle("data/b.ttl", "<id/b> rdfs:label \"乙\"@zh ; ex:part <id/b#one> . <id/b#one> ex:number 3 .")
                .turtle(
                        "ontology/prefixes.ttl",
                        "<table> sh:declare [ sh:prefix \"ex\" ; sh:namespace \"" + PublicationFolder.BASE
                                + "def#\" ] .");
    }

    /**
     * What a start has said and sent.
     *
     * @param said before it was ready, and after that until the image was written
     * @param sent the dump and a thing
     */
    private record Started(List<String> said, List<String> sent) {}

    private Process serve(String... more) throws IOException {
        List<String> command = new ArrayList<>(program.words());
        command.addAll(List.of("serve", "--port", "0", "--publication", root.toString(), "--image", image.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        // So that a test that waits for what is never said ends.
        CompletableFuture.delayedExecutor(90, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
    }

    private static String get(String url) throws IOException, InterruptedException {
        var response = CLIENT.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.headers().firstValue("ETag").orElseThrow() + "\n" + response.body();
    }

    /** @param untilWritten whether it has to write an image */
    private Started start(boolean untilWritten) throws IOException, InterruptedException {
        Process process = serve();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> said = new ArrayList<>();
            String url = "";
            boolean written = !untilWritten;
            while (url.isEmpty() || !written) {
                String line = out.readLine();
                assertThat(line).as("it ended after %s", said).isNotNull();
                url = line.startsWith(READY) ? line.substring(READY.length()) : url;
                written |= line.contains("holds version");
                if (!line.startsWith(READY)) {
                    said.add(line);
                }
            }
            List<String> sent = new ArrayList<>();
            for (String path :
                    List.of("export/torchgraph.nq", "doc/a.ttl", "doc/b.jsonld", "search.json?q=%E4%B9%99")) {
                sent.add(get(url + path));
            }
            process.toHandle().destroy();
            assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
            return new Started(said, sent);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    @Timeout(400)
    void a_start_from_the_image_answers_as_the_start_that_wrote_it_until_a_file_changes() throws Exception {
        Started first = start(true);
        assertThat(first.said())
                .singleElement()
                .asString()
                .matches("torchgraph: the image .*statements.image holds version [0-9a-f]{32} for the next start");
        Started second = start(false);
        assertThat(second.said()).isEmpty();
        assertThat(second.sent()).isEqualTo(first.sent());

        PublicationFolder.in(root).turtle("data/a.ttl", "<id/a> rdfs:label \"another\" .");
        Started third = start(true);
        assertThat(third.said()).hasSize(2);
        assertThat(third.said().get(0)).contains("is of other files or of another build of the program");
        assertThat(third.sent().get(0)).contains("another").doesNotContain("somewhere");
        assertThat(start(false)).isEqualTo(new Started(List.of(), third.sent()));

        byte[] written = Files.readAllBytes(image);
        written[written.length / 2] ^= 1;
        Files.write(image, written);
        Started fourth = start(true);
        assertThat(fourth.said().get(0)).contains("is damaged");
        assertThat(fourth.sent()).isEqualTo(third.sent());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(root, image);
        }
    }

    @Test
    @Timeout(200)
    void a_file_that_is_no_image_is_left_as_it_is() throws Exception {
        Files.writeString(image, "my thesis");
        assertThat(start(false).said()).singleElement().asString().contains("is not an image of statements");
        assertThat(image).hasContent("my thesis");
    }

    @Test
    @Timeout(200)
    void an_image_is_kept_neither_of_a_publication_with_errors_nor_beside_a_store() throws Exception {
        for (List<String> other : List.of(List.of("--lenient"), List.of("--store", "tdb2:" + folder.resolve("s")))) {
            Process process = serve(other.toArray(String[]::new));
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                assertThat(out.readLine()).startsWith("torchgraph: --image ");
                assertThat(process.waitFor()).isEqualTo(2);
            }
        }
        PublicationFolder.in(root).turtle("data/a.ttl", "<id/a> rdfs:label .");
        Process refused = serve();
        try (BufferedReader out = refused.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("data/a.ttl:");
            assertThat(refused.waitFor()).isEqualTo(1);
        }
        assertThat(image).doesNotExist();
    }
}
