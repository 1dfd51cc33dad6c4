package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;

/** A site whose publication is replaced while it is read. */
class VersionChangeTest {
    private static final int ITEMS = 300;
    private static final List<String> PATHS = List.of(
            "/sparql?query=" + encoded("SELECT ?x ?of { ?x <http://example.org/def#of> ?of } ORDER BY ?x"),
            "/data?default",
            "/doc/list.nt");

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Each item says of which version it is; so does the list, of which all items are parts. */
    private static Publication publication(Path root, String version) {
        StringBuilder items = new StringBuilder("<id/list> ex:of \"version %s\" .\n".formatted(version));
        for (int i = 0; i < ITEMS; i++) {
            items.append("<id/list#%d> ex:of \"version %s\" .\n".formatted(i, version));
        }
        return PublicationFolder.in(root.resolve(version))
                .turtle("data/items.ttl", items.toString())
                .read();
    }

    @Test
    void each_answer_is_whole_and_of_the_version_that_it_names(@TempDir Path root) throws Exception {
        List<Publication> versions = List.of(publication(root, "one"), publication(root, "two"));
        AtomicBoolean ended = new AtomicBoolean();
        ConcurrentLinkedQueue<HttpResponse<String>> answers = new ConcurrentLinkedQueue<>();
        Map<String, AtomicInteger> answered =
                PATHS.stream().collect(Collectors.toMap(path -> path, path -> new AtomicInteger()));
        try (TestSite site = TestSite.of(versions.get(0), TestSite.seconds(60));
                ExecutorService readers = Executors.newFixedThreadPool(PATHS.size())) {
            List<Future<?>> reading = new ArrayList<>();
            for (String path : PATHS) {
                reading.add(readers.submit(() -> {
                    while (!ended.get()) {
                        answers.add(site.get(
                                path, "Accept", "text/csv, application/n-triples", "Accept-Encoding", "identity"));
                        answered.get(path).incrementAndGet();
                    }
                }));
            }
            for (int change = 1; change <= 8; change++) {
                // The second answer of each path was asked for after the change before.
                answered.values().forEach(number -> number.set(0));
                while (answered.values().stream().anyMatch(number -> number.get() < 2)
                        && reading.stream().noneMatch(Future::isDone)) {
                    Thread.sleep(1);
                }
                site.replace(versions.get(change % 2));
            }
            ended.set(true);
            for (Future<?> reader : reading) {
                reader.get();
            }
        }
        Map<String, String> bodies = new HashMap<>();
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            String version = answer.headers().firstValue("Torchgraph-Version").orElseThrow();
            String named = version.equals(versions.get(0).version()) ? "version one" : "version two";
            String other = named.equals("version one") ? "version two" : "version one";
            assertThat(answer.body().split(named, -1)).hasSizeGreaterThan(ITEMS);
            assertThat(answer.body()).doesNotContain(other);
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(bodies.computeIfAbsent(tag, first -> answer.body())).isEqualTo(answer.body());
        });
        assertThat(bodies).hasSize(2 * PATHS.size());
    }

    @Test
    void a_tag_of_the_version_before_is_answered_in_full(@TempDir Path root) {
        try (TestSite site = TestSite.of(publication(root, "one"), TestSite.seconds(60))) {
            String tag = site.get("/doc/list.nt").headers().firstValue("ETag").orElseThrow();
            assertThat(site.get("/doc/list.nt", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
            site.replace(publication(root, "two"));
            HttpResponse<String> after = site.get("/doc/list.nt", "If-None-Match", tag);
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(after.body()).contains("version two").doesNotContain("version one");
            assertThat(site.get("/health").body())
                    .contains(after.headers().firstValue("Torchgraph-Version").orElseThrow());
        }
    }
}
