package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.dataset.engine.EngineAddress;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.Rdf4jEngine;
import org.torchgraph.kit.StandInEngine;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.Virtuoso;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.query.Limits;

/** A thing to which more links lead than any engine gives at once has its pages of links from each engine. */
class ManyLinksTest {
    private static final int LINKS = 10_200;

    @TempDir
    static Path root;

    @AutoClose
    private static PlainFuseki fuseki;

    @AutoClose
    private static Rdf4jEngine rdf4j;

    @AutoClose
    private static Virtuoso virtuoso;

    @AutoClose
    private static TestSite memory;

    private static List<Remote> sites;

    /**
     * A site over an engine.
     *
     * @param engine stands between them and counts what is asked
     */
    private record Remote(String name, StandInEngine engine, TestSite site) {
        static Remote of(String name, EngineAddress address, Publication publication) {
            StandInEngine engine = new StandInEngine(address.query());
            EngineAddress through = new EngineAddress(engine.address().query(), address.graphStore());
            RemoteDataset dataset = RemoteDataset.open(through, publication.base(), Limits.standard());
            return new Remote(name, engine, TestSite.of(publication.withoutStatements(), dataset));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void open() {
        PublicationFolder folder = PublicationFolder.in(root.resolve("publication"));
        StringBuilder near = new StringBuilder("<id/hub> a ex:Hub ; skos:prefLabel \"hub\"@en .\n");
        StringBuilder also = new StringBuilder();
        for (int link = 0; link < LINKS; link++) {
            near.append("<id/t%05d> ex:near <id/hub> .%n".formatted(link));
            if (link % 100 == 0) {
                also.append("<id/t%05d> ex:near <id/hub> ; ex:also <id/hub> .%n".formatted(link));
            }
        }
        also.append("<id/claim> a rdf:Statement ; rdf:subject <id/hub> ; rdf:predicate ex:of ; rdf:object 1 .\n");
        also.append("<id/gone> owl:deprecated true .\n");
        also.append("<id/t00000> ex:part [ ex:near <id/hub> ] .\n");
        Publication publication = folder.turtle("data/near.ttl", near.toString())
                .turtle("data/also.ttl", also.toString())
                .read();
        memory = TestSite.of(publication, Limits.standard());
        fuseki = new PlainFuseki().with(publication);
        rdf4j = new Rdf4jEngine().with(publication);
        virtuoso = Virtuoso.startIn(root).with(publication);
        sites = List.of(
                Remote.of("Fuseki", fuseki.address(), publication),
                Remote.of("RDF4J", rdf4j.address(), publication),
                Remote.of("Virtuoso", virtuoso.address(), publication));
    }

    @AfterAll
    static void close() {
        sites.forEach(remote -> {
            remote.site().close();
            remote.engine().close();
        });
    }

    static List<Remote> sites() {
        return sites;
    }

    private static List<String> links(TestSite site, int page, int status) {
        HttpResponse<String> reply = site.get("/doc/hub.nt?page=" + page);
        assertThat(reply.statusCode()).isEqualTo(status);
        return reply.body()
                .lines()
                .filter(line -> line.contains("id/hub> .") && !line.contains("/doc/"))
                .map(line -> line.startsWith("_:") ? "_:any" + line.substring(line.indexOf(' ')) : line)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sites")
    void each_page_of_links_is_that_of_memory(Remote remote) {
        int last = (LINKS + LINKS / 100 + 1 + 49) / 50;
        for (int page : new int[] {1, 2, 3, 200, 201, last - 1, last}) {
            assertThat(links(remote.site(), page, 200))
                    .as("page " + page)
                    .isNotEmpty()
                    .isEqualTo(links(memory, page, 200));
        }
        links(remote.site(), last + 1, 404);
        // A claim about the thing stands on each page, and is not one of the links.
        assertThat(links(remote.site(), 2, 200))
                .hasSize(51)
                .filteredOn(line -> line.contains("id/claim"))
                .hasSize(1);
        String html = remote.site().get("/doc/hub.html?lang=en").body();
        assertThat(html).contains("10303 in all");
    }

    @ParameterizedTest
    @MethodSource("sites")
    void a_graph_that_is_longer_than_the_answers_of_the_engine_is_read_whole(Remote remote) {
        long triples = memory.get("/health").body().transform(ManyLinksTest::triples);
        assertThat(triples).isGreaterThan(10_300);
        assertThat(remote.site().get("/health").body().transform(ManyLinksTest::triples))
                .isEqualTo(triples);
        assertThat(remote.site().get("/export/torchgraph.nt").body().lines().count())
                .isEqualTo(memory.get("/export/torchgraph.nt").body().lines().count());
    }

    private static long triples(String health) {
        return Json.createReader(new StringReader(health)).readObject().getInt("triples");
    }

    @ParameterizedTest
    @MethodSource("sites")
    void the_links_of_other_pages_are_not_read(Remote remote) {
        int before = remote.engine().requests().size();
        links(remote.site(), 77, 200);
        List<String> asked = remote.engine()
                .requests()
                .subList(before, remote.engine().requests().size());
        assertThat(asked).hasSizeBetween(1, 5);
        assertThat(Stream.of("/doc/t00100.nt", "/doc/t00101.nt"))
                .allSatisfy(
                        path -> assertThat(remote.site().get(path).statusCode()).isEqualTo(200));
    }

    @ParameterizedTest
    @MethodSource("sites")
    void a_withdrawn_thing_is_gone_though_an_engine_may_write_1_for_true(Remote remote) {
        assertThat(remote.site().get("/doc/gone").statusCode()).isEqualTo(410);
        assertThat(remote.site().get("/doc/hub").statusCode()).isEqualTo(200);
    }

    @Test
    void a_part_of_the_sitemap_that_is_longer_than_the_answers_of_the_engine_has_each_document_once() {
        Publication publication = PublicationReader.read(root.resolve("publication"), Optional.empty());
        RemoteDataset copiesNothing = RemoteDataset.open(
                virtuoso.address(), publication.base(), TestSite.seconds(60), LargeEngineTest.VERSION, 1);
        try (TestSite large = TestSite.of(publication.withoutStatements(), copiesNothing)) {
            List<String> documents = large.get("/sitemap.xml?part=2")
                    .body()
                    .lines()
                    .flatMap(line ->
                            Pattern.compile("/doc/t\\d{5}(?=<)").matcher(line).results())
                    .map(MatchResult::group)
                    .toList();
            assertThat(documents).hasSize(LINKS).doesNotHaveDuplicates();
        }
    }
}
