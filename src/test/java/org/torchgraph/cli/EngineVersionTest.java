package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Availability;
import org.torchgraph.dataset.engine.EngineVersioning;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.Web;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.question.Questions;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.version.ReplaceableVersion;

/** What is served follows the version of the engine, however that is told, and never takes an older one for new. */
class EngineVersionTest {
    private static final String BASE = PublicationFolder.BASE;
    private static final Node CATALOGUE = node("graph/catalog");

    @TempDir
    Path root;

    @AutoClose
    private final PlainFuseki engine = new PlainFuseki();

    private final ReplaceableVersion served = new ReplaceableVersion();
    private final StringWriter told = new StringWriter();
    private RemoteDataset dataset;
    private TorchgraphServer server;
    private EngineWatch watch;
    private Web site;

    private static Node node(String name) {
        return NodeFactory.createURI(BASE + name);
    }

    private PublicationFolder folder() {
        return PublicationFolder.in(root)
                .turtle("data/a.ttl", "<id/a> rdfs:label \"first\" . <id/b> rdfs:label \"B\" .");
    }

    private void serve(EngineVersioning versioning) {
        Publication publication = folder().read().withoutStatements();
        FaultGate gate = new FaultGate(false, new PrintWriter(told, true));
        dataset = RemoteDataset.open(engine.address(), BASE, Limits.standard(), versioning);
        server = new ServerLauncher(publication, dataset)
                .at(ServerAddress.of("127.0.0.1", 0), gate, true, served, Optional.empty());
        watch = new EngineWatch(dataset, publication, Questions.of(publication), served, gate);
        site = new Web("http://127.0.0.1:" + server.port());
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** Gives the engine another label of the thing, and states a version of it. */
    private void has(String label, Optional<String> version) {
        Txn.executeWrite(engine.data(), () -> {
            engine.data().deleteAny(Node.ANY, Node.ANY, OWL.versionInfo.asNode(), Node.ANY);
            engine.data().deleteAny(Node.ANY, node("id/a"), Node.ANY, Node.ANY);
            engine.data()
                    .add(node("graph/a"), node("id/a"), RDFS.label.asNode(), NodeFactory.createLiteralString(label));
            version.map(NodeFactory::createLiteralString).ifPresent(stated -> engine.data()
                    .add(CATALOGUE, node("dataset"), OWL.versionInfo.asNode(), stated));
        });
    }

    private boolean isSilent() {
        return dataset.availability().flatMap(Availability::silentSince).isPresent();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }

    @Test
    void an_engine_that_goes_back_is_stale_until_it_has_caught_up() throws InterruptedException {
        engine.with(folder().read());
        has("first", Optional.of("one"));
        serve(EngineVersioning.CATALOGUE);
        has("second", Optional.of("two"));
        watch.look(false);
        HttpResponse<String> second = site.get("/doc/a.ttl");
        assertThat(second.body()).contains("\"second\"");
        assertThat(second.headers().firstValue("Torchgraph-Version")).contains("two");
        String tag = second.headers().firstValue("ETag").orElseThrow();

        has("first", Optional.of("one"));
        watch.look(false);
        assertThat(told.toString()).contains("states version one, which is older than two");
        HttpResponse<String> stale = site.get("/doc/a.ttl", "If-None-Match", tag);
        assertThat(stale.statusCode()).isEqualTo(200);
        assertThat(stale.body()).isEqualTo(second.body());
        assertThat(stale.headers().firstValue("Warning").orElseThrow()).startsWith("110");
        assertThat(stale.headers().firstValue("ETag")).isEmpty();
        assertThat(site.get("/doc/b.ttl").statusCode()).isEqualTo(503);

        has("second", Optional.of("two"));
        await(() -> !isSilent());
        HttpResponse<String> again = site.get("/doc/a.ttl", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Warning")).isEmpty();
        assertThat(site.get("/doc/b.ttl").statusCode()).isEqualTo(200);
        assertThat(served.get().snapshot().version()).isEqualTo("two");
    }

    @Test
    void a_version_that_nobody_states_is_found_by_reading_again_and_stays_if_nothing_has_changed() {
        engine.with(folder().read());
        serve(EngineVersioning.CATALOGUE);
        String version = served.get().snapshot().version();
        String tag = site.get("/doc/a.ttl").headers().firstValue("ETag").orElseThrow();
        watch.look(true);
        assertThat(served.replacements()).isZero();
        assertThat(site.get("/doc/a.ttl", "If-None-Match", tag).statusCode()).isEqualTo(304);

        has("second", Optional.empty());
        watch.look(false);
        assertThat(served.get().snapshot().version()).isEqualTo(version);
        watch.look(true);
        assertThat(served.get().snapshot().version()).isNotEqualTo(version);
        HttpResponse<String> second = site.get("/doc/a.ttl", "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).contains("\"second\"");
    }

    @Test
    void a_version_by_a_query_is_followed() {
        engine.with(folder().read());
        String text = "SELECT ?l { GRAPH ?g { <" + BASE + "id/a> <" + RDFS.label + "> ?l } }";
        serve(new EngineVersioning(Optional.of(QueryFactory.create(text)), Optional.empty()));
        assertThat(served.get().snapshot().version()).isEqualTo("first");
        has("second", Optional.of("of the catalogue"));
        watch.look(false);
        assertThat(served.get().snapshot().version()).isEqualTo("second");
        assertThat(site.get("/doc/a.ttl").headers().firstValue("Torchgraph-Version"))
                .contains("second");
        Txn.executeWrite(
                engine.data(), () -> engine.data().deleteAny(Node.ANY, node("id/a"), RDFS.label.asNode(), Node.ANY));
        watch.look(false);
        assertThat(served.get().snapshot().version()).isEqualTo("second");
    }

    private Cli serveCommand(String... more) {
        String[] all = new String[more.length + 7];
        System.arraycopy(
                new String[] {
                    "serve",
                    "--port",
                    "0",
                    "--publication",
                    root.toString(),
                    "--store",
                    "sparql:" + engine.address().query()
                },
                0,
                all,
                0,
                7);
        System.arraycopy(more, 0, all, 7, more.length);
        return Cli.run(all);
    }

    private static void isRefused(Cli cli, int exit, String sentence) {
        assertThat(cli.exit()).isEqualTo(exit);
        assertThat(cli.err().lines()).singleElement().asString().contains(sentence);
    }

    @Test
    void an_engine_of_an_older_version_than_the_files_and_queries_for_none_are_told_at_start() {
        engine.with(folder().read());
        has("first", Optional.of("1.9"));
        folder().turtle("data/version.ttl", "<dataset> owl:versionInfo \"1.10\" .");
        isRefused(serveCommand(), 1, "has version 1.9, older than 1.10 of the files");
        String asks = write("asks.rq", "ASK {}");
        isRefused(serveCommand("--store-version-query", asks), 1, "asks.rq is no query for a version");
        String wrong = write("wrong.rq", "SELECT");
        isRefused(serveCommand("--store-version-query", wrong), 1, "wrong.rq cannot be asked for the version");
        String empty = write("empty.rq", "SELECT ?v { ?v <urn:none> 1 }");
        isRefused(serveCommand("--store-version-query", empty), 1, "has no answer to the query for its version");
        isRefused(serveCommand("--store-version-query", "none.rq"), 2, "none.rq");
        isRefused(serveCommand("--store-ttl", "0"), 2, "--store-ttl is a whole number of seconds");
        isRefused(
                Cli.run("serve", "--port", "0", "--publication", root.toString(), "--store-ttl", "9"),
                2,
                "are for an engine");
    }

    @Test
    void a_time_to_live_beside_a_version_that_is_stated_is_told_to_have_no_effect() {
        engine.with(folder().read());
        has("first", Optional.of("one"));
        serve(EngineVersioning.CATALOGUE);
        watch.start(Duration.ofHours(1), Optional.empty());
        assertThat(told.toString()).isEmpty();
        watch.start(Duration.ofHours(1), Optional.of(Duration.ofHours(1)));
        assertThat(told.toString()).contains("--store-ttl has no effect");
    }

    @Test
    void writers_over_an_engine_are_refused_at_start() {
        engine.with(folder().read());
        isRefused(serveCommand("--writers", "writers"), 2, "write to the engine itself, and state its version last");
    }

    private String write(String file, String text) {
        folder().write(file, text);
        return root.resolve(file).toString();
    }
}
