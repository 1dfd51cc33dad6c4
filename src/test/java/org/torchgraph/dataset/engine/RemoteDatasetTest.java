package org.torchgraph.dataset.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.dataset.Reach;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.View;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.StandInEngine;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Table;

/** A plain SPARQL server gives what memory gives. */
class RemoteDatasetTest {
    private static final String BASE = PublicationFolder.BASE;

    @TempDir
    static Path root;

    @AutoClose
    private static final PlainFuseki engine = new PlainFuseki();

    @AutoClose
    private static MemoryDataset memory;

    @AutoClose
    private static RemoteDataset remote;

    @BeforeAll
    static void open() {
        Publication publication = PublicationFolder.in(root)
                .turtle(
                        "data/one.ttl",
                        """
                        <a> ex:y 1 ; skos:prefLabel "a"@en ; ex:holds [ ex:holds [ ex:w 3 ; ex:near <c> ] ] ; ex:list ( 1 2 3 4 5 6 ) .
                        <b> ex:y 2 ; ex:to <a> .
                        """)
                .turtle(
                        "data/two.ttl",
                        "<c> ex:y 1 ; ex:z 1 ; ex:to <a> , <b> ; skos:prefLabel \"c\"@en . <a> ex:y 1 .")
                .read();
        memory = MemoryDataset.of(publication);
        remote = RemoteDataset.open(engine.with(publication).address(), BASE, Limits.standard());
    }

    private static Node node(String name) {
        return NodeFactory.createURI(BASE + name);
    }

    private static QueryRequest query(String text) {
        return QueryRequest.of("PREFIX : <http://example.org/def#> BASE <http://example.org/> " + text, BASE);
    }

    private static List<String> rows(Snapshot snapshot, QueryRequest query) {
        Table table = snapshot.query(query, ResultReaders.table(99));
        return Stream.concat(
                        Stream.of(table.columns().toString()),
                        table.rows().stream().map(List::toString).sorted())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?year ?x { ?x :y ?year }",
                "SELECT * { ?x :y ?year }",
                "SELECT ?year (COUNT(*) AS ?n) { ?x :y ?year } GROUP BY ?year",
                "SELECT ?v (COUNT(*) AS ?n) { ?x :y ?v } GROUP BY ?v HAVING (COUNT(*) > 0) (?v = ?year)",
                "SELECT ?x { ?x :y ?v FILTER(?v > ?year) } ORDER BY ?year ?x",
                "SELECT ?x { { SELECT ?x ?year { ?x :y ?year } GROUP BY ?x ?year } }",
                "SELECT ?x { ?x :z 1 { SELECT ?x (SUM(?year + 1) AS ?n) { ?x :y ?v } GROUP BY ?x } FILTER(?n = 2) }",
                "SELECT ?x ?w { ?x :z ?year BIND(?year + 1 AS ?w) }",
                "SELECT ?x ?year { ?x :y ?v BIND(?v AS ?year) }",
                "SELECT ?x ?year { ?x :z ?v VALUES ?year { 1 2 } }",
                "SELECT ?x ?year { ?x :z ?v } VALUES ?year { 1 2 }",
                "SELECT ?x { ?x :y ?v FILTER NOT EXISTS { ?x :y ?year } }",
                "SELECT ?x { ?x :y ?v MINUS { ?x :y ?year } }",
                "SELECT (SUM(?year) AS ?s) { ?x :y ?v }",
                "SELECT ?x ?g { GRAPH ?g { ?x :z ?year } }",
                "CONSTRUCT { ?x :is ?year } WHERE { ?x :to ?v }",
                "ASK { <b> :y ?year }",
                "ASK { <a> :y ?year }",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
                "SELECT * {}",
                "ASK { ?s :y ?o } VALUES ?s { <none> }",
                "ASK { ?found :y ?o } GROUP BY ?found HAVING(COUNT(*) > 99)",
                "SELECT (COUNT(*) AS ?n) { ?x :y ?v } GROUP BY STR(?year)",
                "SELECT (COUNT(*) AS ?n) { ?x :y ?v } GROUP BY STR(?year) (?year + 1)",
                "SELECT * { <a> :y 1 }",
                "SELECT (COUNT(*) AS ?n) FROM <graph/two> { ?s ?p ?o }",
                "SELECT ?d { ?d <http://rdfs.org/ns/void#uriSpace> ?b }"
            })
    void a_query_with_a_value_has_the_same_rows(String text) {
        QueryRequest query = query(text)
                .binding(Map.of(Var.alloc("year"), NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger)));
        assertThat(rows(remote.snapshot(), query)).isEqualTo(rows(memory.snapshot(), query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DESCRIBE <a>",
                "DESCRIBE <c> <none> <b>",
                "DESCRIBE <c> ?x { ?x :y 2 }",
                "DESCRIBE * { ?x :to ?y }",
                "DESCRIBE ?x { ?x :y ?year }",
                "DESCRIBE ?x { ?x :y ?year } ORDER BY ?x LIMIT 1",
                "DESCRIBE ?v { ?x :y ?v }",
                "DESCRIBE ?w { <a> :holds ?w }",
                "DESCRIBE ?this",
                "DESCRIBE <a> FROM <graph/two>",
                "DESCRIBE ?x FROM <graph/one> { ?x :to ?y }"
            })
    void a_description_has_the_same_triples(String text) {
        QueryRequest query = query(text)
                .binding(Map.of(
                        Var.alloc("year"),
                        NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger),
                        Var.alloc("this"),
                        node("c")));
        Graph expected = memory.snapshot().query(query, ResultReaders.triples(99));
        Graph given = remote.snapshot().query(query, ResultReaders.triples(99));
        assertThat(given.isIsomorphicWith(expected)).as(given.toString()).isTrue();
    }

    @Test
    void a_description_of_more_things_than_an_answer_may_have_triples_is_refused() {
        Limits few = new Limits(Duration.ofSeconds(60), 9_999, 4, 64L << 20, 2);
        try (RemoteDataset small = RemoteDataset.open(engine.address(), BASE, few)) {
            assertThatThrownBy(
                            () -> small.snapshot().query(query("DESCRIBE ?x { ?x :y ?y }"), ResultReaders.triples(9)))
                    .isInstanceOfSatisfying(QueryFailedException.class, failure -> assertThat(failure.kind())
                            .isEqualTo(FailureKind.OUT_OF_BUDGET));
        }
    }

    @Test
    void a_value_is_no_key_of_a_group_itself_since_virtuoso_refuses_that() {
        Query query = QueryFactory.create("SELECT ?this (COUNT(?y) AS ?n) { ?this ?p ?y } GROUP BY ?this STR(?this)");
        Query bound = BoundQuery.of(query, Map.of(Var.alloc("this"), node("a"))).orElseThrow();
        assertThat(bound.getGroupBy().getExprs()).isEmpty();
        assertThat(bound.getProject().getExprs()).hasSize(1);
    }

    @Test
    void things_with_their_surroundings_are_one_request_and_then_none() {
        Reach reach = Reach.whole(Stream.of(node("def#to")), Stream.of(node("def#to")), true);
        View first = around(reach, 1);
        assertThat(first.quads(Node.ANY, node("def#to"), node("a"))).hasSize(2);
        assertThat(first.union().find(node("c"), Node.ANY, Node.ANY)).hasSize(5);
        assertThat(first.quads(node("a"), node("def#y"), Node.ANY)).hasSize(2);
        Node held =
                first.union().objects(node("a"), node("def#holds")).findFirst().orElseThrow();
        Node deeper = first.union().objects(held, node("def#holds")).findFirst().orElseThrow();
        assertThat(first.union().objects(deeper, node("def#near"))).containsExactly(node("c"));
        Reach names = new Reach(Set.of(SKOS.prefLabel.asNode()), Set.of(), Set.of(), false);
        View named = around(names, 1);
        assertThat(named.union().find()).hasSize(1);
        assertThat(around(names, 0).union().find()).hasSize(1);
    }

    private static View around(Reach reach, int requests) {
        int before = engine.requests();
        View view = remote.snapshot().around(List.of(node("a")), reach);
        // A list that is longer than the links of a request takes another one.
        assertThat(engine.requests() - before).isBetween(requests, requests == 0 ? 0 : requests + 3);
        return view;
    }

    @Test
    void what_the_guards_refuse_is_not_sent() {
        int before = engine.requests();
        assertThatThrownBy(() -> remote.snapshot()
                        .query(
                                query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"),
                                ResultReaders.table(9)))
                .isInstanceOfSatisfying(QueryFailedException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.SERVICE_REFUSED));
        assertThat(engine.requests()).isEqualTo(before);
    }

    @Test
    void equal_statements_have_equal_versions() {
        RemoteDataset again = RemoteDataset.open(engine.address(), BASE, Limits.standard());
        assertThat(again.snapshot().version()).isEqualTo(remote.snapshot().version());
        again.close();
    }

    @Test
    void a_version_that_the_catalogue_states_is_that_of_the_statements() {
        try (PlainFuseki other =
                new PlainFuseki().with(PublicationFolder.in(root).read())) {
            RemoteDataset dataset = RemoteDataset.open(other.address(), BASE, Limits.standard());
            assertThat(dataset.statedVersion()).isEmpty();
            Txn.executeWrite(other.data(), () -> other.data()
                    .add(
                            node("graph/catalog"),
                            node("dataset"),
                            OWL.versionInfo.asNode(),
                            NodeFactory.createLiteralString("second")));
            assertThat(dataset.statedVersion()).contains("second");
            assertThat(dataset.snapshot().version()).isNotEqualTo("second");
            dataset.replace(dataset.candidate());
            assertThat(dataset.snapshot().version()).isEqualTo("second");
            dataset.close();
        }
    }

    @Test
    void an_engine_that_is_gone_is_told_without_its_address_and_left_alone_for_a_while() {
        PlainFuseki other = new PlainFuseki().with(PublicationFolder.in(root).read());
        RemoteDataset dataset = RemoteDataset.open(other.address(), BASE, Limits.standard());
        other.close();
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> dataset.snapshot().query(query("ASK {}"), ResultReaders.table(9)))
                    .isInstanceOfSatisfying(QueryFailedException.class, failure -> {
                        assertThat(failure.kind()).isEqualTo(FailureKind.STORE_UNREACHED);
                        assertThat(failure.getMessage()).doesNotContain("127.0.0.1");
                    });
        }
        dataset.close();
    }

    @Test
    void an_engine_without_the_statements_is_refused_in_one_sentence() {
        try (PlainFuseki empty = new PlainFuseki()) {
            assertThatThrownBy(() -> RemoteDataset.open(empty.address(), BASE, Limits.standard()))
                    .hasMessageEndingWith("has no statements in named graphs: load the publication into it first");
        }
        assertThatThrownBy(() -> RemoteDataset.open(engine.address(), "http://example.net/", Limits.standard()))
                .hasMessageEndingWith("has nothing below http://example.net/");
        EngineAddress gone = new EngineAddress("http://127.0.0.1:1/sparql", Optional.empty());
        assertThatThrownBy(() -> RemoteDataset.open(gone, BASE, Limits.standard()))
                .hasMessageEndingWith("it cannot be reached");
    }

    @Test
    void an_engine_that_ends_answers_early_without_a_word_is_refused() {
        try (StandInEngine limited = new StandInEngine(engine.address().query())) {
            limited.givesAtMost(5);
            assertThatThrownBy(() -> RemoteDataset.open(limited.address(), BASE, Limits.standard()))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("statements of the graph " + BASE + "graph/")
                    .hasMessageContaining("raise its limit of rows");
        }
    }

    @Test
    void a_page_is_no_engine() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = "<p>hello</p>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        EngineAddress page =
                new EngineAddress("http://127.0.0.1:" + server.getAddress().getPort() + "/", Optional.empty());
        assertThatThrownBy(() -> RemoteDataset.open(page, BASE, Limits.standard()))
                .hasMessageEndingWith("what it sent is not an answer to a query");
        server.stop(0);
    }
}
