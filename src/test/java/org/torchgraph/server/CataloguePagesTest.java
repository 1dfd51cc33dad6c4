package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** A catalogue shows its datasets with their files, and whom to ask. */
class CataloguePagesTest {
    @TempDir
    static Path root;

    @AutoClose
    static TestSite site;

    @BeforeAll
    static void start() {
        StringBuilder catalogue = new StringBuilder(
                """
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
                <open> a dcat:Catalog ; dct:title "Open data"@en ;
                    dcat:contactPoint [ vcard:fn "Data desk"@en ; vcard:hasEmail <mailto:desk@example.org> ] ;
                    dcat:service <api> ; dcat:dataset <ds/trees> .
                <ds/trees> a dcat:Dataset ; dct:title "Trees"@en ; dct:description "All street trees."@en ;
                    dct:publisher <town> ; dct:issued "2024-05-01"^^xsd:date ; dcat:keyword "tree"@en ;
                    dct:license <http://creativecommons.org/licenses/by/4.0/> ;
                    dcat:distribution [ dct:title "As CSV"@en ; dct:format "CSV" , <https://www.iana.org/assignments/media-types/text/csv> ; dcat:byteSize 1234567 ;
                        dcat:downloadURL <http://files.example/trees.csv> ] .
                <town> rdfs:label "Town"@en .
                <api> a dcat:DataService ; dct:title "Tree service"@en ; dcat:endpointURL <http://api.example/> .
                """);
        for (int i = 0; i < 60; i++) {
            catalogue.append("<open> dcat:dataset <ds/%d> . <ds/%d> dct:title \"Set %02d\"@en .\n".formatted(i, i, i));
        }
        PublicationFolder.in(root).turtle("data/open.ttl", catalogue.toString());
        site = TestSite.of(new PublicationFolder(root).read(), TestSite.seconds(20));
    }

    private static Element catalogue(String path) {
        HttpResponse<String> answer = site.get(path, "Accept", "text/html", "Accept-Language", "en");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        Document page = Jsoup.parse(answer.body());
        return page.selectFirst("#view-catalogue");
    }

    @Test
    void datasets_have_their_files_with_format_size_licence_and_links() {
        Element last = catalogue("/doc/open?datasets=2")
                .select(".terms")
                .first()
                .select("> article")
                .last();
        assertThat(last.selectFirst("h3 a").attr("href")).isEqualTo("/doc/ds/trees");
        assertThat(last.text())
                .contains("All street trees.", "Town", "As CSV", "CSV", "text/csv", "1.2 MB", "tree")
                .contains("http://files.example/trees.csv", "creativecommons.org/licenses/by/4.0");
        assertThat(last.select("a[href=http://files.example/trees.csv]").attr("rel"))
                .isEqualTo("external");
    }

    @Test
    void datasets_are_listed_by_name_in_pages() {
        Element first = catalogue("/doc/open");
        assertThat(first.select(".terms").first().select("> article")).hasSize(50);
        assertThat(first.select(".terms").first().select("> article h3").eachText())
                .startsWith("Set 00", "Set 01");
        assertThat(first.selectFirst(".head-row").text()).contains("61");
        assertThat(site.get("/doc/open?datasets=3", "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_catalogue_names_its_services_and_whom_to_ask() {
        Element catalogue = catalogue("/doc/open");
        assertThat(catalogue.text()).contains("Data desk", "desk@example.org", "Tree service", "http://api.example/");
        assertThat(catalogue.select("a[href=mailto:desk@example.org]").text()).isEqualTo("desk@example.org");
        assertThat(catalogue("/doc/ds/trees")).isNull();
    }
}
