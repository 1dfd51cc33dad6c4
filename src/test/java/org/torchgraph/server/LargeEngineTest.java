package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.dataset.engine.EngineException;
import org.torchgraph.dataset.engine.EngineVersioning;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.TestSite;
import org.torchgraph.query.Limits;

/** A site over an engine with more statements than it copies: each page asks the engine, which counts. */
class LargeEngineTest extends SameAnswers {
    static final EngineVersioning VERSION = new EngineVersioning(
            Optional.of(QueryFactory.create("SELECT ?v { VALUES ?v { 'seven' } }")), Optional.empty());

    @AutoClose
    private static final PlainFuseki engine = new PlainFuseki().with(PUBLICATION);

    @AutoClose
    private static TestSite memory;

    @AutoClose
    private static TestSite remote;

    @BeforeAll
    static void open() {
        RemoteDataset dataset = RemoteDataset.open(engine.address(), PUBLICATION.base(), Limits.standard(), VERSION, 1);
        memory = memoryLike(dataset);
        remote = TestSite.of(PUBLICATION.withoutStatements(), dataset).searchable();
    }

    @Override
    TestSite memory() {
        return memory;
    }

    @Override
    TestSite stored() {
        return remote;
    }

    @Override
    List<String> kept(String path, String text) {
        return text.lines().sorted().toList();
    }

    @Override
    @ParameterizedTest
    @ValueSource(strings = {"/def.nt", "/search/suggest?q=%E4%B8%AD%E5%85%B3", "/search/suggest?q=zhongg"})
    void exports_search_and_sitemap_are_the_same(String path) {
        assertSame(path, 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DESCRIBE <https://w3id.org/torchgraph/id/zone/zhongguancun>",
                "DESCRIBE ?zone { ?zone a <https://w3id.org/torchgraph/def#Zone> } ORDER BY ?zone LIMIT 3"
            })
    void a_description_is_that_of_memory(String query) {
        assertSame("/sparql?format=nt&query=" + PercentEncoding.value(query), 200);
    }

    @Override
    @ParameterizedTest
    @ValueSource(strings = "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/torchgraph/graph/zones> { ?s ?p ?o }")
    void queries_have_graphs_and_the_description_of_the_dataset(String query) {
        assertSame("/sparql?format=csv&query=" + PercentEncoding.value(query), 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/doc/policy/2021-most-green-development-action-plan.ttl",
                "/doc/policy/2021-most-green-development-action-plan?lang=en",
                "/doc/zone/zhongguancun?lang=zh",
                "/def?lang=en",
                "/data?graph=https://w3id.org/torchgraph/graph/policies/2021-most-green-development-action-plan"
            })
    void pages_lists_and_counts_are_those_of_memory(String path) {
        assertSame(path, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/export/torchgraph.nq", "/export/torchgraph.ttl"})
    void a_dump_is_refused_in_one_sentence(String path) {
        HttpResponse<String> refused = remote.get(path + "?lang=en");
        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(refused.body()).contains("This site does not give all of its statements at once");
    }

    @Test
    void the_description_of_the_dataset_has_the_statistics_of_memory_and_no_dumps() {
        List<String> counted = lines(remote);
        List<String> read = lines(memory);
        assertThat(counted)
                .hasSizeGreaterThan(100)
                .anyMatch(line -> line.contains("void#classPartition"))
                .noneMatch(line -> line.contains("checksumAlgorithm"));
        assertThat(read).containsAll(counted).anyMatch(line -> line.contains("checksumAlgorithm"));
        assertThat(read.stream().filter(line -> line.contains("/void#")))
                .filteredOn(line -> !line.contains("#dataDump>"))
                .allMatch(counted::contains);
    }

    private static List<String> lines(TestSite site) {
        return site.get("/dataset.nt")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void the_sitemap_has_every_document_in_parts() {
        assertThat(remote.get("/sitemap.xml").body())
                .contains("?part=1", "?part=2")
                .doesNotContain("?part=3");
        assertThat(remote.get("/sitemap.xml?part=1").body()).contains("/queries/");
        assertThat(remote.get("/sitemap.xml?part=2").body())
                .contains("/doc/zone/zhongguancun<")
                .doesNotContain("%23", "/queries/");
        assertThat(remote.get("/sitemap.xml?part=3").statusCode()).isEqualTo(404);
    }

    @Test
    void a_question_about_the_description_of_all_is_refused() {
        HttpResponse<String> refused = remote.get("/sparql?format=csv&query="
                + PercentEncoding.value("SELECT ?n { ?d <http://rdfs.org/ns/void#triples> ?n }"));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("\"detail\"").doesNotContain("Exception");
    }

    @Test
    void an_engine_that_states_no_version_is_refused_at_start() {
        assertThatThrownBy(() -> RemoteDataset.open(
                        engine.address(), PUBLICATION.base(), Limits.standard(), EngineVersioning.CATALOGUE, 1))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("--store-version-query");
    }
}
