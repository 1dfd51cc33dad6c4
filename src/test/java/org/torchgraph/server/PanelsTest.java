package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** The panels on the page of a thing. */
class PanelsTest {
    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start(@TempDir Path root) {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle(
                                "data/kites.ttl",
                                """
                                ex:Kite rdfs:subClassOf ex:Toy . ex:Box rdfs:subClassOf ex:Kite .
                                <id/box> a ex:Box ; rdfs:label "box kite"@en ; ex:colour "red" .
                                <id/boat> a ex:Boat ; rdfs:label "boat"@en ; ex:colour "blue" .
                                """)
                        .write(
                                "queries/colours.rq",
                                panel("Colours", "ex:Toy 2", "SELECT ?colour { ?this ex:colour ?colour }"))
                        .write(
                                "queries/names.rq",
                                panel("Names", "ex:Box 1", "SELECT ?name { ?this rdfs:label ?name }"))
                        .write("queries/sails.rq", panel("Sails", "ex:Boat", "SELECT ?sail { ?this ex:sail ?sail }"))
                        .write(
                                "queries/copy.rq",
                                panel("Copies", "ex:Box", "CONSTRUCT { ?this ?p ?o } WHERE { ?this ?p ?o }"))
                        .read(),
                TestSite.seconds(20));
    }

    private static String panel(String title, String of, String query) {
        return "#+ title.en: " + title + "\n#+ panel: " + of + "\nPREFIX ex: <http://example.org/def#>\n"
                + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n" + query + "\n";
    }

    private static String page(String path) {
        var page = site.get(path + "?lang=en", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    @Test
    void a_thing_has_the_panels_of_its_class_and_of_the_classes_above_in_the_order_of_their_ranks() {
        assertThat(page("/doc/box"))
                .containsSubsequence("id=\"panel-names\"", "box kite", "id=\"panel-colours\"", "red");
    }

    @Test
    void panels_of_other_classes_and_questions_without_rows_are_not_on_the_page() {
        assertThat(page("/doc/box")).doesNotContain("panel-sails", "panel-copy", "Copies");
        assertThat(page("/doc/boat")).doesNotContain("panel-names", "panel-colours");
    }
}
