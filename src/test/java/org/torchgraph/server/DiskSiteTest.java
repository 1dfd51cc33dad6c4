package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.question.Question;
import org.torchgraph.question.Questions;

/** A site over a store on disk answers as one over memory does. */
class DiskSiteTest {
    private static final Publication PUBLICATION = ZonesExtract.read();

    @TempDir
    static Path root;

    @AutoClose
    private static final TestSite memory = ZonesExtract.site();

    @AutoClose
    private static TestSite disk;

    @BeforeAll
    static void fill() {
        DiskDataset dataset = DiskDataset.open(root.resolve("store"), Limits.standard());
        dataset.fill(PUBLICATION, LoadProgress.NONE, snapshot -> {});
        disk = TestSite.of(PUBLICATION, dataset).searchable();
        memory.searchable();
    }

    private static void hasTheSame(String path) {
        HttpResponse<String> expected = memory.get(path);
        HttpResponse<String> actual = disk.get(path);
        assertThat(actual.statusCode()).as(path).isEqualTo(expected.statusCode());
        assertThat(plain(actual, disk).lines())
                .as(path)
                .containsExactlyElementsOf(plain(expected, memory).lines().toList());
    }

    private static String plain(HttpResponse<String> response, TestSite site) {
        return response.body().replace("127.0.0.1:" + site.port(), "host");
    }

    @Test
    void each_question_has_the_same_rows() {
        List<Question> questions = Questions.of(PUBLICATION).all();
        assertThat(questions).hasSizeGreaterThan(20);
        for (Question question : questions) {
            HttpResponse<String> expected = memory.get("/queries/" + question.name() + ".csv");
            HttpResponse<String> actual = disk.get("/queries/" + question.name() + ".csv");
            assertThat(actual.statusCode()).isEqualTo(expected.statusCode());
            // A question that does not order its rows may have them in any order.
            assertThat(actual.body().lines().sorted())
                    .as(question.name())
                    .containsExactlyElementsOf(expected.body().lines().sorted().toList());
        }
    }

    @Test
    void things_pages_exports_search_and_discovery_are_the_same() {
        for (String path : List.of(
                "/",
                "/doc/policy/2021-most-green-development-action-plan.ttl",
                "/doc/policy/2021-most-green-development-action-plan?lang=en",
                "/doc/zone/zhongguancun?lang=zh",
                "/def.ttl",
                "/dataset.ttl",
                "/export/torchgraph.nq",
                "/export/torchgraph.ttl",
                "/sitemap.xml",
                "/search.json?q=%E4%B8%AD%E5%85%B3%E6%9D%91",
                "/data?default",
                "/data?graph=https://w3id.org/torchgraph/graph/policies/2021-most-green-development-action-plan",
                "/data?graph=https://w3id.org/torchgraph/graph/none",
                "/doc/policy/none")) {
            hasTheSame(path);
        }
        assertThat(disk.get("/health").body()).contains("\"tdb2\"");
    }

    @Test
    void queries_have_the_union_graphs_paths_counts_and_the_description_of_the_dataset() {
        for (String query : Stream.of(
                        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
                        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
                        "SELECT (COUNT(*) AS ?n) { ?c <http://www.w3.org/2004/02/skos/core#broader>* ?d }",
                        "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/torchgraph/graph/zones> { ?s ?p ?o }",
                        "SELECT ?n { ?d <http://rdfs.org/ns/void#triples> ?n } ORDER BY ?n",
                        "ASK { ?s ?p 1 }")
                .toList()) {
            String path = "/sparql?format=json&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
            HttpResponse<String> expected = memory.get(path);
            assertThat(expected.statusCode()).isEqualTo(200);
            assertThat(disk.get(path).body()).as(query).isEqualTo(expected.body());
        }
        assertThat(disk.get("/sparql?query=SELECT*%7BSERVICE%3Chttp://127.0.0.1:1/%3E%7B?s?p?o%7D%7D")
                        .statusCode())
                .isEqualTo(403);
    }
}
