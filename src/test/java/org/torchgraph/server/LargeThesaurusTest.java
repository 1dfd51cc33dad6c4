package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;

/**
 * A scheme is read from an engine of which nothing is copied, unless it has more concepts than are read at once;
 * neither are pictures then.
 */
class LargeThesaurusTest {
    @ParameterizedTest
    @CsvSource({"300, true", "200001, false"})
    void a_scheme_that_cannot_be_read_has_an_ordinary_page(int concepts, boolean isView, @TempDir Path root) {
        Publication publication = PublicationFolder.in(root)
                .turtle("data/many.ttl", "<many> a skos:ConceptScheme ; skos:prefLabel \"Many\"@en .\n")
                .turtle(
                        "data/concepts.ttl",
                        IntStream.range(0, concepts)
                                .mapToObj(number ->
                                        "<m/" + number + "> skos:inScheme <many> ; <https://schema.org/image> <m/"
                                                + number + ".png> .\n")
                                .collect(Collectors.joining()))
                .read();
        try (PlainFuseki engine = new PlainFuseki().with(publication)) {
            RemoteDataset dataset = RemoteDataset.open(
                    engine.address(), publication.base(), TestSite.seconds(60), LargeEngineTest.VERSION, 1);
            try (TestSite site = TestSite.of(publication.withoutStatements(), dataset)) {
                assertThat(page(site, "/").select("a[href$=many]")).hasSize(isView ? 1 : 0);
                Document scheme = page(site, "/doc/many");
                assertThat(scheme.selectFirst("h1").text()).isEqualTo("Many");
                assertThat(scheme.select("#view-scheme")).hasSize(isView ? 1 : 0);
                page(site, "/doc/m/17");
            }
        }
    }

    private static Document page(TestSite site, String path) {
        HttpResponse<String> answer = site.get(path, "Accept", "text/html", "Accept-Language", "en");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
