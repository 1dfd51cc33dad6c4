package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

class ExplainTest {
    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            many.append("<id/item/%d> ex:next <id/item/%d> ; ex:size %d .\n".formatted(i, i + 1, i));
        }
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle("data/many.ttl", many.toString())
                        .read(),
                TestSite.seconds(2));
    }

    private static HttpResponse<String> explain(String query) {
        return site.get("/sparql/explain?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private static JsonObject explained(String query) {
        HttpResponse<String> response = explain(query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.createReader(new StringReader(response.body())).readObject();
    }

    /** Kind, position and line, or 0 for a line that is not known. */
    private static String removedBy(String query) {
        JsonObject answer = explained(query);
        assertThat(answer.getBoolean("rows")).isFalse();
        JsonObject part = answer.getJsonObject("removedBy");
        return part.getString("kind") + " " + part.getInt("position", 0) + " " + part.getInt("line", 0);
    }

    @Test
    void the_first_pattern_that_leaves_nothing_is_named_with_its_line() {
        String query =
                """
                SELECT * {
                  ?a <http://example.org/def#next> ?b ;
                     <http://example.org/def#size> ?n .
                  ?b <urn:none> ?c .
                  ?c <urn:nothing> ?d .
                }""";
        assertThat(removedBy(query)).isEqualTo("triple 3 4");
        assertThat(explained(query).getJsonObject("removedBy").getString("text"))
                .contains("urn:none");
        assertThat(removedBy("ASK { ?a <urn:none>/<urn:x>* ?b }")).isEqualTo("triple 1 1");
    }

    @Test
    void a_filter_counts_after_the_patterns_wherever_it_stands() {
        assertThat(removedBy("SELECT * {\n FILTER(?n > 400)\n ?a ?p ?n . FILTER(?n > 10) }"))
                .isEqualTo("filter 2 2");
        assertThat(removedBy("SELECT * { ?a <http://example.org/def#size> ?n\n FILTER NOT EXISTS { ?a ?p ?n } }"))
                .isEqualTo("filter 2 2");
    }

    @Test
    void nested_patterns_count_as_one_part() {
        assertThat(removedBy(
                        "SELECT * { ?a ?p ?o\n OPTIONAL { ?a <urn:x> ?x }\n { ?a <urn:y> 1 } UNION { ?a <urn:z> 1 } }"))
                .isEqualTo("union 3 3");
        assertThat(removedBy("SELECT * { ?a ?p ?o\n MINUS { ?a ?p ?o } }")).isEqualTo("minus 2 2");
        assertThat(removedBy("SELECT * { ?a ?p ?o\n { SELECT ?a { ?a <urn:y> 1 } } }"))
                .isEqualTo("select 2 2");
        assertThat(removedBy("SELECT * { GRAPH <urn:none> { ?a ?p ?o } }")).isEqualTo("graph 1 1");
        assertThat(removedBy("SELECT * { ?a ?p ?o } VALUES ?a { <urn:none> }")).isEqualTo("values 2 0");
        assertThat(removedBy("SELECT * { [] ?p ?o . FILTER(true) _:x ?p ?o . [ ] <urn:none> 1 }"))
                .isEqualTo("triple 3 1");
    }

    @Test
    void what_comes_after_the_patterns_is_told_apart() {
        assertThat(removedBy("SELECT * { ?a ?p ?o } LIMIT 0")).isEqualTo("modifier 0 0");
        assertThat(removedBy("SELECT ?a { ?a ?p ?o } GROUP BY ?a HAVING(COUNT(*) > 10)"))
                .isEqualTo("modifier 0 0");
    }

    @Test
    void a_query_with_rows_has_nothing_to_explain() {
        assertThat(explained("SELECT * { ?a ?p ?o }").getBoolean("rows")).isTrue();
        assertThat(explained("ASK {}")).doesNotContainKey("removedBy");
    }

    @Test
    void it_is_guarded_and_bounded_like_a_query() {
        assertThat(explain("SELECT * { SERVICE <urn:x:y> { ?a ?b ?c } }").statusCode())
                .isEqualTo(403);
        assertThat(explain("SELECT").statusCode()).isEqualTo(400);
        assertThat(explain("CONSTRUCT { ?a ?p ?o } { ?a ?p ?o }").body()).contains("SELECT or an ASK");
        HttpResponse<String> slow = explain(
                "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?a) = CONCAT(STR(?d), STR(?g), \"x\")) }");
        assertThat(slow.statusCode()).isEqualTo(503);
        assertThat(slow.body()).contains("out-of-time");
    }

    @Test
    void terms_are_those_of_the_data_and_their_prefixes() {
        String terms = site.get("/sparql/terms").body();
        assertThat(terms).contains("{\"iri\":\"http://example.org/def#next\"").contains("\"prefixes\":{");
    }
}
