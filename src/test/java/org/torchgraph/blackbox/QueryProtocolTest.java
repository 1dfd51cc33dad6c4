package org.torchgraph.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.engine.binding.Binding;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.Deployment;

/**
 * The query operation of the SPARQL 1.1 Protocol, clause by clause.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">§2.1</a>
 */
class QueryProtocolTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
    private static final String NAMED = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }";

    @AutoClose
    private static final Deployment site = Deployment.open();

    private static List<String> graphs;

    @BeforeAll
    static void open() {
        graphs = csv(get("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g LIMIT 2", "", "Accept", "text/csv"));
        assertThat(graphs).hasSize(2);
    }

    private static HttpResponse<String> get(String query, String more, String... fields) {
        return site.web().get("/sparql?query=" + PercentEncoding.value(query) + more, fields);
    }

    private static String form(String name, String value) {
        return name + "=" + PercentEncoding.value(value);
    }

    private static List<String> csv(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body().lines().skip(1).toList();
    }

    private static int number(HttpResponse<String> response) {
        return Integer.parseInt(csv(response).get(0));
    }

    private static int count(String query, String more) {
        return number(get(query, more, "Accept", "text/csv"));
    }

    private static int sizeOf(String graph) {
        return count("SELECT (COUNT(*) AS ?n) { GRAPH <" + graph + "> { ?s ?p ?o } }", "");
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    @Test
    void get_form_and_body_ask_the_same() {
        int all = count(COUNT, "");
        assertThat(all).isPositive();
        assertThat(number(site.web().post("/sparql", FORM, form("query", COUNT), "Accept", "text/csv")))
                .isEqualTo(all);
        assertThat(number(site.web().post("/sparql", QUERY, COUNT, "Accept", "text/csv")))
                .isEqualTo(all);
        assertThat(number(site.web().post("/sparql", QUERY + "; charset=UTF-8", COUNT, "Accept", "text/csv")))
                .isEqualTo(all);
    }

    @Test
    void queries_are_utf8_and_may_hold_anything() {
        String text = "SELECT ?n { VALUES ?n { \"高新区 🔥 + & = %41\" } }";
        for (HttpResponse<String> response : List.of(
                get(text, "", "Accept", "text/csv"),
                site.web().post("/sparql", FORM, form("query", text), "Accept", "text/csv"),
                site.web().post("/sparql", QUERY, text, "Accept", "text/csv"))) {
            assertThat(csv(response)).containsExactly("高新区 🔥 + & = %41");
        }
    }

    @Test
    void the_protocol_names_the_dataset_in_every_way_of_asking() {
        int own = sizeOf(graphs.get(0));
        String dataset = form("default-graph-uri", graphs.get(0));
        assertThat(count(COUNT, "&" + dataset)).isEqualTo(own);
        assertThat(number(site.web().post("/sparql", FORM, form("query", COUNT) + "&" + dataset, "Accept", "text/csv")))
                .isEqualTo(own);
        assertThat(number(site.web().post("/sparql?" + dataset, QUERY, COUNT, "Accept", "text/csv")))
                .isEqualTo(own);
    }

    @Test
    void several_default_graphs_are_merged_and_named_ones_are_all_that_graph_reaches() {
        String both = "&" + form("default-graph-uri", graphs.get(0)) + "&" + form("default-graph-uri", graphs.get(1));
        assertThat(count(COUNT, both)).isEqualTo(sizeOf(graphs.get(0)) + sizeOf(graphs.get(1)));
        assertThat(count(NAMED, both)).isZero();
        String named = "&" + form("named-graph-uri", graphs.get(0)) + "&" + form("named-graph-uri", graphs.get(1));
        assertThat(count(NAMED, named)).isEqualTo(2);
        assertThat(count(COUNT, named)).isZero();
    }

    @Test
    void the_dataset_of_the_protocol_wins_over_that_of_the_query() {
        String from = "SELECT (COUNT(*) AS ?n) FROM <%s> { ?s ?p ?o }".formatted(graphs.get(1));
        assertThat(count(from, "")).isEqualTo(sizeOf(graphs.get(1)));
        assertThat(count(from, "&" + form("default-graph-uri", graphs.get(0)))).isEqualTo(sizeOf(graphs.get(0)));
        String fromNamed =
                "SELECT (COUNT(DISTINCT ?g) AS ?n) FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }".formatted(graphs.get(1));
        assertThat(count(fromNamed, "")).isEqualTo(1);
        assertThat(count(fromNamed, "&" + form("default-graph-uri", graphs.get(0))))
                .isZero();
    }

    @Test
    void a_graph_that_is_not_there_is_empty_and_nothing_is_fetched() {
        assertThat(count(COUNT, "&" + form("default-graph-uri", "http://127.0.0.1:9/none")))
                .isZero();
        assertThat(get(COUNT, "&default-graph-uri=").statusCode()).isEqualTo(400);
        assertThat(get(COUNT, "&default-graph-uri=%3Cx%3E").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json, application/sparql-results+json",
        "application/sparql-results+xml, application/sparql-results+xml",
        "text/csv, text/csv",
        "text/tab-separated-values, text/tab-separated-values",
        "application/json, application/sparql-results+json",
        "'text/csv;q=0.1, application/sparql-results+xml;q=0.9', application/sparql-results+xml"
    })
    void rows_and_truths_come_as_negotiated(String accept, String type) {
        for (String query : List.of("SELECT * { VALUES ?x { 1 } }", "ASK {}")) {
            HttpResponse<String> response = get(query, "", "Accept", accept);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(type(response)).isEqualTo(type);
            assertThat(String.join(",", response.headers().allValues("Vary"))).contains("Accept");
        }
    }

    @Test
    void the_formats_of_rows_hold_the_same() {
        String query = "SELECT * { VALUES (?x ?y) { (<urn:x:y> \"甲\"@zh) (\"a,\\\"b\" UNDEF) (1.0 true) } }";
        List<Binding> json = rows(query, ResultSetLang.RS_JSON);
        assertThat(json).hasSize(3);
        assertThat(rows(query, ResultSetLang.RS_XML)).containsExactlyInAnyOrderElementsOf(json);
        assertThat(rows(query, ResultSetLang.RS_TSV)).containsExactlyInAnyOrderElementsOf(json);
        assertThat(get(query, "", "Accept", "text/csv").body().split("\r\n")).contains("x,y", "urn:x:y,甲", "1.0,true");
    }

    private static List<Binding> rows(String query, Lang lang) {
        byte[] body = get(query, "", "Accept", lang.getContentType().toHeaderString())
                .body()
                .getBytes(StandardCharsets.UTF_8);
        ResultSet found = ResultSetMgr.read(new ByteArrayInputStream(body), lang);
        List<Binding> rows = new ArrayList<>();
        while (found.hasNext()) {
            rows.add(found.nextBinding());
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 20", "DESCRIBE ?s { ?s ?p ?o } LIMIT 1"})
    void graphs_come_as_negotiated_and_hold_the_same(String query) {
        // Both take some triples of many: the store gives the same ones as long as it does not change.
        Model turtle = model(query, Lang.TURTLE);
        assertThat(turtle.isEmpty()).isFalse();
        for (Lang lang : List.of(Lang.JSONLD, Lang.NTRIPLES, Lang.RDFXML)) {
            assertThat(model(query, lang).isIsomorphicWith(turtle))
                    .as(lang.getName())
                    .isTrue();
        }
    }

    private static Model model(String query, Lang lang) {
        String type = lang.getContentType().getContentTypeStr();
        HttpResponse<String> response = get(query, "", "Accept", type);
        assertThat(type(response)).isEqualTo(type);
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(response.body()), "", lang);
        return model;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT", "ASK { ?s }", "", "CLEAR ALL", "ASK {} ASK {}", "CONSTRUCT { ?s ?p \"x\" ?o } {}"})
    void what_is_no_query_is_400(String text) {
        for (HttpResponse<String> response : List.of(
                get(text, ""),
                site.web().post("/sparql", FORM, form("query", text)),
                site.web().post("/sparql", QUERY, text))) {
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(type(response)).isEqualTo("application/problem+json");
        }
    }

    @Test
    void one_query_and_no_update() {
        String ask = form("query", "ASK {}");
        assertThat(site.web().get("/sparql?" + ask + "&" + ask).statusCode()).isEqualTo(400);
        assertThat(site.web().post("/sparql", FORM, ask + "&" + ask).statusCode())
                .isEqualTo(400);
        assertThat(site.web().post("/sparql?" + ask, FORM, ask).statusCode()).isEqualTo(400);
        assertThat(site.web().post("/sparql?" + ask, QUERY, "ASK {}").statusCode())
                .isEqualTo(400);
        assertThat(site.web().post("/sparql", FORM, "").statusCode()).isEqualTo(400);
        HttpResponse<String> update = site.web().post("/sparql", FORM, form("update", "CLEAR ALL"));
        assertThat(update.statusCode()).isEqualTo(400);
        assertThat(update.body()).contains("update");
        assertThat(site.web()
                        .get("/sparql?" + ask + "&" + form("update", "CLEAR ALL"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.web()
                        .post("/sparql", "application/sparql-update", "CLEAR ALL")
                        .statusCode())
                .isEqualTo(415);
        assertThat(count(COUNT, "")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "multipart/form-data; boundary=x", "nonsense", "/;="})
    void a_body_of_another_type_is_415(String type) {
        assertThat(site.web().post("/sparql", type, "query=ASK%7B%7D").statusCode())
                .isEqualTo(415);
    }

    @Test
    void a_body_without_a_type_or_in_another_charset_or_coding_is_415() {
        assertThat(site.web()
                        .send("POST", "/sparql", BodyPublishers.ofString("ASK {}"))
                        .statusCode())
                .isEqualTo(415);
        assertThat(site.web()
                        .post("/sparql", QUERY + ";charset=UTF-16", "ASK {}")
                        .statusCode())
                .isEqualTo(415);
        assertThat(site.web()
                        .post("/sparql", QUERY, "ASK {}", "Content-Encoding", "br")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void what_is_not_utf8_is_400_and_not_mended_in_silence() {
        byte[] latin = {'A', 'S', 'K', '{', '?', 's', '?', 'p', '"', (byte) 0xE4, '"', '}'};
        assertThat(site.web()
                        .send("POST", "/sparql", BodyPublishers.ofByteArray(latin), "Content-Type", QUERY)
                        .statusCode())
                .isEqualTo(400);
        for (String encoded : List.of("%E4", "%C3", "%ED%A0%80", "%C0%AF", "%F8%88%80%80%80")) {
            assertThat(site.web()
                            .get("/sparql?query=ASK%7B%3Fs%3Fp%22" + encoded + "%22%7D")
                            .statusCode())
                    .as(encoded)
                    .isEqualTo(400);
            assertThat(site.web()
                            .post("/sparql", FORM, "query=ASK%7B%3Fs%3Fp%22" + encoded + "%22%7D")
                            .statusCode())
                    .as(encoded)
                    .isEqualTo(400);
        }
        assertThat(site.web().post("/sparql", FORM, "query=ASK%7B%7D%2").statusCode())
                .isEqualTo(400);
        assertThat(site.web().raw("GET /sparql?query=ASK%7B?s?p'\u00ff'%7D HTTP/1.1\nHost: a\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void an_accept_that_cannot_be_met_is_406_with_what_there_is() {
        HttpResponse<String> rows = get("ASK {}", "", "Accept", "image/png, text/turtle");
        assertThat(rows.statusCode()).isEqualTo(406);
        assertThat(rows.body())
                .contains("application/sparql-results+json", "text/csv")
                .doesNotContain("text/turtle");
        HttpResponse<String> graph = get("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", "", "Accept", "text/csv");
        assertThat(graph.statusCode()).isEqualTo(406);
        assertThat(graph.body()).contains("text/turtle", "application/rdf+xml");
    }

    @Test
    void answers_can_be_kept_and_asked_for_again() {
        HttpResponse<String> first = get(COUNT, "");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).contains("public, no-cache");
        HttpResponse<String> again = get(COUNT, "", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(get(COUNT, "&" + form("default-graph-uri", graphs.get(0)), "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(COUNT + " ", "", "Accept", "text/csv", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.web()
                        .post("/sparql", QUERY, COUNT, "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void answers_as_data_are_whole() {
        HttpResponse<String> response = get("SELECT ?s ?p ?o { ?s ?p ?o }", "", "Accept", "text/tab-separated-values");
        assertThat(response.body().lines()).hasSize(1 + count("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", ""));
        assertThat(response.headers().map()).doesNotContainKey("Torchgraph-Result-Limit");
    }
}
