package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.Web;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.version.ReplaceableVersion;

class ReloaderTest {
    @TempDir
    Path root;

    private final StringWriter log = new StringWriter();
    private PublicationFolder files;
    private TorchgraphServer server;
    private Reloader reloader;
    private Web web;

    @BeforeEach
    void serve() {
        files = PublicationFolder.in(root)
                .write(
                        "queries/both.rq",
                        """
                        #+ title.en: Both
                        #+ title.zh: 两者
                        SELECT ?a ?b {
                          <http://example.org/id/a> <http://www.w3.org/2000/01/rdf-schema#label> ?a .
                          <http://example.org/id/b> <http://www.w3.org/2000/01/rdf-schema#label> ?b
                        }
                        """);
        write(0);
        Publication publication = files.read();
        MemoryDataset dataset = new MemoryDataset(publication, Limits.standard());
        ReplaceableVersion served = new ReplaceableVersion();
        FaultGate gate = new FaultGate(false, new PrintWriter(log, true));
        server = new ServerLauncher(publication, dataset)
                .at(ServerAddress.of("127.0.0.1", 0), gate, false, served, Optional.empty());
        reloader = new Reloader(files::read, dataset, served, gate, () -> {});
        web = new Web("http://127.0.0.1:" + server.port());
    }

    @AfterEach
    void end() {
        server.close();
    }

    private void write(int number) {
        files.turtle("data/a.ttl", "<id/a> rdfs:label \"" + number + "\" .")
                .turtle("data/b.ttl", "<id/b> rdfs:label \"" + number + "\" .");
    }

    private List<String> both() {
        HttpResponse<String> answer = web.get("/queries/both.csv");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().skip(1).toList();
    }

    @Test
    void changed_files_are_served_whole_while_requests_go_on() {
        AtomicBoolean end = new AtomicBoolean();
        List<CompletableFuture<Integer>> readers = new ArrayList<>();
        for (int reader = 0; reader < 3; reader++) {
            readers.add(CompletableFuture.supplyAsync(() -> {
                int asked = 0;
                while (!end.get()) {
                    assertThat(both()).singleElement().satisfies(row -> {
                        String[] labels = row.split(",");
                        assertThat(labels[0]).isEqualTo(labels[1]);
                    });
                    assertThat(web.get("/doc/a.ttl").statusCode()).isEqualTo(200);
                    assertThat(web.get("/search.json?q=" + asked).statusCode()).isEqualTo(200);
                    asked++;
                }
                return asked;
            }));
        }
        for (int number = 1; number <= 8; number++) {
            write(number);
            reloader.reload();
            assertThat(both()).containsExactly(number + "," + number);
        }
        end.set(true);
        assertThat(readers).allSatisfy(reader -> assertThat(reader.join()).isPositive());
        assertThat(web.get("/health").body()).contains(files.read().version()).doesNotContain("refused");
    }

    @Test
    void a_version_with_a_fault_is_named_and_the_one_before_goes_on() {
        String version = files.read().version();
        files.turtle("data/a.ttl", "<id/a> rdfs:label \"1\" ;");
        reloader.reload();
        assertThat(both()).containsExactly("0,0");
        assertThat(web.get("/health").body()).contains("\"status\":\"ok\"", version, "\"refused\"", "data/a.ttl:11:");
        assertThat(log.toString()).contains("data/a.ttl:11:", "are not served").doesNotContain("\tat ");

        files.turtle(
                "ontology/shapes.ttl",
                "ex:S a sh:NodeShape ; sh:targetSubjectsOf rdfs:label ; sh:property [ sh:path ex:none ; sh:minCount 1 ] .");
        write(1);
        reloader.reload();
        assertThat(both()).containsExactly("0,0");
        assertThat(web.get("/health").body())
                .contains("\"refused\"", "data/a.ttl")
                .doesNotContain("a.ttl:11:1:");

        files.turtle("ontology/shapes.ttl", "ex:S rdfs:label \"S\" .");
        reloader.reload();
        assertThat(both()).containsExactly("1,1");
        assertThat(web.get("/health").body()).doesNotContain("refused");
    }

    @Test
    void a_fault_that_is_taken_back_leaves_nothing_to_say() {
        files.turtle("data/a.ttl", "<id/a> ;");
        reloader.reload();
        assertThat(web.get("/health").body()).contains("refused");
        write(0);
        reloader.reload();
        assertThat(web.get("/health").body()).doesNotContain("refused");
        assertThat(both()).containsExactly("0,0");
    }

    @Test
    void a_publication_that_is_gone_is_refused_in_words() throws Exception {
        Files.move(root.resolve("data"), root.resolve("elsewhere"));
        reloader.reload();
        assertThat(both()).containsExactly("0,0");
        assertThat(web.get("/health").body()).contains("refused").doesNotContain("Exception");
    }
}
