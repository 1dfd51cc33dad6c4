package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Things and answers are cited as text and in the formats of reference managers. */
class CitationTest {
    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle(
                                "data/acts.ttl",
                                """
                                <id/act/1> a <http://data.europa.eu/eli/ontology#LegalResource> ; rdfs:label "Act on {kites} & 50% more"@en , "风筝法"@zh ;
                                  <http://data.europa.eu/eli/ontology#passed_by> <id/org/a> , <id/org/b> ;
                                  <http://data.europa.eu/eli/ontology#number> "国发〔2020〕7号" ;
                                  <http://purl.org/dc/terms/issued> "2020-07-13"^^xsd:date .
                                <id/org/a> rdfs:label "Ministry of Kites"@en , "风筝部"@zh .
                                <id/org/b> rdfs:label "Office"@en , "办公室"@zh .
                                <id/bare> rdfs:label "Bare"@en .
                                <id/part/1> rdfs:label "Part one"@en , "第一章"@zh .
                                <id/aim/1> rdfs:label "Thirty kites"@en , "三十只风筝"@zh ; ex:in <id/part/1> .
                                <id/act/1> ex:says <id/part/1> . <id/act/2> ex:says <id/part/1> .
                                <id/act/2> rdfs:label "A later act"@en ; <http://purl.org/dc/terms/issued> "2021-01-01"^^xsd:date .
                                <id/loop/a> rdfs:label "Loop a"@en ; ex:in <id/loop/b> . <id/loop/b> rdfs:label "Loop b"@en ; ex:in <id/loop/a> .
                                <dataset> a <http://www.w3.org/ns/dcat#Dataset> ; void:uriSpace "http://example.org/" ; rdfs:label "All kites"@en ;
                                  <http://www.w3.org/ns/dcat#version> "1.2.0" ; <http://purl.org/dc/terms/issued> "2020-01-01"^^xsd:date ;
                                  <http://purl.org/dc/terms/modified> "2022-05-06"^^xsd:date .
                                """)
                        .write(
                                "site.ttl",
                                """
                                PREFIX site: <https://w3id.org/torchgraph/site#>
                                PREFIX ex: <http://example.org/def#>
                                [] a site:Settings ; site:isPartOf ex:in ; site:hasPart ex:says .
                                """)
                        .write(
                                "queries/by.rq",
                                "#+ title.en: Acts of a body\n#+ title.zh: 某机构的法\n#+ param: body xsd:anyURI id/org/a \"body\"\nSELECT ?act { ?act ?by ?body }")
                        .read(),
                TestSite.seconds(20));
    }

    private static String cited(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void the_page_cites_issuer_title_number_date_and_version_in_its_language() {
        Document page = Jsoup.parse(
                site.get("/doc/act/1?lang=zh", "Accept", "text/html").body());
        assertThat(page.select("#cite-line").text())
                .startsWith("办公室. 风筝部. 风筝法：国发〔2020〕7号[DS/OL]. ")
                .containsPattern("\\(2020-07-13\\)\\. http")
                .contains("http://example.org/id/act/1");
        assertThat(page.select("#cite a").eachAttr("href"))
                .contains("?lang=zh&cite=bibtex", "?lang=zh&cite=ris", "?lang=zh&cite=csl");
        assertThat(page.select("head link[rel=cite-as]").attr("href")).isEqualTo("http://example.org/id/act/1");
        assertThat(page.select("head meta[name=citation_author]").eachAttr("content"))
                .containsExactly("办公室", "风筝部");
        assertThat(page.select("head meta[name=citation_publication_date]").attr("content"))
                .isEqualTo("2020/07/13");
        // What is not known is not there.
        Document bare =
                Jsoup.parse(site.get("/doc/bare?lang=en", "Accept", "text/html").body());
        assertThat(bare.select("#cite-line").text()).startsWith("Bare. ");
        assertThat(bare.select("meta[name=citation_author], meta[name=citation_publication_date]"))
                .isEmpty();
    }

    @Test
    void bibtex_escapes_what_tex_would_read() {
        assertThat(cited("/doc/act/1?lang=en&cite=bibtex"))
                .startsWith("@misc{act-1,")
                .contains(
                        "author = {{Ministry of Kites} and {Office}}",
                        "title = {{Act on \\{kites\\} \\& 50\\% more}}",
                        "number = {国发〔2020〕7号}",
                        "date = {2020-07-13}",
                        "url = {http://example.org/id/act/1}")
                .containsPattern("urldate = \\{\\d{4}-\\d{2}-\\d{2}}");
    }

    @Test
    void ris_has_a_field_a_line() {
        assertThat(cited("/doc/act/1?lang=en&cite=ris").lines())
                .startsWith("TY  - DATA", "AU  - Ministry of Kites", "AU  - Office", "TI  - Act on {kites} & 50% more")
                .contains("M1  - 国发〔2020〕7号", "PY  - 2020", "DA  - 2020/07/13", "UR  - http://example.org/id/act/1")
                .endsWith("ER  - ");
    }

    @Test
    void csl_is_an_item_with_dates_in_parts() {
        JsonObject item = Json.createReader(new StringReader(cited("/doc/act/1?lang=zh&cite=csl")))
                .readArray()
                .getJsonObject(0);
        assertThat(item.getString("title")).isEqualTo("风筝法");
        assertThat(item.getJsonArray("author")).hasSize(2);
        assertThat(item.getJsonObject("issued").toString()).isEqualTo("{\"date-parts\":[[2020,7,13]]}");
        assertThat(item.getString("URL")).isEqualTo("http://example.org/id/act/1");
    }

    @Test
    void an_answer_is_cited_with_its_values() {
        String answer = "/queries/by?body=id/org/b&lang=en";
        Document page = Jsoup.parse(site.get(answer, "Accept", "text/html").body());
        assertThat(page.select("#cite-line").text())
                .startsWith("Acts of a body: Office, 2022-05-06. ")
                .contains("http://example.org/queries/by?body=id%2Forg%2Fb");
        assertThat(cited(answer + "&cite=ris"))
                .contains("TI  - Acts of a body: Office\r\n")
                .containsPattern("UR  - http://example\\.org/queries/by\\?body=id%2Forg%2Fb&version=[0-9a-f]{32}\r\n");
    }

    @Test
    void a_part_is_cited_with_the_document_that_it_belongs_to_and_its_issuer() {
        Document page = Jsoup.parse(
                site.get("/doc/aim/1?lang=zh", "Accept", "text/html").body());
        assertThat(page.select("#cite-line").text()).startsWith("办公室. 风筝部. 风筝法：第一章：三十只风筝：国发〔2020〕7号[DS/OL]. ");
        assertThat(cited("/doc/aim/1?lang=en&cite=bibtex"))
                .startsWith("@incollection{aim-1,")
                .contains(
                        "author = {{Ministry of Kites} and {Office}}",
                        "title = {{Thirty kites}}",
                        "booktitle = {{Act on \\{kites\\} \\& 50\\% more: Part one}}",
                        "year = {2020}",
                        "date = {2020-07-13}")
                .doesNotContain("later act");
        assertThat(cited("/doc/aim/1?lang=en&cite=ris"))
                .contains(
                        "AU  - Office\r\n", "TI  - Thirty kites\r\n", "T2  - Act on {kites} & 50% more: Part one\r\n");
        assertThat(cited("/doc/aim/1?lang=en&cite=csl"))
                .contains("\"container-title\":\"Act on {kites} & 50% more: Part one\"");
        assertThat(cited("/doc/loop/a?lang=en&cite=ris")).contains("T2  - Loop b\r\n");
        assertThat(cited("/doc/act/1?lang=en&cite=bibtex")).doesNotContain("booktitle");
    }

    @Test
    void the_dataset_is_cited_with_the_date_of_the_version() {
        assertThat(cited("/doc/dataset?lang=en&cite=bibtex"))
                .contains("date = {2022-05-06}", "year = {2022}", "version = {1.2.0 (");
        assertThat(site.get("/versions?lang=en", "Accept", "text/html").body())
                .contains("datetime=\"2022-05-06\"")
                .doesNotContain("2020-01-01");
    }

    @Test
    void a_citation_is_a_file_whose_entity_tag_has_the_day() {
        HttpResponse<String> answer = site.get("/doc/act/1?cite=bibtex", "Accept", "application/x-bibtex");
        assertThat(answer.headers().map())
                .containsEntry("content-disposition", List.of("attachment; filename=\"act-1.bib\""))
                .containsEntry("content-type", List.of("application/x-bibtex;charset=utf-8"))
                .doesNotContainKey("last-modified");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get("/doc/act/1?cite=bibtex", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(site.get("/doc/act/1?cite=bibtex", "If-Match", "\"stale\"").statusCode())
                .isEqualTo(412);
        assertThat(site.get("/doc/act/1?cite=bibtex&lang=zh", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void another_format_is_400_with_those_that_there_are() {
        for (String path : List.of("/doc/act/1?cite=word", "/queries/by?cite=", "/doc/act/1?cite=ris&cite=csl")) {
            HttpResponse<String> answer = site.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).contains("\"parameter\":\"cite\"");
        }
        assertThat(site.get("/doc/act/1?cite=word").body()).contains("bibtex, ris, csl");
        assertThat(site.get("/doc/nothing?cite=ris").statusCode()).isEqualTo(404);
        assertThat(site.get("/queries/by?body=&cite=ris&bdoy=1").statusCode()).isEqualTo(200);
    }
}
