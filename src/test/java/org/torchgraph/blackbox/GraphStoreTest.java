package org.torchgraph.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.Deployment;

/**
 * Reads of the SPARQL 1.1 Graph Store HTTP Protocol.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/">The recommendation</a>
 */
class GraphStoreTest {
    @AutoClose
    private static final Deployment site = Deployment.open();

    private static final String graph =
            query("SELECT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g LIMIT 1").get(1);

    private static List<String> query(String text) {
        return site.web()
                .get("/sparql?query=" + PercentEncoding.value(text), "Accept", "text/csv")
                .body()
                .lines()
                .toList();
    }

    private static String named(String name) {
        return "/data?graph=" + PercentEncoding.value(name);
    }

    private static Model model(String path, Lang lang) {
        String type = lang.getContentType().getContentTypeStr();
        HttpResponse<String> response = site.web().get(path, "Accept", type);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(response.body()), "", lang);
        return model;
    }

    @Test
    void a_graph_is_what_the_query_service_has_under_its_name() {
        Model turtle = model(named(graph), Lang.TURTLE);
        assertThat(query("SELECT (COUNT(*) AS ?n) { GRAPH <" + graph + "> { ?s ?p ?o } }"))
                .contains(Long.toString(turtle.size()));
        for (Lang lang : List.of(Lang.JSONLD, Lang.NTRIPLES, Lang.RDFXML)) {
            assertThat(model(named(graph), lang).isIsomorphicWith(turtle)).isTrue();
        }
    }

    @Test
    void the_default_graph_is_the_union() {
        assertThat(query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
                .contains(Long.toString(model("/data?default", Lang.NTRIPLES).size()));
    }

    @Test
    void head_tells_of_a_graph_without_sending_it() {
        HttpResponse<String> get = site.web().get(named(graph));
        HttpResponse<String> head = site.web().send("HEAD", named(graph), BodyPublishers.noBody());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get.headers().firstValue("Content-Length"));
        assertThat(site.web()
                        .send("HEAD", named(graph + "-no"), BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_graph_that_is_not_there_is_404() {
        assertThat(site.web().get(named(graph + "-no")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "/graph/x", "", "//host/x", "not an iri", "<urn:x:y>", "?x"})
    void a_graph_that_is_not_named_by_an_absolute_iri_is_400(String name) {
        assertThat(site.web().get(named(name)).statusCode()).isEqualTo(400);
    }

    @Test
    void the_graph_is_named_once_and_one_way() {
        assertThat(site.web().get("/data").statusCode()).isEqualTo(400);
        assertThat(site.web().get(named(graph) + "&default").statusCode()).isEqualTo(400);
        assertThat(site.web().get("/data?default=&graph=" + graph).statusCode()).isEqualTo(400);
        assertThat(site.web().get(named(graph) + "&graph=" + graph).statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_cannot_be_given_is_406() {
        HttpResponse<String> response = site.web().get(named(graph), "Accept", "text/csv");
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.body()).contains("text/turtle", "application/n-triples");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH"})
    void writes_are_405_and_change_nothing(String method) {
        int before = query("SELECT * { ?s ?p ?o }").size();
        for (String path : List.of(named(graph), "/data?default", "/data")) {
            HttpResponse<String> response = site.web()
                    .send(
                            method,
                            path,
                            BodyPublishers.ofString("<urn:a:b> a <urn:c:d> ."),
                            "Content-Type",
                            "text/turtle");
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow").orElse(""))
                    .contains("GET", "HEAD")
                    .doesNotContain(method);
        }
        assertThat(query("SELECT * { ?s ?p ?o }")).hasSize(before);
    }

    @Test
    void a_graph_has_its_name_as_address_too() {
        String base = graph.substring(0, graph.indexOf("/graph/") + 1);
        HttpResponse<String> direct = site.web().get("/" + graph.substring(base.length()));
        assertThat(direct.statusCode()).isEqualTo(303);
        assertThat(site.web()
                        .get(direct.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("sparql-service-description#NamedGraph");
    }
}
