package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** What is named by an IRI with {@code #} stands in the document before it, and terms are found wherever they are. */
class HashDocumentsTest {
    @TempDir
    static Path root;

    @AutoClose
    static TestSite site;

    @BeforeAll
    static void start() {
        PublicationFolder.in(root)
                .turtle(
                        "data/vocab.ttl",
                        """
                        <vocab> a owl:Ontology ; rdfs:label "My vocabulary"@en .
                        <vocab#Person> a owl:Class ; rdfs:label "Person"@en ; rdfs:comment "A human being."@en .
                        <vocab#knows> a owl:ObjectProperty ; rdfs:label "knows"@en ; rdfs:domain <vocab#Person> .
                        <vocab#statements> a rdf:Property ; rdfs:label "makes statements"@en .
                        <terms/Person> a rdfs:Class ; rdfs:label "Person of another vocabulary"@en .
                        <def/Tea> a rdfs:Class ; rdfs:label "Tea"@en .
                        <http://other.example/ns#Kite> a owl:Class ; rdfs:label "Kite"@en .
                        <http://foreign.example/words#> rdfs:label "Foreign words"@en .
                        <http://foreign.example/words#Term> a owl:Class ; rdfs:label "Foreign term"@en ; rdfs:isDefinedBy <http://foreign.example/words#> .
                        """)
                .turtle(
                        "data/act.ttl",
                        """
                        <act#art1> a <terms/Person> ; rdfs:label "Article one"@en .
                        <act#art2> a <terms/Person> ; rdfs:label "Article two"@en ; dct:relation <act#art1> .
                        <id/linking> rdfs:label "Linking"@en ; dct:references <act#art1> , <http://other.example/ns#Kite> .
                        <with%2Fslash#part> rdfs:label "A part of what no path carries"@en .
                        """);
        site = TestSite.of(new PublicationFolder(root).read(), TestSite.seconds(20));
    }

    private static Document page(String path) {
        HttpResponse<String> answer = NamesTest.followed(site, path, "Accept", "text/html");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @Test
    void a_document_shows_each_of_its_parts_where_the_fragment_leads() {
        Document page = page("/doc/vocab");
        assertThat(page.selectFirst("#Person").text()).contains("Person", "A human being.");
        assertThat(page.selectFirst("#knows dd a[href=/doc/vocab#Person]")).isNotNull();
        assertThat(page.select("[id=Person]")).hasSize(1);
        assertThat(page.selectFirst("#statements").normalName()).isEqualTo("section");
        assertThat(page.selectFirst("#part-statements").text()).contains("makes statements");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void a_document_that_exists_through_its_parts_alone_is_one_like_others() {
        Document page = page("/doc/act");
        assertThat(page.selectFirst("#art1").text()).contains("Article one");
        assertThat(page.selectFirst("#art2").text()).contains("Article two");
        assertThat(page.selectFirst("#statements")).isNull();
        assertThat(page("/act#art2").selectFirst("#iri").text()).endsWith("/act");
        assertThat(site.get("/sitemap.xml").body())
                .contains("/doc/act<", "/resource?iri=http%3A%2F%2Fexample.org%2Fwith%252Fslash<")
                .contains("/resource?iri=http%3A%2F%2Fother.example%2Fns<");
        assertThat(page("/resource?iri=http%3A%2F%2Fexample.org%2Fwith%252Fslash%23part")
                        .selectFirst("#part")
                        .text())
                .contains("what no path carries");
    }

    @Test
    void a_document_is_called_by_what_is_said_of_its_iri_with_an_empty_fragment() {
        Document page = page("/resource?iri=http%3A%2F%2Fforeign.example%2Fwords%23");
        assertThat(page.selectFirst("h1").text()).isEqualTo("Foreign words");
        assertThat(page.selectFirst("#Term h3").text()).startsWith("Foreign term");
        assertThat(page("/resource?iri=http%3A%2F%2Fother.example%2Fns")
                        .selectFirst("h1")
                        .text())
                .isEqualTo("ns");
    }

    @Test
    void links_of_other_pages_lead_to_the_part() {
        assertThat(page("/doc/vocab").select("#knows dd a").eachAttr("href")).contains("/doc/vocab#Person");
        assertThat(page("/doc/linking").select("#statements td a").eachAttr("href"))
                .contains("/doc/act#art1", "/resource?iri=http%3A%2F%2Fother.example%2Fns#Kite");
        assertThat(site.get("/resource?iri=http%3A%2F%2Fexample.org%2Fact%23art1")
                        .headers()
                        .firstValue("Location"))
                .contains("/doc/act#art1");
    }

    @Test
    void search_leads_to_an_anchor_that_is_there() {
        for (String word : List.of("Person", "Article", "knows", "statements", "Kite", "carries")) {
            List<String> pages = Pattern.compile("\"page\":\"([^\"]*)\"")
                    .matcher(site.get("/search.json?q=" + word).body())
                    .results()
                    .map(hit -> hit.group(1))
                    .toList();
            assertThat(pages).as(word).isNotEmpty();
            for (String page : pages) {
                String fragment = page.contains("#") ? page.substring(page.indexOf('#') + 1) : "iri";
                assertThat(page(page).getElementById(fragment)).as(page).isNotNull();
            }
        }
    }

    @Test
    void the_terms_page_lists_the_terms_of_every_namespace_once() {
        Document page = page("/def");
        List<String> terms = page.select("article.term h3 code").eachText();
        assertThat(terms)
                .contains(
                        "http://example.org/vocab#Person",
                        "http://example.org/vocab#knows",
                        "http://example.org/terms/Person",
                        "http://example.org/def/Tea",
                        "http://other.example/ns#Kite")
                .doesNotContain("http://example.org/act#art1")
                .doesNotHaveDuplicates();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (Element link : page.select("nav.index a")) {
            assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
        }
        assertThat(page.selectFirst("h1").text()).isEqualTo("My vocabulary");
        assertThat(site.get("/def.ttl").body())
                .contains("vocab#Person", "A human being.", "My vocabulary", "terms/Person");
    }

    @Test
    void a_term_below_def_leads_to_its_own_document_and_a_version_to_the_whole() {
        assertThat(site.get("/def/Tea").headers().firstValue("Location")).contains("/doc/def/Tea");
        assertThat(page("/doc/def/Tea").selectFirst("h1").text()).isEqualTo("Tea");
        assertThat(site.get("/def/1.0.0").headers().firstValue("Location")).contains("/def");
    }

    @Test
    void counts_of_the_first_page_have_the_terms_and_the_list_has_as_many() {
        Document home = page("/");
        List<Element> counts = home.select("dd a[href^=/queries/things]");
        assertThat(counts).isNotEmpty();
        String classes = "/queries/things.csv?class=http%3A%2F%2Fwww.w3.org%2F2002%2F07%2Fowl%23Class";
        assertThat(site.get(classes).body()).contains("vocab#Person", "ns#Kite");
        for (Element count : counts) {
            String csv = site.get(count.attr("href").replace("/things?", "/things.csv?"))
                    .body();
            assertThat(csv.lines().count() - 1).as(count.attr("href")).isEqualTo(Long.parseLong(count.text()));
        }
    }
}
