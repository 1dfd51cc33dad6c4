package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

class WithdrawalTest {
    @TempDir
    static Path root;

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
                                <id/kept> a ex:Thing ; owl:deprecated true ; dct:isReplacedBy <id/new> .
                                <id/not> owl:deprecated false ; rdfs:label "not" .
                                """)
                        .read(),
                TestSite.seconds(10));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/id/old", "/doc/old", "/doc/old.ttl", "/doc/old.html"})
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
    void what_is_deprecated_but_still_described_is_answered() {
        assertThat(site.get("/id/kept").statusCode()).isEqualTo(303);
        assertThat(site.get("/doc/kept.ttl").body()).contains("deprecated", "id/new");
        assertThat(site.get("/doc/not").statusCode()).isEqualTo(200);
    }
}
