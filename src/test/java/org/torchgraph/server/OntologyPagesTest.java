package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.jena.shacl.ShaclValidator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** {@code /def} shows whatever ontologies a publication holds, each with its terms. */
class OntologyPagesTest {
    @TempDir
    static Path root;

    @TempDir
    static Path largeRoot;

    @TempDir
    static Path shaclRoot;

    @AutoClose
    static TestSite site;

    @BeforeAll
    static void start() {
        PublicationFolder.in(root)
                .turtle(
                        "data/boats.ttl",
                        """
                        <http://boats.example/ns> a owl:Ontology ; dct:title "Boats"@en ; owl:versionInfo "3" ;
                            owl:imports <http://sails.example/terms/> ; dct:description "Terms for boats."@en .
                        <http://boats.example/ns#Boat> a owl:Class ; rdfs:label "boat"@en ;
                            rdfs:subClassOf [ a owl:Restriction ; owl:onProperty <http://boats.example/ns#carries> ;
                                owl:someValuesFrom <http://sails.example/terms/Sail> ] .
                        <http://boats.example/ns#Dinghy> a owl:Class ; rdfs:label "dinghy"@en ;
                            rdfs:subClassOf <http://boats.example/ns#Boat> .
                        <http://boats.example/ns#Raft> a rdfs:Class , owl:DeprecatedClass ; rdfs:label "raft"@en .
                        <http://boats.example/ns#Jolly> a owl:Class ; owl:equivalentClass <http://boats.example/ns#Dinghy> .
                        <http://boats.example/ns#carries> a owl:TransitiveProperty ; rdfs:label "carries"@en ;
                            owl:propertyDisjointWith <http://boats.example/ns#tows> .
                        <http://boats.example/ns#tows> a owl:ObjectProperty ; rdfs:label "tows"@en .
                        <http://boats.example/nsother#Oar> a owl:Class ; rdfs:label "oar"@en .
                        """)
                .turtle(
                        "data/sails.ttl",
                        """
                        <http://sails.example/terms/> a owl:Ontology ; rdfs:label "Sails"@en .
                        <http://sails.example/terms/Sail> a rdfs:Class ; rdfs:label "sail"@en .
                        <http://sails.example/terms/jib> a rdf:Property ; skos:prefLabel "jib"@en ;
                            <http://www.w3.org/2003/06/sw-vocab-status/ns#term_status> "archaic" .
                        <http://elsewhere.example/Rope> a owl:Class ; rdfs:isDefinedBy <http://sails.example/terms/> .
                        """);
        site = TestSite.of(new PublicationFolder(root).read(), TestSite.seconds(20));
    }

    private static Document page(TestSite of, String path) {
        HttpResponse<String> answer = of.get(path, "Accept", "text/html", "Accept-Language", "en");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static Element entry(String curieOrIri) {
        return page(site, "/def")
                .select("article.term:has(h3 code:containsOwn(" + curieOrIri + "))")
                .first();
    }

    @Test
    void each_ontology_has_a_section_with_its_head_and_its_terms() {
        Document page = page(site, "/def");
        assertThat(page.select("nav[aria-labelledby=h-ontologies] li").eachText())
                .containsExactly("Boats 6 terms", "Sails 3 terms", "http://boats.example/nsother# 1 term");
        Element boats = page.selectFirst("#h-ontology-1").parent();
        assertThat(boats.text()).contains("Terms for boats.", "version 3", "Imports Sails");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(entry("http://elsewhere.example/Rope")).isNotNull();
        assertThat(page.selectFirst("h1").text()).isEqualTo("Terms");
    }

    @Test
    void terms_have_their_parents_children_equivalents_and_what_they_exclude() {
        assertThat(entry("ns#Boat").text()).contains("Narrower dinghy", "carries: at least one sail");
        assertThat(entry("ns#Dinghy").text()).contains("Broader boat", "The same as");
        assertThat(entry("ns#carries").text()).contains("Nothing in common with tows", "transitive property");
        assertThat(entry("ns#tows").text())
                .contains("Nothing in common with carries")
                .doesNotContain("Narrower");
    }

    @Test
    void terms_that_should_no_longer_be_used_are_marked() {
        assertThat(entry("ns#Raft").text()).contains("Deprecated.").doesNotContain("Use instead");
        assertThat(entry("terms/jib").text()).contains("Deprecated.");
        assertThat(page(site, "/def").select("nav.index a.former").eachText()).containsExactly("raft", "jib");
        assertThat(entry("ns#Boat").text()).doesNotContain("Deprecated");
    }

    @Test
    void a_large_vocabulary_has_pages_and_keeps_the_terms_to_which_fragments_lead() {
        StringBuilder many = new StringBuilder("<http://many.example/> a owl:Ontology ; rdfs:label \"Many\"@en .\n"
                + "<http://few.example/> a owl:Ontology ; rdfs:label \"Few\"@en .\n"
                + "<http://few.example/One> a owl:Class ; rdfs:label \"one\"@en .\n"
                + "<def#Own> a owl:Class ; rdfs:label \"own\"@en .\n");
        for (int i = 0; i < 450; i++) {
            many.append("<http://many.example/C%03d> a owl:Class .\n".formatted(i));
        }
        PublicationFolder folder = PublicationFolder.in(largeRoot).turtle("data/many.ttl", many.toString());
        try (TestSite large = TestSite.of(folder.read(), TestSite.seconds(20))) {
            Document first = page(large, "/def");
            assertThat(first.select("article.term")).hasSize(1);
            assertThat(first.selectFirst("#Own")).isNotNull();
            assertThat(first.select("nav[aria-labelledby=h-ontologies] a").eachAttr("href"))
                    .contains("?ontology=http%3A%2F%2Fmany.example%2F");
            Document third = page(large, "/def?ontology=http%3A%2F%2Fmany.example%2F&page=3");
            assertThat(third.select("article.term")).hasSize(50);
            assertThat(large.get("/def?ontology=http%3A%2F%2Fmany.example%2F&page=4", "Accept", "text/html")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(large.get("/def?ontology=x", "Accept", "text/html").statusCode())
                    .isEqualTo(404);
            assertThat(large.get("/def?page=0", "Accept", "text/html").statusCode())
                    .isEqualTo(400);
            assertThat(large.get("/def?ontology=x&page=3", "Accept", "text/html")
                            .body())
                    .contains("There is no ontology &lt;x&gt; with a page 3 of terms");
            HttpResponse<String> beyond = large.get("/def?page=3", "Accept", "text/html");
            assertThat(beyond.statusCode()).isEqualTo(404);
            assertThat(beyond.body())
                    .contains("There is no page 3 of the vocabulary")
                    .doesNotContain("&lt;&gt;", "There is no ontology");
        }
    }

    @Test
    void a_vocabulary_of_a_library_is_shown_as_it_is() throws IOException {
        String shacl;
        try (InputStream file = ShaclValidator.class.getResourceAsStream("/std/shacl.ttl")) {
            shacl = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        PublicationFolder folder = PublicationFolder.in(shaclRoot).write("data/shacl.ttl", shacl);
        try (TestSite library = TestSite.of(folder.read(), TestSite.seconds(20))) {
            Document page = page(library, "/def");
            assertThat(page.selectFirst("h1").text()).contains("SHACL");
            assertThat(page.select("article.term")).hasSize(141);
            assertThat(page.select("#NodeShape").text()).contains("Node shape", "A node shape is a shape");
        }
    }
}
