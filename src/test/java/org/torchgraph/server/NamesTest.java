package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDFS;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;

/** Things whose names a path of the web cannot carry, or that lie outside the base, have documents like all others. */
public class NamesTest {
    private static final String BASE = PublicationFolder.BASE;

    /** Each is described by a label that is the IRI itself. */
    public static final List<String> NAMES = List.of(
            "http://example.org/id/fine",
            "http://example.org/id/with/slash",
            "http://example.org/id/trailing/",
            "http://example.org/id/AC%2FDC",
            "http://example.org/id/50%25",
            "http://example.org/id/back%5Cslash",
            "http://example.org/id/x//y",
            "http://example.org//id/leading",
            "http://example.org/id/q?x=1&y=2",
            "http://example.org/id/q",
            "http://example.org/id/a;b=c",
            "http://example.org/id/v1",
            "http://example.org/id/v1.ttl",
            "http://example.org/id/alone.nt",
            "http://example.org/id/page.html",
            "http://example.org/id/v1.ttl/part",
            "http://example.org/id/notes.txt",
            "http://example.org/id/first%20name",
            "http://example.org/id/what%3F",
            "http://example.org/id/what?",
            "http://example.org/id/caf\u00e9",
            "http://example.org/id/caf%C3%A9",
            "http://example.org/id/th%C3%A9",
            "http://example.org/id/a%62c",
            "http://example.org/id/abc",
            "http://example.org/id/turned%E2%80%AEround",
            "http://example.org/id/bell%07",
            "http://example.org/id/%FF",
            "http://example.org/id/%E4%B8%AD",
            "http://example.org/id/文",
            "http://example.org/id/it's(1),2*3!+4=5&6@7:8$9~",
            "http://example.org/id/it%27s(1),2*3!+4=5&6@7:8$9~",
            "http://example.org/id/" + "long".repeat(80),
            "http://example.org/id/" + "长".repeat(300),
            "http://example.org/id/concept/a",
            "http://example.org/concept/a",
            "http://example.org/id/graph/none",
            "http://example.org/same",
            "http://example.org/id/same",
            "http://example.org/search",
            "http://example.org/queries/none",
            "http://example.org/doc/fine",
            "http://example.org/resource",
            "https://example.org/id/twin",
            "http://other.example/thing",
            "http://other.example/vocab#Term",
            "http://dbpedia.org/resource/AC/DC?x=1;y",
            "urn:isbn:9780306406157",
            "tag:example.org,2026:x",
            "mailto:a@b.example");

    @TempDir
    static Path root;

    @AutoClose
    static TestSite site;

    @BeforeAll
    static void start() {
        StringBuilder triples = new StringBuilder();
        NAMES.forEach(name -> triples.append("<%s> <%s> \"%s\"@en .\n<%s> <%s> <%s> .\n"
                .formatted(name, RDFS.label, name, "http://example.org/id/fine", RDFS.seeAlso, name)));
        Publication publication = PublicationFolder.in(root)
                .write("data/names.nt", triples.toString())
                .read();
        assertThat(publication.faults()).isEmpty();
        site = TestSite.of(publication, TestSite.seconds(20));
    }

    /** The answer at the end of redirects; the fragment that they named is given up. */
    public static HttpResponse<String> followed(TestSite site, String address, String... headers) {
        HttpResponse<String> answer = site.get(address.replaceFirst("#.*", ""), headers);
        for (int hops = 0; answer.statusCode() == 303; hops++) {
            assertThat(hops).as("redirects of " + address).isLessThan(3);
            answer = site.get(
                    answer.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", ""), headers);
        }
        return answer;
    }

    static Graph graph(String turtle) {
        return RDFParser.source(new ByteArrayInputStream(turtle.getBytes(StandardCharsets.UTF_8)))
                .lang(Lang.TURTLE)
                .toGraph();
    }

    private static void isOf(HttpResponse<String> page, String iri) {
        assertThat(page.statusCode()).as(iri).isEqualTo(200);
        Document html = Jsoup.parse(page.body());
        String whole = iri.replaceFirst("#.*", "");
        assertThat(html.selectFirst("#iri").text()).isEqualTo(whole);
        assertThat(html.text()).contains(iri);
    }

    private static boolean states(HttpResponse<String> data, String iri) {
        Node thing = NodeFactory.createURI(iri);
        return data.statusCode() == 200
                && graph(data.body()).contains(thing, RDFS.label.asNode(), NodeFactory.createLiteralLang(iri, "en"));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void each_name_has_its_own_document_by_whole_iri_and_all_links_of_it_work(String iri) {
        String address = "/resource?iri=" + PercentEncoding.value(iri);
        HttpResponse<String> page = followed(site, address, "Accept", "text/html");
        isOf(page, iri);
        assertThat(states(followed(site, address, "Accept", "text/turtle"), iri))
                .isTrue();
        assertThat(states(followed(site, "/resource.ttl?iri=" + PercentEncoding.value(iri)), iri))
                .isTrue();
        Document html = Jsoup.parse(page.body());
        List<String> forms = html.select("#download a[href]").eachAttr("href").stream()
                .filter(href -> !href.startsWith("/sparql"))
                .toList();
        assertThat(forms).hasSize(4).allMatch(form -> site.get(form).statusCode() == 200);
        assertThat(states(site.get(forms.get(0)), iri)).isTrue();
        assertThat(html.select("link[rel=alternate][type=text/turtle]").eachAttr("href"))
                .contains(forms.get(0));
        String other = html.select("a[hreflang]").attr("href");
        assertThat(other).startsWith("?");
        assertThat(site.get(page.uri().getRawPath() + other, "Accept", "text/html")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_page_that_links_to_them_leads_to_each() {
        Document html = Jsoup.parse(site.get("/doc/fine.html").body());
        Set<String> found = html.select("#statements .said > a[href]").eachAttr("href").stream()
                .filter(href -> href.startsWith("/"))
                .map(href -> Jsoup.parse(
                                followed(site, href, "Accept", "text/html").body())
                        .selectFirst("#iri"))
                .filter(iri -> iri != null)
                .map(iri -> iri.text())
                .collect(Collectors.toSet());
        assertThat(found)
                .containsAll(
                        NAMES.stream().map(name -> name.replaceFirst("#.*", "")).toList());
    }

    @Test
    void sitemap_lists_a_page_for_each_and_each_page_is_there() {
        List<String> pages = Pattern.compile("<loc>([^<]*)</loc>")
                .matcher(site.get("/sitemap.xml").body())
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .map(address -> address.substring(site.url("").length()))
                .toList();
        assertThat(pages).doesNotHaveDuplicates();
        Set<String> iris = pages.stream()
                .filter(page -> page.startsWith("/doc/") || page.startsWith("/resource"))
                .map(page -> {
                    HttpResponse<String> answer = site.get(page, "Accept", "text/html");
                    assertThat(answer.statusCode()).as(page).isEqualTo(200);
                    return Jsoup.parse(answer.body()).selectFirst("#iri").text();
                })
                .collect(Collectors.toSet());
        assertThat(iris)
                .containsAll(
                        NAMES.stream().map(name -> name.replaceFirst("#.*", "")).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/AC%2FDC",
                "/id/50%25",
                "/id/back%5Cslash",
                "/id/x//y",
                "//id/leading",
                "/id/q?x=1&y=2",
                "/id/a;b=c",
                "/id/v1.ttl",
                "/id/page.html",
                "/id/turned%E2%80%AEround",
                "/id/caf%C3%A9",
                "/id/%FF",
                "/queries/none",
                "/id/concept/a",
                "/id/first%20name"
            })
    void the_iri_itself_leads_to_its_document(String path) {
        String named = path.equals("/id/caf%C3%A9") ? "/id/caf\u00e9" : path;
        if (path.equals("/queries/none")) {
            // The site answers there by itself, and check says so.
            assertThat(site.get(path).statusCode()).isEqualTo(404);
            return;
        }
        String answer = site.web().raw("GET " + path + " HTTP/1.1\nHost: x\nAccept: text/turtle\n");
        assertThat(answer).as(path).startsWith("HTTP/1.1 303");
        String location = answer.replaceFirst("(?s).*?\\r\\nLocation: (\\S+)\\r\\n.*", "$1");
        assertThat(states(site.get(location, "Accept", "text/turtle"), BASE + named.substring(1)))
                .isTrue();
    }

    @Test
    void a_path_that_ends_like_a_form_is_that_form_and_never_another_thing_unsaid() {
        assertThat(states(site.get("/doc/v1.ttl"), BASE + "id/v1")).isTrue();
        assertThat(states(site.get("/doc/v1.ttl"), BASE + "id/v1.ttl")).isFalse();
        isOf(followed(site, "/id/v1.ttl", "Accept", "text/html"), BASE + "id/v1.ttl");
        isOf(followed(site, "/doc/alone.nt", "Accept", "text/html"), BASE + "id/alone.nt");
        isOf(followed(site, "/doc/alone.nt.html", "Accept", "text/html"), BASE + "id/alone.nt");
        assertThat(states(site.get("/doc/notes.txt.ttl"), BASE + "id/notes.txt"))
                .isTrue();
    }

    @Test
    void the_other_scheme_of_the_base_leads_to_the_thing() {
        HttpResponse<String> moved = site.get("/resource?iri=https://example.org/id/fine&lang=zh");
        assertThat(moved.statusCode()).isEqualTo(303);
        assertThat(moved.headers().firstValue("Location")).contains("/doc/fine?lang=zh");
        isOf(followed(site, "/id/twin", "Accept", "text/html"), "https://example.org/id/twin");
        assertThat(site.get("/resource?iri=https://other.example/nothing").statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_no_iri_is_400_and_what_nobody_knows_is_404_in_words() {
        for (String wrong :
                List.of("", "iri=", "iri=id/fine", "iri=a%20b", "iri=http://a%20b/", "iri=urn:a&iri=urn:b")) {
            HttpResponse<String> refused = site.get("/resource?" + wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains("\"parameter\":\"iri\"");
        }
        HttpResponse<String> unknown =
                site.get("/resource?iri=urn:isbn:0", "Accept", "text/html", "Accept-Language", "zh");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(unknown.body()).text()).contains("图谱中没有关于 <urn:isbn:0> 的记载");
    }

    @Test
    void a_document_by_whole_iri_is_negotiated_and_tagged_like_others() {
        String address = "/resource?iri=urn%3Aisbn%3A9780306406157";
        HttpResponse<String> data = site.get(address, "Accept", "text/turtle");
        assertThat(data.headers().firstValue("Content-Location"))
                .contains("/resource.ttl?iri=urn%3Aisbn%3A9780306406157");
        assertThat(data.headers().allValues("Link").toString())
                .contains("<urn:isbn:9780306406157>; rel=\"describes\"")
                .contains("</resource.jsonld?iri=urn%3Aisbn%3A9780306406157>; rel=\"alternate\"");
        String tag = data.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get(address, "Accept", "text/turtle", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(site.get(address, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(site.get("/resource.png?iri=urn:x").statusCode()).isEqualTo(404);
        Graph graph = graph(data.body());
        Node document = NodeFactory.createURI(BASE + address.substring(1));
        assertThat(graph.contains(document, Node.ANY, NodeFactory.createURI("urn:isbn:9780306406157")))
                .isTrue();
    }

    @Test
    void search_leads_to_a_page_here_wherever_the_iri_lies() {
        for (String iri : List.of("urn:isbn:9780306406157", "http://other.example/thing", BASE + "id/AC%2FDC")) {
            String json =
                    site.get("/search.json?q=" + PercentEncoding.value(iri)).body();
            String page =
                    json.replaceFirst("(?s).*?\"iri\":\"" + Pattern.quote(iri) + "\",\"page\":\"([^\"]*)\".*", "$1");
            isOf(site.get(page, "Accept", "text/html"), iri);
        }
        String hit = site.get("/search?q=urn:isbn:9780306406157", "Accept", "text/html")
                .body();
        assertThat(hit).contains("href=\"/resource?iri=urn%3Aisbn%3A9780306406157\"");
    }

    @Test
    void a_very_long_name_breaks_no_head() {
        String iri = BASE + "id/" + "长".repeat(300);
        assertThat(URI.create(site.url("/resource?iri=" + PercentEncoding.value(iri))))
                .isNotNull();
        HttpResponse<String> answer = site.get("/resource?iri=" + PercentEncoding.value(iri));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(states(answer, iri)).isTrue();
    }
}
