package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

class DocumentTest {
    private static final Map<String, Lang> FORMATS =
            Map.of("ttl", Lang.TURTLE, "jsonld", Lang.JSONLD, "nt", Lang.NTRIPLES, "rdf", Lang.RDFXML);
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            many.append("<id/item/%03d> ex:of <id/thing/a> .\n".formatted(i));
        }
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle(
                        "data/a.ttl",
                        """
                        <id/thing/a> a ex:Thing ; skos:prefLabel "甲"@zh-Hans , "A"@en ; ex:value <id/thing/a#value> ;
                          ex:note [ ex:text "nested" ] ; ex:of <id/thing/区> .
                        <id/thing/a#value> ex:number 0.4 .
                        <id/thing/区> rdfs:label "zone" .
                        <concept/kind/x> skos:prefLabel "X"@en .
                        <id/file.ttl> rdfs:label "a slug with a suffix" .
                        <ns#Term> rdfs:label "a term elsewhere" .
                        """)
                .turtle("data/many.ttl", many.toString())
                .turtle(
                        "data/claims.ttl",
                        "<id/claim/c> rdf:subject <id/thing/a> ; rdf:predicate ex:of ; rdf:object <id/thing/区> ; ex:why \"said\" .")
                .turtle(
                        "data/half.ttl",
                        "<id/thing/b> rdfs:label \"B\" . <id/claim/half> rdf:subject <id/thing/b> ; rdfs:label \"half a claim\" .")
                .turtle(
                        "ontology/terms.ttl",
                        "ex:Thing a owl:Class ; rdfs:label \"Thing\"@en . <def> dct:title \"Terms\"@en .");
        site = TestSite.of(folder.read(), TestSite.seconds(10));
    }

    private static Model model(String path, Lang lang) {
        HttpResponse<byte[]> response = site.bytes(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new ByteArrayInputStream(response.body()), lang);
        return model;
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void a_thing_is_answered_by_303_to_its_document() {
        HttpResponse<String> response = site.get("/id/thing/a");
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(header(response, "Location")).isEqualTo("/doc/thing/a");
        assertThat(header(site.get("/concept/kind/x"), "Location")).isEqualTo("/doc/concept/kind/x");
        assertThat(header(site.get("/graph/a"), "Location")).isEqualTo("/doc/graph/a");
        assertThat(header(site.get("/ns"), "Location")).isEqualTo("/doc/ns");
    }

    @Test
    void an_unknown_thing_is_404_and_so_is_its_document() {
        assertThat(site.get("/id/thing/nothing").statusCode()).isEqualTo(404);
        HttpResponse<String> response = site.get("/doc/thing/nothing");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(site.get("/doc/thing/nothing.ttl").statusCode()).isEqualTo(404);
    }

    @Test
    void an_unknown_thing_is_a_page_to_a_browser() {
        HttpResponse<String> response = site.get("/id/thing/nothing", "Accept", "text/html,*/*;q=0.8");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("<h1").contains("Nothing is known").doesNotContain("Exception");
    }

    @Test
    void the_formats_hold_the_same_triples() {
        Model turtle = model("/doc/thing/a.ttl", Lang.TURTLE);
        assertThat(turtle.size()).isGreaterThan(60);
        FORMATS.forEach((suffix, lang) -> assertThat(
                        model("/doc/thing/a." + suffix, lang).isIsomorphicWith(turtle))
                .as(suffix)
                .isTrue());
    }

    @Test
    void a_claim_without_a_label_is_called_by_what_it_says_on_its_page_only() {
        String page = site.get("/doc/claim/c?lang=en", "Accept", "text/html").body();
        assertThat(page).contains("A · ", " · zone</h1>").doesNotContain("<h1>id/claim/c");
        assertThat(site.get("/doc/claim/half?lang=en", "Accept", "text/html").body())
                .contains(">half a claim</h1>");
        assertThat(site.get("/doc/claim/c.ttl").body()).doesNotContain(" · ");
    }

    @Test
    void a_document_holds_parts_blank_nodes_claims_and_labels() {
        Model model = model("/doc/thing/a.ttl", Lang.TURTLE);
        String base = PublicationFolder.BASE;
        assertThat(model.contains(
                        model.createResource(base + "id/thing/a#value"), model.createProperty(base + "def#number")))
                .isTrue();
        assertThat(model.contains(null, model.createProperty(base + "def#text"), "nested"))
                .isTrue();
        assertThat(model.contains(model.createResource(base + "id/claim/c"), model.createProperty(RDF + "predicate")))
                .isTrue();
        assertThat(model.contains(model.createResource(base + "id/thing/区"), RDFS.label, "zone"))
                .isTrue();
        assertThat(model.contains(model.createResource(base + "id/file.ttl"), null))
                .isFalse();
    }

    @Test
    void long_incoming_lists_are_paged_with_their_total() {
        Model first = model("/doc/thing/a.ttl", Lang.TURTLE);
        assertThat(first.listStatements(null, first.createProperty(PublicationFolder.BASE + "def#of"), (String) null)
                        .toList())
                .hasSize(51);
        assertThat(first.contains(
                        null,
                        first.createProperty("http://www.w3.org/ns/hydra/core#totalItems"),
                        first.createTypedLiteral(new BigInteger("120"))))
                .isTrue();
        Model last = model("/doc/thing/a.ttl?page=3", Lang.TURTLE);
        assertThat(last.listStatements(null, last.createProperty(PublicationFolder.BASE + "def#of"), (String) null)
                        .toList())
                .hasSize(21);
        assertThat(site.get("/doc/thing/a.ttl?page=4").statusCode()).isEqualTo(404);
        assertThat(site.get("/doc/thing/a.ttl?page=0").statusCode()).isEqualTo(400);
        assertThat(site.get("/doc/thing/a.html").body()).contains("120");
    }

    @Test
    void a_page_of_incoming_links_leads_to_the_next_and_to_itself_in_other_formats() {
        HttpResponse<String> first = site.get("/doc/thing/a.ttl");
        assertThat(links(first))
                .contains("</doc/thing/a.ttl?page=2>; rel=\"next\"")
                .doesNotContain("rel=\"prev\"");
        assertThat(header(first, "Torchgraph-Result-Limit")).isEqualTo("50");
        for (HttpResponse<String> second :
                List.of(site.get("/doc/thing/a?page=2"), site.get("/doc/thing/a?page=2", "Accept", "text/html"))) {
            assertThat(links(second))
                    .contains("</doc/thing/a?page=1>; rel=\"prev\"", "</doc/thing/a?page=3>; rel=\"next\"")
                    .contains("</doc/thing/a.jsonld?page=2>; rel=\"alternate\"");
            assertThat(header(second, "Content-Location")).endsWith("?page=2");
        }
        assertThat(links(site.get("/doc/thing/a.ttl?page=3"))).doesNotContain("rel=\"next\"");
        // From the cache too.
        assertThat(links(site.get("/doc/thing/a.ttl"))).isEqualTo(links(first));
        assertThat(header(site.get("/doc/thing/b.ttl"), "Torchgraph-Result-Limit"))
                .isEmpty();
    }

    private static String links(HttpResponse<?> response) {
        return String.join(", ", response.headers().allValues("Link"));
    }

    @Test
    void a_thing_is_found_by_its_name_as_typed_and_led_to_in_ascii() {
        String raw = new String("/id/thing/区?a=区".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String answer = site.web().raw("GET " + raw + " HTTP/1.1\nHost: localhost\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 303")
                .contains("Location: /doc/thing/%E5%8C%BA?a=%E5%8C%BA\r\n")
                .matches("\\p{ASCII}*");
        assertThat(site.web()
                        .raw("GET " + raw.replace("/id/", "/doc/").replaceFirst("\\?.*", ".ttl")
                                + " HTTP/1.1\nHost: localhost\n"))
                .startsWith("HTTP/1.1 200")
                .contains("zone");
    }

    @Test
    void suffix_beats_accept_and_accept_chooses_otherwise() {
        assertThat(header(site.get("/doc/thing/a.nt", "Accept", "text/html"), "Content-Type"))
                .isEqualTo("application/n-triples");
        assertThat(header(site.get("/doc/thing/a", "Accept", "application/rdf+xml, text/html;q=0.5"), "Content-Type"))
                .isEqualTo("application/rdf+xml");
        assertThat(header(site.get("/doc/thing/a"), "Content-Type")).startsWith("text/turtle");
        assertThat(header(
                        site.get(
                                "/doc/thing/a",
                                "Accept",
                                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
                        "Content-Type"))
                .startsWith("text/html");
    }

    @Test
    void an_unsupported_accept_is_406_and_names_what_is_offered() {
        HttpResponse<String> response = site.get("/doc/thing/a", "Accept", "image/png");
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.body()).contains("text/turtle", "application/ld+json", "text/html");
    }

    @Test
    void negotiated_documents_vary_and_link_to_the_other_formats() {
        HttpResponse<String> response = site.get("/doc/thing/a");
        assertThat(header(response, "Vary")).contains("Accept");
        assertThat(header(response, "Content-Location")).isEqualTo("/doc/thing/a.ttl");
        assertThat(header(response, "Link"))
                .contains("</doc/thing/a.jsonld>; rel=\"alternate\"; type=\"application/ld+json\"")
                .contains("<http://example.org/id/thing/a>; rel=\"describes\"")
                .doesNotContain("</doc/thing/a.ttl>");
        assertThat(header(site.get("/doc/thing/a.ttl"), "Vary")).doesNotContain("Accept,");
    }

    @Test
    void slugs_may_hold_chinese_and_dots() {
        String encoded = "/id/thing/%E5%8C%BA";
        assertThat(header(site.get(encoded), "Location")).isEqualTo("/doc/thing/%E5%8C%BA");
        assertThat(site.get("/doc/thing/%E5%8C%BA.ttl").body()).contains("zone");
        String whole = "/resource?iri=http%3A%2F%2Fexample.org%2Fid%2Ffile.ttl";
        assertThat(header(site.get("/id/file.ttl"), "Location")).isEqualTo(whole);
        assertThat(header(site.get("/doc/file.ttl"), "Location")).isEqualTo(whole);
        assertThat(header(site.get("/doc/file.ttl.nt"), "Location")).isEqualTo(whole.replace("?", ".nt?"));
        assertThat(site.get(whole, "Accept", "application/n-triples").body()).contains("a slug with a suffix");
    }

    @Test
    void a_graph_has_a_document_of_what_it_holds() {
        Model model = model("/doc/graph/a.ttl", Lang.TURTLE);
        assertThat(model.contains(
                        model.createResource(PublicationFolder.BASE + "graph/a"),
                        DCTerms.hasPart,
                        model.createResource(PublicationFolder.BASE + "id/thing/a")))
                .isTrue();
    }

    @Test
    void a_page_shows_label_graph_claim_and_incoming_and_no_script_in_it() {
        String page = site.get("/doc/thing/a.html?lang=en").body();
        assertThat(page).contains(">A</h1>", "甲", "graph/a", "0.4", "nested", "href=\"/doc/claim/c?lang=en\"");
        assertThat(page).doesNotContain("<script>", "style=\"", "onclick");
        assertThat(site.get("/doc/thing/a.html", "Accept-Language", "zh-CN").body())
                .contains("<html lang=\"zh-Hans\"");
    }

    @Test
    void a_claim_that_names_no_whole_triple_is_shown_too() {
        HttpResponse<String> page = site.get("/doc/thing/b.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("half a claim");
    }

    @Test
    void the_ontology_is_at_def_in_every_format() {
        assertThat(site.get("/def", "Accept", "text/html").body()).contains("id=\"Thing\"");
        Model turtle = model("/def.ttl", Lang.TURTLE);
        assertThat(turtle.contains(turtle.createResource(PublicationFolder.BASE + "def#Thing"), null))
                .isTrue();
        assertThat(turtle.contains(turtle.createResource(PublicationFolder.BASE + "id/thing/a"), null))
                .isFalse();
        FORMATS.forEach(
                (suffix, lang) -> assertThat(model("/def." + suffix, lang).isIsomorphicWith(turtle))
                        .isTrue());
        assertThat(site.get("/def.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void every_link_of_a_page_to_this_site_is_answered() {
        List<String> pages = List.of("/", "/queries", "/def.html", "/export", "/about", "/doc/thing/a.html", "/sparql");
        for (String from : pages) {
            String html = site.get(from, "Accept", "text/html").body();
            Matcher links = Pattern.compile("(?:href|src)=\"(/[^\"#]*)").matcher(html);
            while (links.find()) {
                String path = links.group(1).replace("&amp;", "&");
                assertThat(site.get(path).statusCode())
                        .as(from + " links to " + path)
                        .isLessThan(400);
            }
        }
    }
}
