package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.query.Limits;

/** Publications that were made for other programs are served as far as they are RDF. */
class ForeignPublicationTest {
    private static final String[] HTML = {"Accept", "text/html"};

    @TempDir
    private Path root;

    @Test
    void a_question_titled_in_one_language_is_shown_with_it() {
        PublicationFolder folder = PublicationFolder.in(root)
                .write(
                        "queries/drachen.rq",
                        "#+ title.de: Alle Drachen\n#+ description.de: Was fliegt.\nSELECT ?s { ?s ?p ?o }")
                .write("queries/all.rq", "#+ title.en: All kites\nSELECT ?s { ?s ?p ?o }");
        try (TestSite site = TestSite.of(folder.read(), Limits.standard())) {
            for (String lang : new String[] {"en", "zh"}) {
                HttpResponse<String> page = site.get("/queries/drachen?lang=" + lang, HTML);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body())
                        .contains("<h1 lang=\"de\" dir=\"auto\">Alle Drachen</h1>")
                        .doesNotContain(">null<");
                assertThat(site.get("/queries?lang=" + lang, HTML).body())
                        .contains("lang=\"de\" dir=\"auto\">Alle Drachen</a>")
                        .containsPattern("lang=\"en\"( dir=\"\\w+\")?>All kites</a>");
            }
            assertThat(site.get("/dataset.ttl").body()).contains("\"Alle Drachen\"@de");
            assertThat(site.get("/queries/drachen.csv").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_file_whose_name_no_iri_can_hold_is_a_graph_with_a_page_and_dumps_that_can_be_read() {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle("data/my kites.ttl", "<id/a> rdfs:label \"a\"@en .")
                .turtle("data/a <风筝>.ttl", "<id/b> rdfs:label \"b\"@en .");
        try (TestSite site = TestSite.of(folder.read(), Limits.standard())) {
            DatasetGraph read = DatasetGraphFactory.create();
            RDFParser.fromString(site.get("/export/torchgraph.nq").body(), Lang.NQUADS)
                    .parse(read);
            assertThat(read.containsGraph(NodeFactory.createURI("http://example.org/graph/my%20kites")))
                    .isTrue();
            assertThat(read.containsGraph(NodeFactory.createURI("http://example.org/graph/a%20%3C风筝%3E")))
                    .isTrue();
            String page = site.get("/doc/a", HTML).body();
            assertThat(page).contains("href=\"/doc/graph/my%20kites\"");
            assertThat(site.get("/doc/graph/my%20kites", HTML).statusCode()).isEqualTo(200);
            assertThat(site.get("/graph/my%20kites").headers().firstValue("Location"))
                    .contains("/doc/graph/my%20kites");
            String other = "/doc/graph/a%20%3C%E9%A3%8E%E7%AD%9D%3E";
            assertThat(site.get("/doc/b", HTML).body()).contains("href=\"" + other + "\"");
            assertThat(site.get(other, HTML).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void what_stands_beside_a_wrong_statement_is_served() {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle(
                        "data/x.ttl",
                        """
                        <id/good> rdfs:label "nothing wrong"@en .
                        <id/bad> rdfs:label "a bad link"@en ; ex:at <http://e/a b> ; ex:on "2021-02-30"^^xsd:date .
                        """);
        try (TestSite site = TestSite.of(folder.read(), Limits.standard())) {
            assertThat(site.get("/doc/good", HTML).statusCode()).isEqualTo(200);
            HttpResponse<String> bad = site.get("/doc/bad.nt");
            assertThat(bad.statusCode()).isEqualTo(200);
            assertThat(bad.body()).contains("\"2021-02-30\"^^").doesNotContain("def#at");
            assertThat(site.get("/doc/bad", HTML).body()).contains("2021-02-30");
        }
    }

    @Test
    void rdfxml_and_owl_files_are_served() {
        PublicationFolder folder = PublicationFolder.in(root)
                .write(
                        "data/kites.owl",
                        """
                        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                            xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#" xml:base="http://example.org/id/">
                          <rdf:Description rdf:about="kite"><rdfs:label xml:lang="en">Kite</rdfs:label></rdf:Description>
                        </rdf:RDF>
                        """);
        try (TestSite site = TestSite.of(folder.read(), Limits.standard())) {
            assertThat(site.get("/doc/kite", HTML).body()).contains("Kite").contains("href=\"/doc/graph/kites\"");
        }
    }

    @Test
    void a_prefix_table_of_its_own_need_not_have_what_the_program_uses() {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle(
                        "ontology/prefixes.ttl",
                        "<def> sh:declare [ sh:prefix \"eli\" ; sh:namespace \"http://data.europa.eu/eli/ontology#\" ] .")
                .turtle(
                        "data/x.ttl",
                        "<id/act> a <http://data.europa.eu/eli/ontology#LegalResource> ; rdfs:label \"Act\" .");
        try (TestSite site = TestSite.of(folder.read(), Limits.standard())) {
            assertThat(site.get("/queries/things.csv?class=http://data.europa.eu/eli/ontology%23LegalResource")
                            .body())
                    .contains("http://example.org/id/act");
            assertThat(site.get("/doc/act.ttl").body()).contains("a eli:LegalResource");
        }
    }

    @Test
    void a_parameter_that_the_query_assigns_itself_is_asked_shown_and_written() {
        PublicationFolder folder =
                PublicationFolder.in(root).turtle("data/a.ttl", "<id/a> ex:year 2024 . <id/b> ex:year 2025 .");
        for (String assigned :
                List.of("VALUES ?year { 2024 2025 }", "BIND(2025 AS ?year)", "{ SELECT (2025 AS ?year) {} }")) {
            folder.write(
                    "queries/in-year.rq",
                    "#+ title.en: In a year\n#+ param: year xsd:integer 2025 \"the year\"\nSELECT ?s { " + assigned
                            + " ?s <http://example.org/def#year> ?year } ORDER BY ?s");
            try (TestSite site = TestSite.of(folder.read(), Limits.standard())) {
                assertThat(site.get("/queries/in-year.csv").body())
                        .contains("/id/b")
                        .doesNotContain("/id/a");
                assertThat(site.get("/queries/in-year.csv?year=1999").body()).doesNotContain("/id/");
                for (String path : List.of("/queries/in-year?year=2025", "/sparql", "/queries", "/")) {
                    assertThat(site.get(path, "Accept", "text/html").statusCode())
                            .as(assigned + " " + path)
                            .isEqualTo(200);
                }
                assertThat(site.get("/dataset.ttl").statusCode()).isEqualTo(200);
            }
        }
    }
}
