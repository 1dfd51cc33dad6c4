package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

class DumpTest {
    @Test
    void each_document_has_the_part_of_the_published_context_that_it_needs(@TempDir Path root) {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle("data/a.ttl", "<id/a> rdfs:label \"甲\"@zh-Hans , \"A\"@en ; ex:to <id/b> .")
                .turtle("data/b.ttl", "<id/b> rdfs:label \"乙\"@zh-Hans ; ex:year \"2025\"^^xsd:gYear .")
                .turtle(
                        "ontology/prefixes.ttl",
                        """
                        <def> sh:declare <def#ex> , <def#rdfs> .
                        <def#ex> sh:prefix "ex" ; sh:namespace "http://example.org/def#"^^xsd:anyURI .
                        <def#rdfs> sh:prefix "rdfs" ; sh:namespace "http://www.w3.org/2000/01/rdf-schema#"^^xsd:anyURI .
                        """);
        try (TestSite site = TestSite.of(folder.read(), TestSite.seconds(10))) {
            HttpResponse<String> context = site.get("/context.jsonld");
            assertThat(context.headers().firstValue("Content-Type")).hasValue("application/ld+json");
            assertThat(context.body().replaceAll("\\s", ""))
                    .contains(
                            "\"rdfs:label\":{\"@container\":\"@language\"}",
                            "\"ex:to\":{\"@type\":\"@id\"}",
                            "\"ex:year\":");
            assertThat(site.get("/doc/a.jsonld").body().replaceAll("\\s", ""))
                    .contains(
                            "\"ex:to\":{\"@type\":\"@id\"}",
                            "\"ex:to\":\"http://example.org/id/b\"",
                            "\"rdfs:label\":{\"zh-Hans\":\"甲\",\"en\":\"A\"}")
                    .doesNotContain("ex:year");
        }
    }

    @Test
    void a_format_that_cannot_say_it_all_is_406(@TempDir Path root) {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle("data/a.ttl", "<id/a> <http://example.org/property/1> \"no name of XML\" .");
        try (TestSite site = TestSite.of(folder.read(), TestSite.seconds(10))) {
            HttpResponse<String> xml = site.get("/export/torchgraph.rdf");
            assertThat(xml.statusCode()).isEqualTo(406);
            assertThat(xml.body()).contains("http://example.org/property/1");
            assertThat(site.get("/export/torchgraph.nt").body()).contains("no name of XML");
        }
    }
}
