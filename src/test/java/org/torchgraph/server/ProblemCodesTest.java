package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** What a client is told by code, a reader is told in words. */
class ProblemCodesTest {
    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle(
                                "data/a.ttl",
                                """
                                <id/new> a ex:Thing ; rdfs:label "new" .
                                <id/old> owl:deprecated true ; dct:isReplacedBy <id/new> .
                                <id/gone> owl:deprecated true .
                                """)
                        .write(
                                "queries/of-year.rq",
                                """
                                #+ title.en: Of a year
                                #+ param: year xsd:gYear 2030 "a year"
                                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                                SELECT ?s { ?s ?p ?year }
                                """)
                        .write("queries/plain.rq", "#+ title.en: Plain\nSELECT * { ?s ?p ?o }\n")
                        .read(),
                TestSite.seconds(30));
    }

    /** @param headers names and values in turn; of a POST the last is the body */
    private static HttpResponse<String> send(String request, String headers, String... more) {
        String method = request.substring(0, request.indexOf(' '));
        String path = request.substring(method.length() + 1).replace("{201 characters}", "x".repeat(201));
        List<String> all = new ArrayList<>(headers == null ? List.of() : List.of(headers.split("~")));
        String body = method.equals("POST") ? all.remove(all.size() - 1) : "";
        all.addAll(List.of(more));
        return site.send(method, path, BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    private static JsonObject problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static String inChinese(String request) {
        return request + (request.contains("?") ? "&" : "?") + "lang=zh";
    }

    private static void holds(String code, String request, String headers) {
        JsonObject english = problem(send(request, headers));
        JsonObject chinese = problem(send(inChinese(request), headers));
        assertThat(english.getString("code"))
                .isEqualTo(chinese.getString("code"))
                .isEqualTo(code);
        assertThat(english.getString("detail"))
                .doesNotContainPattern("\\p{IsHan}|\\{\\d")
                .endsWith(".");
        assertThat(chinese.getString("detail"))
                .containsPattern("\\p{IsHan}")
                .doesNotContainPattern("\\{\\d")
                .endsWith("。");
        assertThat(chinese.getString("title")).containsPattern("\\p{IsHan}");
        assertThat(english.getString("title")).doesNotContainPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    answer-coding          | GET /doc/new.ttl | Accept-Encoding~identity;q=0, br
                    body-charset           | POST /sparql | Content-Type~application/sparql-query; charset=utf-16~ASK{}
                    body-coding            | POST /sparql | Content-Type~application/sparql-query~Content-Encoding~br~ASK{}
                    body-not-gzip          | POST /sparql | Content-Type~application/sparql-query~Content-Encoding~gzip~ASK{}
                    body-type              | POST /sparql | Content-Type~text/plain~ASK{}
                    body-type-missing      | POST /sparql | ASK{}
                    condition-failed       | GET /doc/new.ttl | If-Match~"other"
                    formats-offered        | GET /doc/new | Accept~image/png
                    graph-relative         | GET /data?graph=x |
                    graph-unnamed          | GET /data |
                    labels-form            | GET /queries/plain.json?labels=zh |
                    labels-language        | GET /queries/plain.csv?labels=xx |
                    method                 | DELETE /doc/new |
                    no-answer-format       | GET /queries/plain.png |
                    no-document            | GET /doc/nobody |
                    no-dump                | GET /export/torchgraph.zip |
                    no-file                | GET /assets/none.css |
                    no-graph               | GET /data?graph=urn:x:y |
                    no-page-of-links       | GET /doc/new?page=99 |
                    no-question            | GET /queries/none |
                    no-sitemap-part        | GET /sitemap.xml?part=9 |
                    page-number            | GET /doc/new?page=x |
                    parameter-encoding     | GET /sparql?query=%FF |
                    parameter-repeated     | GET /queries/of-year.csv?year=1&year=2 |
                    parameter-unknown      | GET /queries/of-year.csv?x=1 |
                    parameter-unknown      | GET /queries/plain.csv?x=1 |
                    parameter-value        | GET /queries/of-year.csv?year=soon |
                    query-missing          | POST /sparql | Content-Type~application/x-www-form-urlencoded~x=1
                    query-missing          | GET /sparql/explain |
                    query-repeated         | GET /sparql?query=ASK&query=ASK |
                    replaced               | GET /doc/old |
                    resource-iri           | GET /resource?iri=x |
                    resource-one           | GET /resource |
                    search-parameter       | GET /search.json?x=1 |
                    search-length          | GET /search.json?q={201 characters} |
                    suggest-parameter      | GET /search/suggest?x=1 |
                    thing-unknown          | GET /id/nobody |
                    thing-unknown          | GET /resource?iri=urn:x:y |
                    update-refused         | POST /sparql | Content-Type~application/x-www-form-urlencoded~update=CLEAR%20ALL
                    withdrawn              | GET /doc/gone |
                    """)
    void a_request_that_cannot_be_met_has_a_code_and_a_sentence_in_each_language(
            String code, String request, String headers) {
        holds(code, request, headers);
        HttpResponse<String> page = send(
                inChinese(request),
                headers == null || !headers.startsWith("Accept~") ? headers : null,
                "Accept",
                "text/html, application/problem+json;q=0.5");
        if (page.statusCode() >= 400) {
            String told = Jsoup.parse(page.body()).select(".lead, .refusal").text();
            assertThat(told).containsPattern("\\p{IsHan}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    dot-segments      | text/turtle             | CONSTRUCT { <urn:x:y> <urn:x:p> ?o } { BIND(IRI("http://example.org/a/../b") AS ?o) }
                    function-refused  | text/csv                | SELECT (<http://www.w3.org/2005/xpath-functions#apply>("a", 1) AS ?x) {}
                    graph-name        | text/csv                | SELECT * { ?s ?p ?o }
                    not-explained     | explain                 | CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }
                    number-digits     | text/csv                | number
                    property-name     | application/rdf+xml     | CONSTRUCT { <urn:x:y> <http://example.org/1> 1 } {}
                    query-length      | text/csv                | long
                    query-patterns    | text/csv                | patterns
                    service-refused   | text/csv                | SELECT * { SERVICE <urn:x:y> { ?s ?p ?o } }
                    string-length     | text/csv                | string
                    syntax-ends       | text/csv                | SELECT * { ?s ?p
                    syntax-lexical    | text/csv                | SELECT * { ?s ?p "abc }
                    syntax            | text/csv                | SELECT * { ?s ?p "\\uD800" }
                    syntax-run        | text/csv                | SELECT (<http://www.w3.org/2005/xpath-functions#contains>("a") AS ?x) {}
                    syntax-prefix     | text/csv                | SELECT * { ?s no:where ?o }
                    syntax-unexpected | text/csv                | SELECT * { ?s ?p }
                    syntax-unplaced   | text/csv                | SELECT * { ?s ?p ?o BIND(1 AS ?s) }
                    text-direction    | application/ld+json     | CONSTRUCT { <urn:x:y> <urn:x:p> "a"@en--ltr } {}
                    triple-terms      | application/rdf+xml     | CONSTRUCT { <urn:x:y> <urn:x:p> <<( <urn:x:y> <urn:x:p> 1 )>> } {}
                    xml-character     | application/rdf+xml     | CONSTRUCT { <urn:x:y> <urn:x:p> "\\u0001" } {}
                    """)
    void a_query_that_cannot_be_answered_has_them_too(String code, String accept, String query) {
        String text =
                switch (query) {
                    case "long" -> "ASK { } #" + "x".repeat(200_000);
                    case "patterns" -> "ASK { " + "?s ?p ?o . ".repeat(2001) + "}";
                    case "number" -> "SELECT (9" + "9".repeat(15_000) + " * 9" + "9".repeat(15_000) + " AS ?n) {}";
                    case "string" ->
                        "SELECT ?e { BIND('" + "x".repeat(30_000) + "' AS ?a)"
                                + " BIND(CONCAT(?a,?a,?a,?a,?a,?a,?a,?a) AS ?b) BIND(CONCAT(?b,?b,?b,?b,?b,?b,?b,?b) AS ?c)"
                                + " BIND(CONCAT(?c,?c,?c,?c,?c,?c,?c,?c) AS ?d) BIND(CONCAT(?d,?d,?d,?d,?d,?d,?d,?d) AS ?e) }";
                    default -> query;
                };
        String path = accept.equals("explain") ? "/sparql/explain" : "/sparql";
        String graph = code.equals("graph-name") ? "&default-graph-uri=" : "";
        holds(
                code,
                "POST " + path,
                "Content-Type~application/x-www-form-urlencoded~Accept~" + accept + "~query="
                        + PercentEncoding.value(text) + graph);
    }
}
