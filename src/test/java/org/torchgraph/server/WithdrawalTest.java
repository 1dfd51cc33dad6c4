package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

class WithdrawalTest {
    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle(
                                "data/a.ttl",
                                """
                                <id/new> a ex:Thing ; rdfs:label "new" ; ex:was <id/old> .
                                <id/old> owl:deprecated true ; dct:isReplacedBy <id/new> ; rdfs:label "old" .
                                <id/旧> owl:deprecated true .
                                <id/one> owl:deprecated "1"^^xsd:boolean ; dct:isReplacedBy <id/new> .
                                <id/kept> a ex:Thing ; owl:deprecated true ; dct:isReplacedBy <id/new> .
                                <id/not> owl:deprecated false ; rdfs:label "not" .
                                """)
                        .read(),
                TestSite.seconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id/old", "/doc/old", "/doc/old.ttl", "/doc/old.html", "/doc/one"})
    void a_withdrawn_thing_is_410_with_its_successor(String path) {
        HttpResponse<String> response = site.get(path);
        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(response.body()).contains("\"successor\":\"http://example.org/id/new\"", "/about#gone");
        assertThat(response.headers().firstValue("Link"))
                .contains("<http://example.org/id/new>; rel=\"successor-version\"");
        assertThat(response.headers().firstValue("Vary").orElse("")).contains("Accept");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void a_reader_is_led_to_the_successor() {
        HttpResponse<String> response = site.get("/doc/old", "Accept", "text/html", "Accept-Language", "zh");
        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(response.body()).contains("已被撤回", "href=\"/doc/new\"");
    }

    @Test
    void without_a_successor_it_is_410_all_the_same() {
        HttpResponse<String> response = site.get("/id/%E6%97%A7");
        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(response.body()).contains("was withdrawn.").doesNotContain("successor");
        assertThat(response.headers().map()).doesNotContainKey("Link");
    }

    @Test
    void what_was_withdrawn_is_neither_in_the_sitemap_nor_found() {
        String sitemap = site.get("/sitemap.xml").body();
        assertThat(sitemap)
                .contains(site.url("/doc/new") + "<", site.url("/doc/kept") + "<", site.url("/doc/not") + "<")
                .doesNotContain(site.url("/doc/old") + "<", "%E6%97%A7");
        for (String path : List.of("/search.json?q=old", "/search/suggest?q=old", "/search.json?q=id/old")) {
            HttpResponse<String> answer = site.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("http://example.org/id/old");
        }
        assertThat(site.get("/search.json?q=not").body()).contains("http://example.org/id/not");
    }

    @Test
    void a_static_site_can_be_made_of_the_rest(@TempDir Path out) {
        Cli cli = Cli.run(
                "site",
                "--publication",
                root.toString(),
                "--out",
                out.resolve("site").toString());
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(out.resolve("site/en/doc/new.html")).exists();
        assertThat(out.resolve("site/en/doc/old.html")).doesNotExist();
    }

    @Test
    void what_is_deprecated_but_still_described_is_answered() {
        assertThat(site.get("/id/kept").statusCode()).isEqualTo(303);
        assertThat(site.get("/doc/kept.ttl").body()).contains("deprecated", "id/new");
        assertThat(site.get("/doc/not").statusCode()).isEqualTo(200);
    }
}
