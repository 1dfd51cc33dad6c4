package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;

/** How often an engine of which nothing is copied is asked for what a version needs once. */
class LargeRoundTripsTest {
    private static final int CONCEPTS = 2_000;

    /** With so many numbers that the graph is not copied as a small one. */
    private static final String CONCEPT =
            "<m/%1$d> skos:inScheme <many> ; skos:prefLabel \"Concept %1$d\"@en ; dct:source <source/%1$d> ; ex:has "
                    + IntStream.range(0, 25).mapToObj(Integer::toString).collect(Collectors.joining(", "))
                    + " .\n<source/%1$d> skos:prefLabel \"Source %1$d\"@en .\n";

    private static final int OBSERVATIONS = 1_000;

    private static final String OBSERVATION = "<o/%1$d> qb:dataSet <cube> ; ex:zone <m/%1$d> ; ex:amount %1$d .\n";

    @TempDir
    static Path root;

    @AutoClose
    private static PlainFuseki engine;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void open() {
        Publication publication = PublicationFolder.in(root)
                .turtle("data/many.ttl", "<many> a skos:ConceptScheme ; skos:prefLabel \"Many\"@en .\n")
                .turtle(
                        "data/concepts.ttl",
                        "<m/0#part> ex:has 1 .\n"
                                + IntStream.range(0, CONCEPTS)
                                        .mapToObj(CONCEPT::formatted)
                                        .collect(Collectors.joining()))
                .turtle(
                        "data/cube.ttl",
                        "PREFIX qb: <http://purl.org/linked-data/cube#>\n<cube> a qb:DataSet .\n"
                                + IntStream.range(0, OBSERVATIONS)
                                        .mapToObj(OBSERVATION::formatted)
                                        .collect(Collectors.joining()))
                .read();
        engine = new PlainFuseki().with(publication);
        RemoteDataset dataset = RemoteDataset.open(
                engine.address(), publication.base(), TestSite.seconds(60), LargeEngineTest.VERSION, 1);
        site = TestSite.of(publication.withoutStatements(), dataset).searchable();
    }

    @Test
    void names_notes_and_links_of_many_things_take_no_request_for_each() {
        Document scheme =
                Jsoup.parse(site.get("/doc/many?lang=en", "Accept", "text/html").body());
        assertThat(scheme.select("#view-scheme").text()).contains("Concept 1000");
        String about = site.get("/about?lang=en", "Accept", "text/html").body();
        assertThat(about).contains("Source 1999", "/doc/source/1999?lang=en\"");
        assertThat(engine.requests()).isLessThan(CONCEPTS / 2);
    }

    @Test
    void the_page_of_a_graph_lists_whole_things_alone() {
        String page =
                site.get("/doc/graph/concepts?lang=en", "Accept", "text/html").body();
        assertThat(page).contains(2 * CONCEPTS + " in all").doesNotContain("#part");
    }

    @Test
    void the_observations_of_a_cube_are_read_together() {
        int before = engine.requests();
        String page = site.get("/doc/cube?lang=en", "Accept", "text/html").body();
        assertThat(page).contains("1,000 observations");
        assertThat(engine.requests() - before).isLessThan(OBSERVATIONS / 2);
    }
}
