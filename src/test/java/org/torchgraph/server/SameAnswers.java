package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.dataset.Dataset;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.question.Question;
import org.torchgraph.question.Questions;

/** What a site answers is the same whatever its statements lie in: tests that each kind of store runs. */
abstract class SameAnswers {
    static final Publication PUBLICATION = ZonesExtract.read();

    /** A site over memory that names its version as a site over a store does. */
    static TestSite memoryLike(Dataset store) {
        // A version is a digest of files in memory, and one of statements in an engine.
        Publication same = PUBLICATION.with(store.snapshot().version(), PUBLICATION.data(), PUBLICATION.faults());
        return TestSite.of(same, Limits.standard()).searchable();
    }

    /** Returns the site over memory. */
    abstract TestSite memory();

    /** Returns the site over the store. */
    abstract TestSite stored();

    /** Returns what the store keeps of a text, line by line in an order of its own. */
    abstract List<String> kept(String path, String text);

    /** Returns whether the document of a thing is compared. */
    boolean isAsked(String thing) {
        return true;
    }

    private List<String> answer(TestSite site, String path, int status) {
        HttpResponse<String> reply = site.get(path);
        assertThat(reply.statusCode()).as(path).isEqualTo(status);
        return kept(path, reply.body().replace("127.0.0.1:" + site.port(), "host"));
    }

    void assertSame(String path, int status) {
        assertThat(answer(stored(), path, status)).as(path).containsExactlyElementsOf(answer(memory(), path, status));
    }

    @Test
    void each_question_has_the_same_rows() {
        List<Question> questions = Questions.of(PUBLICATION).all();
        assertThat(questions).hasSizeGreaterThan(20);
        questions.forEach(question -> assertSame("/queries/" + question.name() + ".csv", 200));
    }

    @Test
    void each_thing_has_the_same_document() {
        List<String> things = memory().get("/sparql?format=csv&query="
                        + PercentEncoding.value("SELECT DISTINCT ?s { ?s ?p ?o FILTER(STRSTARTS(STR(?s), '"
                                + PUBLICATION.base() + "id/') && !CONTAINS(STR(?s), '#')) }"))
                .body()
                .lines()
                .skip(1)
                .toList();
        assertThat(things).hasSizeGreaterThan(20);
        things.stream()
                .filter(this::isAsked)
                .forEach(thing -> assertSame(
                        thing.replace(PUBLICATION.base() + "id/", "/doc/").strip() + ".nt", 200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/def.nt",
                "/export/torchgraph.nt",
                "/export/torchgraph.nq",
                "/search.json?q=%E4%B8%AD%E5%85%B3%E6%9D%91",
                "/sitemap.xml"
            })
    void exports_search_and_sitemap_are_the_same(String path) {
        assertSame(path, 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/torchgraph/graph/zones> { ?s ?p ?o }",
                "SELECT ?n { ?d <http://rdfs.org/ns/void#triples> ?n } ORDER BY ?n"
            })
    void queries_have_graphs_and_the_description_of_the_dataset(String query) {
        assertSame("/sparql?format=csv&query=" + PercentEncoding.value(query), 200);
    }

    /**
     * Asks of the union, to which Virtuoso adds graphs of its own, and for paths with two open ends, which it refuses.
     */
    void assertUnionSame() {
        Stream.of(
                        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
                        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
                        "SELECT (COUNT(*) AS ?n) { ?c <http://www.w3.org/2004/02/skos/core#broader>* ?d }")
                .forEach(query -> assertSame("/sparql?format=csv&query=" + PercentEncoding.value(query), 200));
    }

    @Test
    void what_is_not_there_or_not_allowed_is_refused_alike() {
        assertSame("/doc/policy/none", 404);
        assertSame("/data?graph=https://w3id.org/torchgraph/graph/none", 404);
        assertSame("/sparql?query=" + PercentEncoding.value("SELECT * { SERVICE <http://127.0.0.1:1/> {} }"), 403);
        assertThat(stored().get("/sparql?format=json&query=" + PercentEncoding.value("ASK { ?s <urn:none> ?o }"))
                        .body())
                .contains("false");
        assertThat(stored().get("/sparql?format=json&query="
                                + PercentEncoding.value("ASK { ?s a ?o } VALUES ?s { <urn:none> }"))
                        .body())
                .contains("false");
        assertThat(stored().get("/sparql?format=json&query=" + PercentEncoding.value("ASK { ?s ?p ?o }"))
                        .body())
                .contains("true");
    }

    @Test
    void pages_are_there() {
        Stream.of("/", "/search?q=zhongguancun", "/dataset.ttl", "/def", "/doc/zone/zhongguancun?lang=zh", "/queries")
                .forEach(path ->
                        assertThat(stored().get(path).statusCode()).as(path).isEqualTo(200));
    }
}
