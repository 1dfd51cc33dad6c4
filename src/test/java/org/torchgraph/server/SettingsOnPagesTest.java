package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** What a publication sets in {@code site.ttl} changes its pages and its search; without settings it is as ever. */
class SettingsOnPagesTest {
    private static final String SETTINGS =
            """
            PREFIX site: <https://w3id.org/torchgraph/site#>
            PREFIX eli: <http://data.europa.eu/eli/ontology#>
            PREFIX ex: <http://example.org/def#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            [] a site:Settings ;
              site:kind [ site:order 1 ; site:symbol "hexagon" ; site:colour "green" ; site:class ex:Bridge ] ;
              site:layout [ site:group "facts" ; site:properties ( ex:z ex:a ) ] ;
              site:percent ex:a ;
              site:names ( ex:heading ) ;
              site:search [ site:field "ignored" ; site:property ex:secret ] ;
              site:label [ site:term eli:number ; rdfs:label "No. of the act"@en ] ;
              site:evidence ex:seen ;
              site:confidence ex:sure .
            """;

    private static final String THINGS =
            """
            PREFIX eli: <http://data.europa.eu/eli/ontology#>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            <id/b> a ex:Bridge ; ex:heading "Long bridge"@en ; rdfs:label "LB-1" ; ex:a 0.25 ; ex:z "zed" ; ex:secret "rumour" ;
              eli:number "77" ; ex:seen <id/e> .
            <id/e> oa:hasSource <id/book> ; oa:hasSelector [ rdf:value "line=3,4" ] .
            <id/book> rdfs:label "Book of bridges"@en .
            <id/c> rdf:subject <id/b> ; rdf:predicate ex:a ; rdf:object 0.25 ; ex:sure 0.9 .
            """;

    @TempDir
    Path root;

    private TestSite site(boolean set) {
        PublicationFolder folder = PublicationFolder.in(root).turtle("data/things.ttl", THINGS);
        if (set) {
            folder.write("site.ttl", SETTINGS);
        }
        assertThat(folder.read().faults()).isEmpty();
        return TestSite.of(folder.read(), TestSite.seconds(20)).searchable();
    }

    private static String page(TestSite site) {
        return site.get("/doc/b?lang=en", "Accept", "text/html").body();
    }

    @Test
    void a_thing_is_shown_and_named_as_its_publication_sets() {
        try (TestSite site = site(true)) {
            assertThat(page(site))
                    .contains(
                            "<h1 lang=\"en\" dir=\"auto\">Long bridge</h1>", "kind k-green", ">25%<", "No. of the act")
                    .containsSubsequence("zed", ">25%<")
                    .containsSubsequence("id=\"evidence\"", "Book of bridges")
                    .containsSubsequence("class=\"ev\"", "high 0.9");
            assertThat(site.get("/?lang=en", "Accept", "text/html").body()).contains("k-green");
        }
    }

    @Test
    void without_settings_common_vocabularies_decide() {
        try (TestSite site = site(false)) {
            assertThat(page(site))
                    .contains(">LB-1</h1>", "kind k-plain", ">0.25<", "dir=\"auto\">number</")
                    .containsSubsequence(">0.25<", "zed")
                    .doesNotContain("k-green", "25%", "No. of the act", "high 0.9", "id=\"evidence\"");
            assertThat(site.get("/search.json?q=rumour").body()).contains("id/b");
        }
    }

    @Test
    void a_text_that_the_publication_keeps_out_of_the_search_finds_nothing() {
        try (TestSite site = site(true)) {
            assertThat(site.get("/search.json?q=rumour").body()).doesNotContain("id/b");
            assertThat(site.get("/search.json?q=bridge").body()).contains("id/b");
        }
    }
}
