package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.Mount;
import org.torchgraph.kit.PrefixProxy;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.Web;
import org.torchgraph.publication.Publication;

/** The site below a path: behind a proxy that takes the path away, and where the server itself has it. */
class MountingTest {
    private static final String PREFIX = "/open/kites";

    /** Attributes whose addresses want parameters. */
    private static final Set<String> NO_PAGES = Set.of("action", "data-explain");

    @TempDir
    static Path root;

    @AutoClose
    private static TestSite behind;

    @AutoClose
    private static TestSite below;

    @AutoClose
    private static PrefixProxy proxy;

    @BeforeAll
    static void start() {
        Publication publication = PublicationFolder.in(root)
                .turtle(
                        "data/catalog.ttl",
                        """
                        PREFIX dcat: <http://www.w3.org/ns/dcat#>
                        <dataset> a dcat:Dataset ; void:uriSpace "http://example.org/" ; dct:title "Kites"@en ;
                            void:exampleResource <id/kite/1> , <queries/kites> .
                        """)
                .turtle(
                        "data/kites.ttl",
                        """
                        <id/kite/1> a ex:Kite ; rdfs:label "Red kite"@en , "红风筝"@zh ; ex:made "1999"^^xsd:gYear .
                        <id/kite/2> a ex:Kite ; rdfs:label "Blue kite"@en ; ex:after <id/kite/1> .
                        <id/old> owl:deprecated true ; dct:isReplacedBy <id/kite/1> .
                        """)
                .turtle(
                        "ontology/terms.ttl",
                        """
                        <def> a owl:Ontology ; dct:title "Kite terms"@en .
                        ex:Kite a owl:Class ; rdfs:label "kite"@en ; rdfs:isDefinedBy <def> .
                        ex:after a owl:ObjectProperty ; rdfs:label "after"@en ; rdfs:isDefinedBy <def> .
                        """)
                .write(
                        "queries/kites.rq",
                        """
                        #+ title.en: Kites
                        #+ title.zh: 风筝
                        #+ param: this xsd:anyURI id/kite/1 "kite / 风筝"
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        SELECT ?this ?name { ?this rdfs:label ?name }
                        """)
                .read();
        behind = TestSite.of(publication, TestSite.seconds(20), TrustedProxies.at(List.of("127.0.0.1")));
        proxy = new PrefixProxy(behind.web(), PREFIX);
        below = TestSite.of(publication, TestSite.seconds(20), new Mount(PREFIX), TrustedProxies.none());
    }

    /** Clients of both, by scheme, host and port. */
    static List<Web> hosts() {
        return List.of(new Web(proxy.origin()), below.web());
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void every_link_of_every_page_stays_below_the_path_and_is_answered(Web host) {
        Deque<String> open = new ArrayDeque<>(List.of(PREFIX + "/", PREFIX + "/search?q=kite&lang=en"));
        Set<String> seen = new LinkedHashSet<>(open);
        while (!open.isEmpty()) {
            String address = open.pop();
            HttpResponse<String> page = host.get(address, "Accept", "text/html, */*;q=0.1");
            assertThat(page.statusCode()).as(address).isIn(200, 303, 410);
            header(page, "Link").lines().forEach(links -> assertThat(links)
                    .doesNotContainPattern("<(?!" + PREFIX + ")/"));
            if (!header(page, "Content-Type").startsWith("text/html")) {
                continue;
            }
            for (Element element : Jsoup.parse(page.body()).getAllElements()) {
                for (Attribute attribute : element.attributes()) {
                    if (attribute.getValue().startsWith("/")) {
                        assertThat(attribute.getValue())
                                .as("%s of %s", attribute, address)
                                .startsWith(PREFIX + "/");
                        String target = attribute.getValue().replaceFirst("#.*", "");
                        if (seen.size() < 400 && !NO_PAGES.contains(attribute.getKey()) && seen.add(target)) {
                            open.add(target);
                        }
                    }
                }
            }
        }
        assertThat(seen)
                .contains(
                        PREFIX + "/doc/kite/2?lang=en",
                        PREFIX + "/queries/kites.csv",
                        PREFIX + "/def",
                        PREFIX + "/assets/style.css",
                        PREFIX + "/sparql/terms",
                        PREFIX + "/search/suggest",
                        PREFIX + "/export/torchgraph.ttl")
                .hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void redirects_and_links_in_heads_keep_the_path(Web host) {
        HttpResponse<String> thing = host.get(PREFIX + "/id/kite/1?lang=zh");
        assertThat(header(thing, "Location")).isEqualTo(PREFIX + "/doc/kite/1?lang=zh");
        assertThat(header(thing, "Link")).startsWith("<" + PREFIX + "/doc/kite/1?lang=zh>");
        assertThat(header(host.get(PREFIX + "/dataset.html"), "Location")).isEqualTo(PREFIX + "/doc/dataset");
        assertThat(header(host.get(PREFIX + "/def/1.0"), "Location")).isEqualTo(PREFIX + "/def");
        HttpResponse<String> document = host.get(PREFIX + "/doc/kite/1");
        assertThat(header(document, "Content-Location")).isEqualTo(PREFIX + "/doc/kite/1.ttl");
        assertThat(header(document, "Link"))
                .contains("<" + PREFIX + "/doc/kite/1.jsonld>; rel=\"alternate\"")
                .contains("<http://example.org/doc/kite/1>; rel=\"canonical\"")
                .contains("<http://example.org/id/kite/1>; rel=\"describes\"");
        assertThat(header(host.get(PREFIX + "/"), "Link")).contains("<" + PREFIX + "/openapi.json>");
        assertThat(header(host.get(PREFIX + "/queries/kites"), "Link")).contains("<" + PREFIX + "/queries/kites.json>");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void what_machines_read_names_addresses_below_the_path(Web host) {
        String site = host.url(PREFIX);
        assertThat(host.get(PREFIX + "/sitemap.xml").body())
                .contains("<loc>" + site + "/doc/kite/1</loc>")
                .doesNotContain(host.url("/doc"));
        assertThat(host.get(PREFIX + "/robots.txt").body())
                .contains("Sitemap: " + site + "/sitemap.xml", "Disallow: " + PREFIX + "/sparql?")
                .doesNotContain("Disallow: /sparql");
        assertThat(host.get(PREFIX + "/feed.atom").body()).contains("href=\"" + site + "/versions\"");
        assertThat(host.get(PREFIX + "/openapi.json").body()).contains("\"url\":\"" + site + "\"");
        assertThat(host.get(PREFIX + "/search/suggest?q=red").body())
                .contains("\"page\":\"" + PREFIX + "/doc/kite/1\"");
        assertThat(host.get(PREFIX + "/search.json?q=red").body()).contains("\"page\":\"" + PREFIX + "/doc/kite/1\"");
        assertThat(host.get(PREFIX + "/export", "Accept", "text/html").body()).contains("curl " + site + "/sparql");
        assertThat(host.get(PREFIX + "/queries/kites?this=id/kite/2", "Accept", "text/html")
                        .body())
                .contains(site + "/queries/kites.csv?this=id%2Fkite%2F2")
                .contains("&lt;iframe src=\"" + site + "/queries/kites?");
        assertThat(host.get(PREFIX + "/doc/none").body()).contains("\"type\":\"" + PREFIX + "/about#not-found\"");
    }

    @Test
    void the_server_answers_nothing_outside_its_path() {
        for (String path : List.of("/", "/doc/kite/1", "/open", "/openkites/", "/sparql?query=ASK%7B%7D")) {
            HttpResponse<String> response = below.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(below.get(PREFIX + "/sparql?query=ASK%7B%7D").body()).contains("true");
        assertThat(below.get(PREFIX + "/data?default").statusCode()).isEqualTo(200);
    }

    @Test
    void a_page_of_one_path_is_never_given_to_another() {
        List<String> paths =
                List.of("/", "/doc/kite/1.html", "/search.json?q=red", "/search/suggest?q=red", "/robots.txt");
        for (String path : paths) {
            TreeMap<String, String> bodies = new TreeMap<>();
            for (String prefix : List.of("", "/a", "/b", "/a/b")) {
                HttpResponse<String> response = behind.get(path, "X-Forwarded-Prefix", prefix.isEmpty() ? "/" : prefix);
                assertThat(bodies.put(header(response, "ETag"), response.body()))
                        .as(path + prefix)
                        .isNull();
                String again = header(response, "ETag");
                assertThat(behind.get(path, "X-Forwarded-Prefix", "/c", "If-None-Match", again)
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(bodies.values()).doesNotHaveDuplicates();
        }
    }

    @Test
    void each_proxy_on_the_way_adds_what_it_took() {
        for (String[] fields : new String[][] {
            {"X-Forwarded-Prefix", "/outer, /inner/"}, {"X-Forwarded-Prefix", "/outer/", "X-Forwarded-Prefix", "/inner"}
        }) {
            assertThat(header(behind.get("/id/kite/1", fields), "Location")).isEqualTo("/outer/inner/doc/kite/1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "evil", "/a/../b", "https://evil.example/", "/a b", "/<script>", "/a?b", "/高"})
    void a_prefix_that_is_no_path_is_refused_in_words(String prefix) {
        for (String accept : List.of("*/*", "text/html")) {
            HttpResponse<String> response = behind.get(
                    "/id/kite/1",
                    "Accept",
                    accept,
                    "X-Forwarded-Prefix",
                    new String(
                            prefix.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            java.nio.charset.StandardCharsets.ISO_8859_1));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("X-Forwarded-Prefix").doesNotContain("href=\"//", "<script>a");
            assertThat(response.headers().map()).doesNotContainKey("Location");
        }
    }

    @Test
    void a_prefix_from_anybody_else_is_not_heeded() throws Exception {
        try (TestSite alone = TestSite.of(
                PublicationFolder.in(root).read(), TestSite.seconds(20), TrustedProxies.at(List.of("192.0.2.1")))) {
            HttpResponse<String> response = alone.get("/id/kite/1", "X-Forwarded-Prefix", PREFIX);
            assertThat(header(response, "Location")).isEqualTo("/doc/kite/1");
        }
        assertThat(Optional.of(below.get(PREFIX + "/id/kite/1", "X-Forwarded-Prefix", "/other"))
                        .map(response -> header(response, "Location")))
                .contains(PREFIX + "/doc/kite/1");
        assertThat(URI.create(below.url(PREFIX)).getPath()).isEqualTo(PREFIX);
    }
}
