package org.torchgraph.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.engine.EngineVersioning;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.StandInEngine;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.settings.Presentation;
import org.torchgraph.query.QueryFailedException;

/** A search over an engine that is not read as a whole and is silent when the search is first needed. */
class SilentStoreSearchTest {
    private static final EngineVersioning VERSION = new EngineVersioning(
            Optional.of(QueryFactory.create("SELECT ?v { VALUES ?v { 'seven' } }")), Optional.empty());

    private static final SearchRequest GREEN = new SearchRequest("green", Map.of(), 1);

    @Test
    void a_search_that_failed_with_the_store_is_there_when_the_store_is_again(@TempDir Path root)
            throws InterruptedException {
        Publication publication = PublicationFolder.in(root)
                .turtle("data/things.ttl", "<id/zone> a ex:Zone ; rdfs:label \"Green zone\"@en .\n")
                .read();
        try (PlainFuseki fuseki = new PlainFuseki().with(publication);
                StandInEngine engine = new StandInEngine(fuseki.address().query());
                RemoteDataset dataset =
                        RemoteDataset.open(engine.address(), publication.base(), TestSite.seconds(30), VERSION, 1)) {
            Search search = new Search(dataset.snapshot(), PublicationFolder.BASE, Presentation.DEFAULT, List.of());
            engine.has(StandInEngine.Fault.GONE);
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(() -> search.find(GREEN, Duration.ofMinutes(1)))
                        .hasStackTraceContaining(QueryFailedException.class.getName());
                assertThat(search.isReady()).isFalse();
            }
            engine.has(StandInEngine.Fault.NONE);
            Instant end = Instant.now().plus(Duration.ofMinutes(2));
            while (!search.isReady() && Instant.now().isBefore(end)) {
                search.beginAgain();
                Thread.sleep(100);
            }
            assertThat(search.find(GREEN, Duration.ofMinutes(1)).orElseThrow().total())
                    .isEqualTo(1);
        }
    }
}
