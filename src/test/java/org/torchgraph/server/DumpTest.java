package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void a_format_that_cannot_say_the_whole_is_offered_nowhere(@TempDir Path root) {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle("data/catalog.ttl", "<dataset> void:uriSpace \"http://example.org/\" ; dct:title \"All\"@en .")
                .turtle("data/a.ttl", "<id/a> ex:says <<( ex:a ex:b ex:c )>> ; <http://example.org/property/1> 1 .");
        try (TestSite site = TestSite.of(folder.read(), TestSite.seconds(10))) {
            for (String path :
                    List.of("/", "/?lang=en", "/export", "/dataset.ttl", "/dataset.rdf", "/.well-known/void")) {
                HttpResponse<String> place = site.get(path, "Accept", "text/html, text/turtle;q=0.5");
                assertThat(place.statusCode()).as(path).isIn(200, 303);
                assertThat(place.body())
                        .as(path)
                        .doesNotContain("torchgraph.rdf", "torchgraph.jsonld", "dataset#rdf", "dataset#jsonld");
            }
            assertThat(site.get("/dataset.ttl").body()).contains("torchgraph.ttl", "torchgraph.nq");
            assertThat(site.get("/export").body()).contains("torchgraph.ttl", "torchgraph.nq", "torchgraph.trig");
            assertThat(site.get("/export/torchgraph.jsonld").statusCode()).isEqualTo(406);
            assertThat(site.get("/export/torchgraph.rdf").statusCode()).isEqualTo(406);
            assertThat(site.get("/export/torchgraph.ttl").body()).contains("<<(", "property/1");
        }
    }
}
