package org.torchgraph.dataset.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.OWL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;

/** An engine is filled by the graph store protocol, and never taken for whole before it is. */
class EngineFillerTest {
    private static final String ONE =
            "<a> ex:y 1 ; skos:prefLabel \"a\"@en ; ex:holds [ ex:holds [ ex:near <c> ] ] ; ex:list ( 1 2 3 ) .";
    private static final String TWO = "<c> ex:y 1.50 ; ex:to <a> , [ ex:w 3 ] .";

    @TempDir
    Path root;

    @AutoClose
    private final PlainFuseki engine = new PlainFuseki();

    private Publication publication(String one) {
        return PublicationFolder.in(root)
                .turtle("data/one.ttl", one)
                .turtle("data/two.ttl", TWO)
                .read();
    }

    private Optional<String> fill(Publication publication, boolean replace) {
        return new EngineFiller(engine.address(), LoadProgress.NONE).fill(publication, replace);
    }

    private RemoteDataset opened() {
        return RemoteDataset.open(engine.address(), PublicationFolder.BASE, Limits.standard());
    }

    private boolean holds(Publication publication) {
        DatasetGraph expected = DatasetGraphFactory.createGeneral();
        publication.quads().forEach(expected::add);
        return Txn.calculateRead(engine.data(), () -> {
            DatasetGraph actual = DatasetGraphFactory.createGeneral();
            engine.data().stream()
                    .filter(quad -> !quad.getPredicate().equals(OWL.versionInfo.asNode()))
                    .forEach(actual::add);
            return IsoMatcher.isomorphic(expected, actual);
        });
    }

    private long graphsDone() {
        return Txn.calculateRead(engine.data(), () -> engine.data().stream()
                .filter(quad -> quad.getPredicate().equals(EngineFiller.DONE))
                .count());
    }

    @Test
    void a_filled_engine_has_each_graph_and_the_version_of_the_files() {
        Publication publication = publication(ONE);
        assertThat(fill(publication, false)).contains(publication.version());
        assertThat(holds(publication)).isTrue();
        try (RemoteDataset filled = opened()) {
            assertThat(filled.snapshot().version()).isEqualTo(publication.version());
            assertThat(filled.statedVersion()).contains(publication.version());
        }
    }

    @Test
    void the_same_version_again_is_one_look() {
        Publication publication = publication(ONE);
        fill(publication, false);
        int before = engine.requests();
        assertThat(fill(publication, false)).isEmpty();
        assertThat(engine.requests() - before).isEqualTo(1);
    }

    @Test
    void another_version_is_left_alone_until_it_is_to_be_replaced_with_what_is_gone() {
        fill(publication(ONE), false);
        Publication next = PublicationFolder.in(root.resolve("next"))
                .turtle("data/one.ttl", "<a> ex:y 2 .")
                .read();
        assertThatThrownBy(() -> fill(next, false))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("--replace");
        assertThat(holds(next)).isFalse();
        assertThat(fill(next, true)).contains(next.version());
        assertThat(holds(next)).isTrue();
    }

    @Test
    void a_load_that_was_broken_off_is_not_served_and_goes_on_where_it_was() {
        Publication publication = publication(ONE);
        LoadProgress breaks = (done, all) -> {
            if (graphsDone() > 1) {
                throw new IllegalStateException("broken off");
            }
        };
        assertThatThrownBy(() -> new EngineFiller(engine.address(), breaks).fill(publication, false))
                .hasMessage("broken off");
        assertThatThrownBy(this::opened).isInstanceOf(EngineException.class).hasMessageContaining("being filled");
        int before = engine.requests();
        assertThat(fill(publication, false)).contains(publication.version());
        int rest = engine.requests() - before;
        assertThat(holds(publication)).isTrue();
        before = engine.requests();
        fill(publication, true);
        assertThat(engine.requests() - before).isGreaterThan(rest);
    }

    @Test
    void blank_nodes_stay_what_they_are_in_a_graph_of_several_requests() {
        String many = IntStream.range(0, EngineFiller.MOST_TRIPLES + 10)
                .mapToObj(i -> i % 1000 == 0
                        ? "<a> ex:holds _:b" + i % 7000 + " . _:b" + i % 7000 + " ex:y " + i + " ."
                        : "<a> ex:y " + i + " .")
                .collect(Collectors.joining("\n"));
        Publication publication = publication(many);
        fill(publication, false);
        assertThat(holds(publication)).isTrue();
    }

    @Test
    void an_engine_that_refuses_is_told_with_its_status() throws IOException {
        HttpServer refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("GET") ? 404 : 403, -1);
            exchange.close();
        });
        refusing.start();
        String url = "http://127.0.0.1:" + refusing.getAddress().getPort() + "/graphs";
        EngineFiller filler = new EngineFiller(new EngineAddress(url, Optional.of(url)), LoadProgress.NONE);
        Publication publication = publication(ONE);
        try {
            assertThatThrownBy(() -> filler.fill(publication, false))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("403");
        } finally {
            refusing.stop(0);
        }
        assertThatThrownBy(() -> filler.fill(publication, false))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void an_address_without_a_graph_store_cannot_be_filled() {
        EngineAddress without = new EngineAddress(engine.address().query(), Optional.empty());
        assertThatThrownBy(() -> new EngineFiller(without, LoadProgress.NONE))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("--graph-store-url");
    }
}
