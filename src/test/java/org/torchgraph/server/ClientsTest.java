package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Requests as the usual clients send them, and what those clients can do with the answer. */
class ClientsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String SELECT = "SELECT ?name { <http://example.org/id/kite/1> ?p ?name }";
    private static final String CONSTRUCT = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o FILTER(isLiteral(?o)) }";

    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle("data/kites.ttl", "<id/kite/1> rdfs:label \"Red kite\"@en , \"红风筝\"@zh .")
                        .write(
                                "queries/kites.rq",
                                """
                                #+ title.en: Kites
                                #+ title.zh: 风筝
                                #+ param: name xsd:string Red "name / 名称"
                                SELECT ?s ?name { ?s ?p ?label FILTER(CONTAINS(STR(?label), ?name)) }
                                """)
                        .read(),
                TestSite.seconds(20));
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("none").replaceFirst(";.*", "");
    }

    private static String in(String parameters, String query) {
        return "/sparql?" + parameters + (parameters.isEmpty() ? "" : "&") + "query=" + PercentEncoding.value(query);
    }

    /** SPARQLWrapper 2: the words of its constants, and the Accept that it sends with each. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xml | application/sparql-results+xml | application/sparql-results+xml",
                "json | application/sparql-results+json,application/json,text/javascript,application/javascript"
                        + " | application/sparql-results+json",
                "csv | text/csv | text/csv",
                "tsv | text/tab-separated-values | text/tab-separated-values",
                "json | */* | application/sparql-results+json",
                "xml | */* | application/sparql-results+xml"
            })
    void sparqlwrapper_gets_rows_by_its_default_call(String word, String accept, String expected) {
        String words = "format=" + word + "&output=" + word + "&results=" + word;
        HttpResponse<String> got = site.get(in(words, SELECT), "Accept", accept, "User-Agent", "sparqlwrapper 2.0.0");
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(type(got)).isEqualTo(expected);
        assertThat(got.body()).contains("红风筝");
        HttpResponse<String> posted =
                site.post("/sparql", FORM, "query=" + PercentEncoding.value(SELECT) + "&" + words, "Accept", accept);
        assertThat(type(posted)).isEqualTo(expected);
        assertThat(type(site.post("/sparql?" + words, QUERY, SELECT, "Accept", accept)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "turtle | application/turtle,text/turtle | text/turtle",
                "n3 | text/rdf+n3,application/n-triples,application/turtle,application/n3,text/n3 | text/turtle",
                "rdf | application/rdf+xml | application/rdf+xml",
                "rdf+xml | application/rdf+xml | application/rdf+xml",
                "json-ld | application/ld+json,application/x-json+ld | application/ld+json",
                "xml | application/rdf+xml | application/rdf+xml",
                "json | */* | application/ld+json"
            })
    void sparqlwrapper_gets_triples_by_its_default_call(String word, String accept, String expected) {
        String words = "format=" + word + "&output=" + word + "&results=" + word;
        HttpResponse<String> got = site.get(in(words, CONSTRUCT), "Accept", accept);
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(type(got)).isEqualTo(expected);
    }

    /** Virtuoso's and Blazegraph's media types as values, R's and others' words, whatever Accept says. */
    @ParameterizedTest
    @CsvSource({
        "format=application%2Fsparql-results%2Bxml, application/sparql-results+xml",
        "format=application/sparql-results+json, application/sparql-results+json",
        "output=text%2Fcsv, text/csv",
        "results=TSV, text/tab-separated-values",
        "output=xml&timeout=0&debug=on, application/sparql-results+xml",
        "format=nonsense&output=csv, text/csv",
        "format=csv&output=xml, text/csv",
        "format=, application/sparql-results+json",
        "format=turtle, application/sparql-results+json",
        "format=html, text/html",
        "qtxt=x&should-sponge=&infer=true&accept=x, application/sparql-results+json"
    })
    void a_parameter_that_names_a_form_of_the_answer_chooses_it_and_others_are_passed_over(
            String parameters, String expected) {
        HttpResponse<String> response =
                site.get(in(parameters, SELECT), "Accept", "application/sparql-results+json, */*;q=0.1");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(type(response)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "format=ttl, text/turtle",
        "format=text%2Fturtle, text/turtle",
        "format=nt, application/n-triples",
        "format=ntriples, application/n-triples",
        "output=rdf/xml, application/rdf+xml",
        "output=rdfxml, application/rdf+xml",
        "results=jsonld, application/ld+json",
        "results=application/ld+json, application/ld+json",
        "format=csv, text/turtle"
    })
    void triples_have_forms_of_their_own(String parameters, String expected) {
        assertThat(type(site.get(in(parameters, CONSTRUCT)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // rdflib's SPARQLStore
                "application/sparql-results+xml,application/rdf+xml | application/sparql-results+xml | application/rdf+xml",
                // Jena's QueryExecHTTP
                "application/sparql-results+json, application/sparql-results+xml;q=0.9, text/tab-separated-values;q=0.7,"
                        + " text/csv;q=0.5, application/json;q=0.2, application/xml;q=0.2, */*;q=0.1"
                        + " | application/sparql-results+json | application/ld+json",
                "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3"
                        + " | application/sparql-results+json | text/turtle",
                // Comunica's fetch-sparql-endpoint
                "application/sparql-results+json;q=1.0,application/sparql-results+xml;q=0.7"
                        + " | application/sparql-results+json | none",
                // axios, and requests of Python and curl
                "application/json, text/plain, */* | application/sparql-results+json | application/ld+json",
                "*/* | application/sparql-results+json | text/turtle",
                // R's httr
                "application/json, text/xml, application/xml, */* | application/sparql-results+json | application/ld+json",
                // YASGUI
                "application/sparql-results+json,*/*;q=0.9 | application/sparql-results+json | text/turtle",
                "text/xml | application/sparql-results+xml | application/rdf+xml"
            })
    void what_other_clients_accept_chooses_the_form(String accept, String rows, String triples) {
        assertThat(type(site.get(in("", SELECT), "Accept", accept))).isEqualTo(rows);
        HttpResponse<String> graph = site.get(in("", CONSTRUCT), "Accept", accept);
        if (triples.equals("none")) {
            assertThat(graph.statusCode()).isEqualTo(406);
        } else {
            assertThat(type(graph)).isEqualTo(triples);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/ld+json, */* | application/ld+json",
                "application/rdf+xml, */* | application/rdf+xml",
                "text/html, */* | text/html",
                "text/html, application/xhtml+xml, */* | text/html",
                "application/json, text/plain, */* | application/ld+json",
                "*/*, application/n-triples | application/n-triples",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2 | text/html",
                "application/xml, */* | application/rdf+xml",
                "image/webp, text/* | text/turtle",
                "text/html;q=0, */* | text/turtle"
            })
    void a_document_is_given_in_the_form_that_is_named(String accept, String expected) {
        assertThat(type(site.get("/doc/kite/1", "Accept", accept))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/turtle, text/html;q=0.5",
                "application/ld+json, text/html;q=0.9",
                "image/png, text/html;q=0.001",
                "application/n-triples;q=0.1, text/html;q=0.2"
            })
    void a_page_will_do_where_html_is_acceptable_at_all(String accept) {
        HttpResponse<String> page = site.get(in("", "ASK{}"), "Accept", accept);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(type(page)).isEqualTo("text/html");
        assertThat(page.body()).contains("ASK{}");
        HttpResponse<String> posted = site.post("/sparql", QUERY, "ASK{}", "Accept", accept);
        assertThat(type(posted)).isEqualTo("application/sparql-results+json");
    }

    @Test
    void what_is_not_acceptable_is_406_which_names_all_there_is() {
        HttpResponse<String> rows = site.get(in("", "ASK{}"), "Accept", "text/turtle, text/html;q=0");
        assertThat(rows.statusCode()).isEqualTo(406);
        assertThat(rows.body()).contains("\"text/csv\"", "\"text/html\"").doesNotContain("\"text/turtle\"");
        HttpResponse<String> triples = site.get(in("", CONSTRUCT), "Accept", "text/csv");
        assertThat(triples.statusCode()).isEqualTo(406);
        assertThat(triples.body()).contains("\"text/turtle\"", "\"text/html\"").doesNotContain("text/csv");
        assertThat(site.get("/sparql", "Accept", "text/csv").statusCode()).isEqualTo(406);
        assertThat(type(site.get("/sparql", "Accept", "text/csv, text/html;q=0.1")))
                .isEqualTo("text/html");
    }

    @Test
    void the_description_of_the_service_names_the_endpoint_that_was_asked() {
        for (String path : List.of("/sparql", "/sparql?utm_source=mail", "/sparql?output=ttl")) {
            assertThat(site.get(path, "Accept", "text/turtle").body())
                    .contains("<" + site.url("/sparql") + ">")
                    .doesNotContain("<http://example.org/sparql>");
        }
        assertThat(type(site.get("/sparql?output=xml"))).isEqualTo("application/rdf+xml");
        try (TestSite behind = TestSite.of(
                PublicationFolder.in(root).read(), TestSite.seconds(20), TrustedProxies.at(List.of("127.0.0.1")))) {
            HttpResponse<String> there = behind.get(
                    "/sparql",
                    "X-Forwarded-Proto",
                    "https",
                    "X-Forwarded-Host",
                    "kites.example",
                    "X-Forwarded-Prefix",
                    "/open");
            assertThat(there.body()).contains("<https://kites.example/open/sparql>");
            assertThat(behind.get("/sparql").headers().firstValue("ETag"))
                    .isNotEqualTo(there.headers().firstValue("ETag"));
        }
    }

    @Test
    void query_is_a_safe_method_beside_get_and_post() {
        for (String[] sent : new String[][] {
            {QUERY, SELECT}, {FORM, "query=" + PercentEncoding.value(SELECT)}, {QUERY + "; charset=utf-8", SELECT}
        }) {
            HttpResponse<String> answer = site.send(
                    "QUERY",
                    "/sparql",
                    BodyPublishers.ofString(sent[1]),
                    "Content-Type",
                    sent[0],
                    "Accept",
                    "text/csv");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("红风筝");
            assertThat(answer.headers().firstValue("Accept-Query")).contains(QUERY + ", " + FORM);
            HttpResponse<String> again = site.send(
                    "QUERY",
                    "/sparql",
                    BodyPublishers.ofString(sent[1]),
                    "Content-Type",
                    sent[0],
                    "Accept",
                    "text/csv",
                    "If-None-Match",
                    answer.headers().firstValue("ETag").orElseThrow());
            assertThat(again.statusCode()).isEqualTo(304);
        }
        HttpResponse<String> explained =
                site.send("QUERY", "/sparql/explain", BodyPublishers.ofString("ASK{}"), "Content-Type", QUERY);
        assertThat(explained.body()).isEqualTo("{\"rows\":true}");
    }

    @Test
    void query_that_cannot_be_is_refused_in_words() {
        HttpResponse<String> untyped = site.send("QUERY", "/sparql", BodyPublishers.ofString("ASK{}"));
        assertThat(untyped.statusCode()).isEqualTo(415);
        assertThat(untyped.headers().firstValue("Accept-Query")).isPresent();
        assertThat(untyped.headers().firstValue("Accept-Encoding")).isEmpty();
        assertThat(site.send("QUERY", "/sparql", BodyPublishers.ofString("{}"), "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(415);
        assertThat(site.send("QUERY", "/sparql", BodyPublishers.ofString("x"), "Content-Type", FORM)
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.send("QUERY", "/sparql", BodyPublishers.ofString("ASK"), "Content-Type", QUERY)
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> elsewhere =
                site.send("QUERY", "/doc/kite/1", BodyPublishers.ofString("ASK{}"), "Content-Type", QUERY);
        assertThat(elsewhere.statusCode()).isEqualTo(405);
        assertThat(elsewhere.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(elsewhere.headers().firstValue("Accept-Query")).isEmpty();
        assertThat(site.send("DELETE", "/sparql", BodyPublishers.noBody())
                        .headers()
                        .firstValue("Allow"))
                .contains("GET, HEAD, POST, QUERY, OPTIONS");
    }
}
