package org.torchgraph.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.Deployment;

/**
 * What the query service says of itself, and whether it is so.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>
 */
class ServiceDescriptionTest {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";

    @AutoClose
    private static final Deployment site = Deployment.open();

    private static final Model model = read(Lang.TURTLE);
    private static final Resource service =
            model.listSubjectsWithProperty(RDF.type, sd("Service")).next();

    private static Model read(Lang lang) {
        String type = lang.getContentType().getContentTypeStr();
        HttpResponse<String> response = site.web().get("/sparql", "Accept", type);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        Model read = ModelFactory.createDefaultModel();
        RDFDataMgr.read(read, new StringReader(response.body()), "", lang);
        return read;
    }

    private static Resource sd(String name) {
        return ModelFactory.createDefaultModel().createResource(SD + name);
    }

    private static List<RDFNode> objects(Resource subject, String property) {
        return model.listObjectsOfProperty(subject, model.createProperty(SD + property))
                .toList();
    }

    private static Set<String> names(Resource subject, String property) {
        return objects(subject, property).stream()
                .map(node -> node.asResource().getURI())
                .collect(Collectors.toSet());
    }

    private static List<String> csv(String query) {
        return site.web()
                .get("/sparql?query=" + PercentEncoding.value(query), "Accept", "text/csv")
                .body()
                .lines()
                .skip(1)
                .toList();
    }

    @Test
    void it_is_there_in_every_format_of_rdf() {
        for (Lang lang : List.of(Lang.JSONLD, Lang.NTRIPLES, Lang.RDFXML)) {
            assertThat(read(lang).isIsomorphicWith(model)).as(lang.getName()).isTrue();
        }
        assertThat(site.web().get("/sparql", "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }

    @Test
    void it_names_one_service_with_its_endpoint_language_and_features() {
        assertThat(model.listSubjectsWithProperty(RDF.type, sd("Service")).toList())
                .hasSize(1);
        assertThat(names(service, "endpoint")).singleElement().asString().endsWith("/sparql");
        assertThat(names(service, "supportedLanguage")).containsExactly(SD + "SPARQL11Query");
        assertThat(names(service, "feature")).containsExactly(SD + "UnionDefaultGraph");
    }

    @Test
    void it_names_the_formats_that_come_out_and_go_in() {
        assertThat(names(service, "resultFormat"))
                .containsExactlyInAnyOrder(
                        FORMATS + "SPARQL_Results_JSON",
                        FORMATS + "SPARQL_Results_XML",
                        FORMATS + "SPARQL_Results_CSV",
                        FORMATS + "SPARQL_Results_TSV",
                        FORMATS + "Turtle",
                        FORMATS + "JSON-LD",
                        FORMATS + "N-Triples",
                        FORMATS + "RDF_XML");
        assertThat(names(service, "inputFormat"))
                .contains(FORMATS + "Turtle", FORMATS + "TriG")
                .doesNotContain(FORMATS + "RDF_XML");
    }

    @Test
    void its_default_graph_is_the_union_that_queries_see() {
        Resource dataset = objects(service, "defaultDataset").get(0).asResource();
        Resource union = objects(dataset, "defaultGraph").get(0).asResource();
        assertThat(csv("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
                .containsExactly(union.getProperty(VOID.triples).getString());
    }

    @Test
    void its_named_graphs_are_those_that_queries_see() {
        Resource dataset = objects(service, "defaultDataset").get(0).asResource();
        List<String> described = objects(dataset, "namedGraph").stream()
                .map(RDFNode::asResource)
                .map(named -> objects(named, "name").get(0) + ","
                        + objects(named, "graph")
                                .get(0)
                                .asResource()
                                .getProperty(VOID.triples)
                                .getString())
                .toList();
        assertThat(csv("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"))
                .containsExactlyInAnyOrderElementsOf(described)
                .isNotEmpty();
    }
}
