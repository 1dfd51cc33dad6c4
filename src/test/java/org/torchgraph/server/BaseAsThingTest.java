package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.StaticHost;
import org.torchgraph.kit.TestSite;

/** Publications that say something of their base itself, at whose path the first page of the site is. */
class BaseAsThingTest {

    private static PublicationFolder folder(Path root) {
        return PublicationFolder.in(root)
                .turtle(
                        "data/a.ttl",
                        "<> rdfs:label \"The root\"@en . <#top> rdfs:label \"the top of it\"@en . <id/a> rdfs:label \"A\"@en ; rdfs:seeAlso <> , <#top> .");
    }

    @Test
    void links_search_and_sitemap_lead_to_its_page(@TempDir Path root) {
        try (TestSite site = TestSite.of(folder(root).read(), TestSite.seconds(10))) {
            String address = "/resource?iri=http%3A%2F%2Fexample.org%2F";
            assertThat(site.get("/doc/a.html").body()).contains(address + "\"", address + "#top\"");
            HttpResponse<String> page = NamesTest.followed(site, address, "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("The root", "the top of it", "id=\"top\"");
            HttpResponse<String> data = NamesTest.followed(site, address, "Accept", "text/turtle");
            assertThat(data.body()).contains("The root", "the top of it");
            assertThat(site.get("/sitemap.xml").body()).contains(address);
            assertThat(site.get("/").body()).doesNotContain("the top of it");
        }
    }

    @Test
    void the_static_site_has_it_too(@TempDir Path root, @TempDir Path out) {
        folder(root).read();
        Cli cli = Cli.run(
                "site",
                "--publication",
                root.toString(),
                "--out",
                out.resolve("s").toString());
        assertThat(cli.err()).isEmpty();
        try (StaticHost host = new StaticHost(out)) {
            var seen = host.crawled("/s/index.html", "/s/en/doc/a.html");
            assertThat(seen.values()).containsOnly(200);
            assertThat(seen.keySet()).anySatisfy(address -> assertThat(host.web()
                            .get(address.substring(host.web().site().length()))
                            .body())
                    .contains("the top of it", "id=\"top\""));
        }
    }
}
