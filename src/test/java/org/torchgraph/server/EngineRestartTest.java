package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Availability;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.kit.FusekiProcess;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;

/** An engine is killed and started again while clients ask all the time. */
class EngineRestartTest {
    private static final Publication PUBLICATION = ZonesExtract.read();
    private static final int CLIENTS = 4;
    private static final String QUERY = "/sparql?format=csv&query=SELECT*%7B?s%20a%20?o%7DORDER%20BY%20?s%20?o";

    @TempDir
    static Path folder;

    @AutoClose
    private static FusekiProcess engine;

    /** What is answered while the engine is up, by path. */
    private static final Map<String, String> expected = new LinkedHashMap<>();

    @BeforeAll
    static void learn() {
        engine = FusekiProcess.with(PUBLICATION, folder).start();
        List<String> things = PUBLICATION
                .quads()
                .map(quad -> quad.getSubject().toString())
                .filter(iri -> iri.startsWith(PUBLICATION.base() + "id/") && !iri.contains("#"))
                .distinct()
                .map(iri -> "/doc/" + iri.substring((PUBLICATION.base() + "id/").length()))
                .limit(40)
                .toList();
        try (TestSite site = site()) {
            Stream.concat(
                            things.stream().flatMap(thing -> Stream.of(thing + ".html?lang=zh", thing + ".ttl")),
                            Stream.of("/queries/targets-due-in.csv?year=2025", "/?lang=en", QUERY))
                    .forEach(path -> {
                        HttpResponse<String> reply = site.get(path);
                        assertThat(reply.statusCode()).as(path).isEqualTo(200);
                        expected.put(path, plain(reply, site));
                    });
        }
    }

    private static TestSite site() {
        return TestSite.of(PUBLICATION.withoutStatements(), open()).searchable();
    }

    private static RemoteDataset open() {
        return RemoteDataset.open(engine.address(), PUBLICATION.base(), Limits.standard());
    }

    private static String plain(HttpResponse<String> reply, TestSite site) {
        return reply.body().replace("127.0.0.1:" + site.port(), "host");
    }

    /** What clients have seen. */
    private record Seen(AtomicInteger fresh, AtomicInteger stale, AtomicInteger refused) {
        Seen() {
            this(new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
        }
    }

    private static void ask(TestSite site, String path, Seen seen) {
        HttpResponse<String> reply = site.get(path);
        boolean marked = reply.headers().firstValue("Warning").isPresent();
        if (reply.statusCode() != 200) {
            assertThat(reply.statusCode()).as(reply.body()).isIn(502, 503, 504);
            assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(marked).isFalse();
            seen.refused().incrementAndGet();
            return;
        }
        String body = plain(reply, site);
        assertThat(body.contains("class=\"silence\"")).isEqualTo(marked && path.contains("lang="));
        assertThat(body.replaceFirst("(?s)<aside class=\"silence\".*?</aside>\n", ""))
                .as(path)
                .isEqualTo(expected.get(path));
        (marked ? seen.stale() : seen.fresh()).incrementAndGet();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }

    @Test
    void each_answer_is_whole_and_right_or_a_problem_while_the_engine_is_killed_and_started_again() throws Exception {
        RemoteDataset dataset = open();
        Seen seen = new Seen();
        List<String> paths = List.copyOf(expected.keySet());
        AtomicInteger turns = new AtomicInteger();
        AtomicInteger running = new AtomicInteger(CLIENTS);
        try (TestSite site =
                        TestSite.of(PUBLICATION.withoutStatements(), dataset).searchable();
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> asking = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                asking.add(clients.submit(() -> {
                    try {
                        while (running.get() == CLIENTS) {
                            int turn = turns.getAndIncrement();
                            // Each path is asked for later than the one before, so that some are not known yet.
                            int known = Math.min(paths.size(), 1 + turn / 8);
                            ask(site, turn % 3 == 0 ? QUERY : paths.get(turn * 7 % known), seen);
                        }
                    } finally {
                        running.decrementAndGet();
                    }
                }));
            }
            for (int time = 0; time < 2; time++) {
                int before = seen.fresh().get();
                await(() -> seen.fresh().get() > before + 60 || running.get() < CLIENTS);
                int stale = seen.stale().get();
                int refused = seen.refused().get();
                engine.kill();
                await(() -> seen.stale().get() > stale + 20 && seen.refused().get() > refused + 20
                        || running.get() < CLIENTS);
                engine.start();
                await(() -> dataset.availability()
                                .flatMap(Availability::silentSince)
                                .isEmpty()
                        || running.get() < CLIENTS);
            }
            int before = seen.fresh().get();
            await(() -> seen.fresh().get() > before + 60 || running.get() < CLIENTS);
            running.decrementAndGet();
            for (Future<?> client : asking) {
                client.get();
            }
            assertThat(paths.stream().collect(Collectors.toMap(path -> path, path -> plain(site.get(path), site))))
                    .isEqualTo(expected);
        }
    }
}
