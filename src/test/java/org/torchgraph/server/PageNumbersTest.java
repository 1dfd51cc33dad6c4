package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Every list in pages reads the number of a page alike. */
class PageNumbersTest {
    @TempDir
    private static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                        PublicationFolder.in(root)
                                .turtle(
                                        "data/a.ttl",
                                        "<id/a> a skos:ConceptScheme ; rdfs:label \"a\" . "
                                                + "<id/b> a skos:Concept ; skos:inScheme <id/a> ; rdfs:label \"b\" .")
                                .read(),
                        TestSite.seconds(20))
                .searchable();
    }

    @ParameterizedTest
    @CsvSource({"/doc/a, page", "/doc/a, tree", "/search?q=a, page", "/def, page", "/history, page"})
    void an_empty_number_is_the_first_page_and_a_wrong_one_is_told_by_its_parameter(String path, String parameter) {
        String before = path + (path.contains("?") ? "&" : "?") + parameter + "=";
        String accepted = path.equals("/history") ? "application/json" : "text/html";
        assertThat(site.get(before, "Accept", accepted).statusCode()).isEqualTo(200);
        assertThat(site.get(before + "1", "Accept", accepted).statusCode()).isEqualTo(200);
        for (String wrong : new String[] {"0", "01", "-1", "x", "1000000000"}) {
            HttpResponse<String> refused = site.get(before + wrong + "&lang=en", "Accept", accepted);
            assertThat(refused.statusCode()).as(before + wrong).isEqualTo(400);
            assertThat(refused.body())
                    .contains(parameter + " is the number of a page, a whole number from 1, not " + wrong);
        }
    }
}
