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

/** Pictures of a thing are shown from hosts of the publication alone, and places lead to a map. */
class PicturesAndPlacesTest {
    private static final String DATA =
            """
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX schema: <https://schema.org/>
            PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
            <id/kite> rdfs:label "Kite"@en ; foaf:depiction <img/kite%20red.JPG> , <https://images.example.net/a> , <https://images.example.net@evil.example/a> ,
                    <https://other.example/b.png> , <http://two.example/c.svg?x=1> ;
                schema:image "https://images.example.net:8443/d.png"^^xsd:anyURI , "https://images.example.net/e.png"^^xsd:anyURI ;
                foaf:img <id/portrait> , <img/told.png> ; rdfs:seeAlso <img/plain.png> .
            <id/portrait> rdfs:label "a thing that is no file"@en .
            <img/told.png> rdfs:label "Told picture"@en .
            <id/place> rdfs:label "Place"@en ; geo:lat 48.1 ; geo:long 11.5 ; schema:geo [ schema:latitude 1 ; schema:longitude 2 ] .
            <doc#there> rdfs:label "There"@en ; geo:lat -33.5 ; geo:long 151 .
            """;

    @TempDir
    static Path root;

    @TempDir
    static Path other;

    @AutoClose
    private static TestSite site;

    @AutoClose
    private static TestSite plain;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle("data/a.ttl", DATA)
                        .write(
                                "site.ttl",
                                """
                                PREFIX site: <https://w3id.org/torchgraph/site#>
                                [] a site:Settings ; site:base <http://two.example/> ; site:imageHost "images.example.net" .
                                """)
                        .read(),
                TestSite.seconds(20));
        plain = TestSite.of(
                PublicationFolder.in(other)
                        .turtle("data/a.ttl", DATA.replace("<img/", "<https://example.org/img/"))
                        .read(),
                TestSite.seconds(20));
    }

    private static Document page(TestSite of, String path) {
        return Jsoup.parse(of.get(path, "Accept", "text/html").body());
    }

    private static String policy(TestSite of, String path) {
        HttpResponse<String> answer = of.get(path, "Accept", "text/html");
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        return answer.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .replaceFirst(".*(img-src [^;]*);.*", "$1");
    }

    @Test
    void pictures_of_the_bases_and_of_the_hosts_that_are_set_are_shown_and_others_are_links() {
        Document page = page(site, "/doc/kite");
        assertThat(page.select("main img").eachAttr("src"))
                .containsExactlyInAnyOrder(
                        "http://example.org/img/kite%20red.JPG",
                        "https://images.example.net/a",
                        "http://two.example/c.svg?x=1",
                        "https://images.example.net/e.png",
                        "http://example.org/img/told.png");
        assertThat(page.select("main img").eachAttr("alt")).contains("Picture: Kite", "Picture: Told picture");
        assertThat(page.select("#statements a[href^=https]").eachAttr("href"))
                .contains(
                        "https://other.example/b.png",
                        "https://images.example.net@evil.example/a",
                        "https://images.example.net:8443/d.png");
        assertThat(page.select("#statements a[href=/doc/portrait]").text()).isEqualTo("a thing that is no file");
        assertThat(page.select("#statements a[href=/doc/img/plain.png] img")).isEmpty();
    }

    @Test
    void a_picture_leads_to_its_page_if_it_is_described_and_else_to_itself() {
        Document page = page(site, "/doc/kite");
        Element told = page.selectFirst("img[src$=told.png]");
        assertThat(told.parent().attr("href")).isEqualTo("/doc/img/told.png");
        assertThat(page.selectFirst("img[src$=e.png]").parent().attr("href"))
                .isEqualTo("https://images.example.net/e.png");
    }

    @Test
    void the_policy_permits_these_hosts_on_pages_of_things_alone() {
        assertThat(policy(site, "/doc/kite"))
                .isEqualTo("img-src 'self' data: http://example.org http://two.example images.example.net");
        assertThat(policy(site, "/")).isEqualTo("img-src 'self' data:");
        assertThat(policy(plain, "/doc/kite")).isEqualTo("img-src 'self' data:");
        assertThat(page(plain, "/doc/kite").select("main img")).isEmpty();
    }

    @Test
    void every_picture_is_in_the_data_of_its_thing() {
        assertThat(site.get("/doc/kite.nt").body())
                .contains(
                        "<https://images.example.net/a>",
                        "<http://example.org/img/told.png>",
                        "<https://other.example/b.png>");
        assertThat(site.get("/doc/kite.md").body())
                .contains(
                        "https://images.example.net/a",
                        "http://example.org/img/told.png",
                        "https://other.example/b.png");
    }

    @Test
    void a_place_leads_to_its_geo_uri_and_to_a_map_and_the_page_loads_none() {
        Document page = page(site, "/doc/place?lang=en");
        assertThat(page.select(".doc-head .place a").eachAttr("href"))
                .containsExactly(
                        "geo:48.1,11.5",
                        "https://www.openstreetmap.org/?mlat=48.1&mlon=11.5#map=14/48.1/11.5",
                        "geo:1,2",
                        "https://www.openstreetmap.org/?mlat=1&mlon=2#map=14/1/2");
        assertThat(page.select("iframe, object, embed")).isEmpty();
        assertThat(page.select("main img")).isEmpty();
        assertThat(page.select("#statements").text()).contains("48.1", "11.5");
        assertThat(page(site, "/doc/kite").select(".place")).isEmpty();
    }

    @Test
    void a_part_with_a_place_of_its_own_tells_it_in_its_section() {
        Document page =
                Jsoup.parse(NamesTest.followed(site, "/resource?iri=http://example.org/doc", "Accept", "text/html")
                        .body());
        assertThat(page.select("#there .place a").eachAttr("href")).contains("geo:-33.5,151");
        assertThat(page.select(".doc-head .place")).isEmpty();
    }
}
