package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.dataset.WriteOrigin;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.kit.AtomDocument;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.Web;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.server.kept.WrittenVersions;
import org.torchgraph.server.version.ReplaceableVersion;

/** Answers of a store on disk at versions before its last writes. */
class WrittenVersionsTest {
    @TempDir
    Path root;

    private Publication publication;
    private DiskDataset dataset;
    private ReplaceableVersion served;
    private TorchgraphServer server;
    private Web web;

    private void start(int number) {
        publication = PublicationFolder.in(root.resolve("publication"))
                .turtle("data/a.ttl", "<id/a> ex:name \"0\" .")
                .write(
                        "queries/names.rq",
                        "#+ title.en: Names\n#+ title.zh: 名称\n"
                                + "SELECT ?thing ?name { ?thing <http://example.org/def#name> ?name } ORDER BY ?thing ?name")
                .read();
        dataset = DiskDataset.open(root.resolve("store"), Limits.standard());
        if (dataset.record().isEmpty()) {
            dataset.fill(publication, LoadProgress.NONE, snapshot -> {});
        }
        dataset.publishWith(publication);
        served = new ReplaceableVersion();
        served.keep(new WrittenVersions(
                dataset, number, Duration.ofSeconds(60), earlier -> TestSite.version(publication, earlier, "test")));
        served.replace(TestSite.version(publication, dataset.snapshot(), "test"));
        server = TorchgraphServer.start(ServerAddress.of("127.0.0.1", 0), served, dataset);
        web = new Web("http://127.0.0.1:" + server.port());
    }

    @AfterEach
    void end() {
        server.close();
    }

    /** Gives the thing another name. */
    private void rename(int from, int to) {
        String quad = "(<http://example.org/graph/a> <http://example.org/id/a> <http://example.org/def#name> \"%d\")";
        dataset.write(
                WriteOrigin.of("editor", ""),
                current -> Change.of(
                        Stream.of(SSE.parseQuad(quad.formatted(from))),
                        Stream.of(SSE.parseQuad(quad.formatted(to))),
                        current),
                (change, next) -> {});
        served.replace(TestSite.version(publication, dataset.snapshot(), "test"));
    }

    private String version() {
        return served.get().snapshot().version();
    }

    private HttpResponse<byte[]> names(String query) {
        return web.bytes("/queries/names.csv" + query);
    }

    @Test
    void each_of_the_last_versions_answers_as_before_its_writes_and_after_a_restart() {
        start(2);
        String filled = version();
        byte[] first = names("").body();
        rename(0, 1);
        String one = version();
        byte[] second = names("").body();
        rename(1, 2);
        assertThat(names("").body()).isNotEqualTo(second);
        assertThat(names("?version=" + filled).body()).isEqualTo(first);
        assertThat(names("?version=" + one).body()).isEqualTo(second);
        assertThat(names("?version=" + one).headers().firstValue("Torchgraph-Version"))
                .contains(one);
        end();
        start(2);
        assertThat(names("?version=" + filled).body()).isEqualTo(first);
        assertThat(names("?version=" + one).body()).isEqualTo(second);

        rename(2, 3);
        HttpResponse<byte[]> gone = names("?version=" + filled + "&lang=en");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(new String(gone.body(), StandardCharsets.UTF_8))
                .contains("\"code\":\"version-written\"", version(), "Writes since then: 3;")
                .contains("added 1 statements and removed 1");
        assertThat(names("?version=" + one).body()).isEqualTo(second);
        assertThat(names("?version=" + "f".repeat(32)).statusCode()).isEqualTo(404);
    }

    private AtomDocument feed(String path) {
        HttpResponse<String> answer = web.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return AtomDocument.checked(answer.body(), web.url(path));
    }

    @Test
    void a_write_is_told_to_those_who_follow_what_it_changed_and_a_removed_thing_has_a_last_entry() {
        start(10);
        rename(0, 1);
        rename(1, 2);
        AtomDocument answer = feed("/queries/names.atom?lang=en");
        assertThat(answer.titles())
                .containsExactly("Names: 1 row changed, 0 new, 0 gone", "Names: 1 row changed, 0 new, 0 gone");
        assertThat(answer.sentences(0)).containsExactly("2: Name: 1 → 2");
        assertThat(answer.sentences(1)).containsExactly("1: Name: 0 → 1");

        remove();
        AtomDocument thing = feed("/doc/a.atom?lang=en");
        assertThat(thing.titles())
                .containsExactly(
                        "id/a: changed by write 3 of editor",
                        "id/a: changed by write 2 of editor",
                        "id/a: changed by write 1 of editor");
        assertThat(thing.sentences(0)).containsExactly("ex:name: no longer “2”");
        assertThat(thing.sentences(1)).containsExactly("ex:name: changed from “1” to “2”");
        assertThat(thing.page(1)).isEqualTo(web.url("/versions?lang=en#write-2"));
        assertThat(web.get("/doc/a").statusCode()).isEqualTo(410);
        assertThat(web.get("/doc/never.atom").statusCode()).isEqualTo(404);

        end();
        start(2);
        assertThat(feed("/doc/a.atom?lang=en").titles()).hasSize(3);
        assertThat(feed("/queries/names.atom?lang=en").titles())
                .containsExactly("Names: no row changed, 0 new, 1 gone", "Names: 1 row changed, 0 new, 0 gone");
    }

    /** Removes the only statement of the thing. */
    private void remove() {
        dataset.write(
                WriteOrigin.of("editor", ""),
                current -> Change.of(
                        Stream.of(
                                SSE.parseQuad(
                                        "(<http://example.org/graph/a> <http://example.org/id/a> <http://example.org/def#name> \"2\")")),
                        Stream.of(),
                        current),
                (change, next) -> {});
        served.replace(TestSite.version(publication, dataset.snapshot(), "test"));
    }
}
