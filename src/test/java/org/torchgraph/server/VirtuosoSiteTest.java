package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.math.NumberUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.Virtuoso;
import org.torchgraph.query.Limits;

/** A site over Virtuoso, which does not keep how values are spelled: its answers are the same by value. */
class VirtuosoSiteTest extends SameAnswers {
    @TempDir
    static Path folder;

    @AutoClose
    private static Virtuoso engine;

    @AutoClose
    private static TestSite memory;

    @AutoClose
    private static TestSite remote;

    @BeforeAll
    static void fill() {
        engine = Virtuoso.startIn(folder).with(PUBLICATION);
        Limits patient = TestSite.seconds(60);
        RemoteDataset dataset = RemoteDataset.open(engine.address(), PUBLICATION.base(), patient);
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

    /** A part of them, since each takes requests of the engine. */
    @Override
    boolean isAsked(String thing) {
        return Math.floorMod(thing.hashCode(), 4) == 1;
    }

    @Override
    List<String> kept(String path, String text) {
        Lang rdf = path.endsWith(".nt") ? Lang.NTRIPLES : path.endsWith(".nq") ? Lang.NQUADS : null;
        if (rdf == null) {
            return text.lines().map(VirtuosoSiteTest::row).sorted().toList();
        }
        return RDFParser.fromString(text, rdf).toDatasetGraph().stream()
                .map(quad -> Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
                        .map(term -> term == null ? "" : value(term).toString())
                        .collect(Collectors.joining(" ")))
                .sorted()
                .toList();
    }

    /** Returns a row, in which Virtuoso has 1 and 0 for the truth values that a query works out. */
    private static String row(String line) {
        return Stream.of(line.split(",", -1))
                .map(cell -> cell.equals("true") ? "1.0" : cell.equals("false") ? "0.0" : number(cell))
                .collect(Collectors.joining(","));
    }

    private static String number(String cell) {
        return NumberUtils.isCreatable(cell) ? Double.toString(Double.parseDouble(cell)) : cell;
    }

    private static Node value(Node node) {
        if (node.isBlank()) {
            return NodeFactory.createBlankNode("any");
        }
        if (!node.isLiteral()) {
            return node;
        }
        String language = node.getLiteralLanguage();
        if (!language.isEmpty()) {
            return NodeFactory.createLiteralLang(node.getLiteralLexicalForm(), language.toLowerCase(Locale.ROOT));
        }
        return switch (node.getLiteralValue()) {
            case Number number -> NodeFactory.createLiteralString(Double.toString(number.doubleValue()));
            case Boolean truth -> NodeFactory.createLiteralString(truth.toString());
            default -> node;
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONSTRUCT { ?s skos:inScheme ?o } WHERE { ?s skos:inScheme ?o } ORDER BY ?s ?o LIMIT 20",
                "CONSTRUCT { ?o <urn:x:of> [ <urn:x:is> ?s ] } WHERE { ?s skos:inScheme ?o . ?s skos:prefLabel ?i }",
                "CONSTRUCT { <urn:x:a> <urn:x:b> 1 } WHERE { ?s skos:inScheme ?o }",
                "CONSTRUCT { ?i ?s ?o } WHERE { ?s skos:inScheme ?o OPTIONAL { ?s rdfs:label ?i } }",
                "CONSTRUCT { ?s <urn:x:n> ?n } WHERE { SELECT ?s (COUNT(*) AS ?n) { ?s skos:inScheme ?o } GROUP BY ?s }",
                "CONSTRUCT WHERE { ?s a skos:Concept }"
            })
    void triples_that_are_constructed_have_the_same_values(String query) {
        String path = "/sparql?format=nt&query="
                + URLEncoder.encode(
                        "PREFIX dct: <http://purl.org/dc/terms/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
                                + " PREFIX skos: <http://www.w3.org/2004/02/skos/core#> " + query,
                        StandardCharsets.UTF_8);
        HttpResponse<String> actual = remote.get(path);
        assertThat(actual.statusCode()).as(actual.body()).isEqualTo(200);
        assertThat(kept("x.nt", actual.body()))
                .hasSizeGreaterThan(query.contains("{ ?i ?s ?o }") ? -1 : 0)
                .isEqualTo(kept("x.nt", memory.get(path).body()));
    }

    @Test
    void triples_that_the_engine_cuts_off_are_never_shown_as_all() {
        String path = "/sparql?format=nt&query=CONSTRUCT%7B?s%20?q%20?b%7D%7B?s%20?p%20?o.?a%20?q%20?b%7D";
        HttpResponse<String> all = remote.get(path);
        assertThat(all.statusCode()).isEqualTo(503);
        assertThat(all.body()).contains("10000");
    }

    @Test
    void an_answer_that_the_engine_cuts_off_is_never_shown_as_whole() {
        HttpResponse<String> all = remote.get("/sparql?format=csv&query=SELECT*%7B?s%20?p%20?o.?a%20?b%20?s%7D");
        assertThat(all.statusCode()).isEqualTo(503);
        assertThat(all.body()).contains("10000");
    }

    @Test
    void a_site_that_copies_nothing_has_the_documents_lists_and_names_of_memory() {
        RemoteDataset dataset = RemoteDataset.open(
                engine.address(), PUBLICATION.base(), TestSite.seconds(60), LargeEngineTest.VERSION, 1);
        try (TestSite large =
                TestSite.of(PUBLICATION.withoutStatements(), dataset).searchable()) {
            Stream.of(
                            "/def.nt",
                            "/doc/zone/zhongguancun.nt",
                            "/doc/policy/2021-most-green-development-action-plan.nt",
                            "/search/suggest?q=%E4%B8%AD%E5%85%B3",
                            "/search/suggest?q=zhongg",
                            "/sparql?format=nt&query=DESCRIBE%3Chttps://w3id.org/torchgraph/id/zone/zhongguancun%3E")
                    .forEach(path -> assertThat(
                                    kept(path, large.get(path).body().replace("127.0.0.1:" + large.port(), "host")))
                            .as(path)
                            .hasSizeGreaterThan(0)
                            .isEqualTo(
                                    kept(path, memory.get(path).body().replace("127.0.0.1:" + memory.port(), "host"))));
            assertThat(large.get("/export/torchgraph.nt").statusCode()).isEqualTo(406);
            assertThat(large.get("/dataset.nt").statusCode()).isEqualTo(200);
            assertThat(large.get("/sitemap.xml?part=2").body()).contains("/doc/zone/zhongguancun<");
        }
    }
}
