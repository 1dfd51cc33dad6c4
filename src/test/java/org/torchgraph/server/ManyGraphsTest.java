package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.kit.FusekiProcess;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;

/** A Fuseki as it comes, whose default graph is not the union, with hundreds of named graphs. */
class ManyGraphsTest {
    private static final int GRAPHS = 200;
    private static final int THINGS = 20;

    @TempDir
    static Path root;

    @AutoClose
    private static FusekiProcess engine;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void open() {
        PublicationFolder folder = PublicationFolder.in(root.resolve("publication"));
        for (int graph = 0; graph < GRAPHS; graph++) {
            StringBuilder text = new StringBuilder();
            for (int thing = 0; thing < THINGS; thing++) {
                text.append("<id/t%d-%d> a ex:Thing ; skos:prefLabel \"bridge %d of %d\"@en ; ex:next <id/t%d-%d> .%n"
                        .formatted(graph, thing, thing, graph, (graph + 1) % GRAPHS, thing));
            }
            folder.turtle("data/g" + graph + ".ttl", text.toString());
        }
        Publication publication = folder.read();
        engine = FusekiProcess.with(publication, root).start();
        RemoteDataset dataset = RemoteDataset.open(engine.address(), publication.base(), Limits.standard());
        site = TestSite.of(publication.withoutStatements(), dataset).searchable();
    }

    @Test
    void searches_pages_and_queries_are_answered_within_the_time_of_a_query() {
        HttpResponse<String> found = site.get("/search.json?q=bridge");
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("\"total\":" + GRAPHS * THINGS);
        assertThat(site.get("/search?q=bridge+7&lang=en").statusCode()).isEqualTo(200);
        HttpResponse<String> thing = site.get("/doc/t7-7.ttl");
        assertThat(thing.body()).contains("id/t8-7", "id/t6-7", "bridge 7 of 8");
        for (String query : List.of(
                "SELECT(COUNT(*)AS?n)%7B?s%20%3Chttp://example.org/def%23next%3E/%3Chttp://example.org/def%23next%3E%20?o%7D",
                "SELECT(COUNT(*)AS?n)%7BGRAPH?g%7B?s%20%3Chttp://example.org/def%23next%3E%20?o%7D%7D")) {
            HttpResponse<String> counted = site.get("/sparql?format=csv&query=" + query);
            assertThat(counted.body()).as(query).isEqualTo("n\r\n" + GRAPHS * THINGS + "\r\n");
        }
    }
}
