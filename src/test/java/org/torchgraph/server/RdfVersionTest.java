package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Clients that name the version of RDF they read, by the parameter that the media types have for it. */
class RdfVersionTest {
    private static final String CONSTRUCT =
            "/sparql?query=" + URLEncoder.encode("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", StandardCharsets.UTF_8);

    @TempDir
    private static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle(
                                "data/a.ttl",
                                "<id/new> ex:says <<( ex:a ex:b ex:c )>> . <id/old> ex:says \"plain\"@en . <id/turned> ex:says \"abc\"@ar--rtl .")
                        .read(),
                TestSite.seconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/doc/new", "/doc/turned", "/data?default", CONSTRUCT_ALL})
    void who_reads_rdf_1_1_alone_gets_406_for_what_it_lacks(String address) {
        String path = address.equals(CONSTRUCT_ALL) ? CONSTRUCT : address;
        for (String type : new String[] {"text/turtle", "application/n-triples"}) {
            HttpResponse<String> old = site.get(path, "Accept", type + ";version=1.1");
            assertThat(old.statusCode()).isEqualTo(406);
            assertThat(old.body()).contains("RDF 1.1 has no").doesNotContain("<<(", "--rtl");
            for (String newer : new String[] {type, type + ";version=1.2", type + ";version=\"1.2\""}) {
                HttpResponse<String> answer = site.get(path, "Accept", newer);
                assertThat(answer.statusCode()).as(newer).isEqualTo(200);
                assertThat(answer.body()).containsAnyOf("<<(", "--rtl");
            }
            assertThat(site.get(path, "Accept", type + ";version=1.1").statusCode())
                    .as("the same after the newer one was made")
                    .isEqualTo(406);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/turtle;version=1.1, application/n-triples;q=0.5 | application/n-triples",
                "application/rdf+xml, text/turtle;q=0.9 | text/turtle",
                "application/ld+json, */* | text/turtle",
                "application/rdf+xml, application/ld+json;q=0.9, text/html;q=0.8 | text/html",
                "application/xml, text/turtle;q=0.1 | text/turtle",
            })
    void where_the_first_choice_cannot_say_it_the_next_is_given(String accept, String type) {
        HttpResponse<String> next = site.get("/doc/new", "Accept", accept);
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(next.headers().firstValue("Content-Location").orElseThrow()).startsWith("/doc/new.");
        assertThat(next.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept"));
    }

    @Test
    void rows_are_given_in_the_next_form_too_and_a_form_that_is_asked_for_by_name_is_not_changed() {
        String query = "/sparql?query=" + URLEncoder.encode("SELECT (\"\\u0007\" AS ?x) {}", StandardCharsets.UTF_8);
        String accept = "application/sparql-results+xml, application/sparql-results+json;q=0.9";
        assertThat(site.get(query, "Accept", accept).headers().firstValue("Content-Type"))
                .hasValue("application/sparql-results+json");
        HttpResponse<String> named = site.get(query + "&format=xml", "Accept", accept);
        assertThat(named.statusCode()).isEqualTo(406);
        assertThat(named.body()).contains("U+0007");
        HttpResponse<String> alone = site.get("/doc/new", "Accept", "application/rdf+xml");
        assertThat(alone.statusCode()).isEqualTo(406);
        assertThat(alone.body()).contains("triple terms");
    }

    private static final String CONSTRUCT_ALL = "CONSTRUCT of all";

    @Test
    void what_rdf_1_1_can_say_is_given_as_such() {
        HttpResponse<String> old = site.get("/doc/old", "Accept", "text/turtle;version=1.1");
        HttpResponse<String> any = site.get("/doc/old", "Accept", "text/turtle");
        assertThat(old.statusCode()).isEqualTo(200);
        assertThat(old.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/turtle;version=1.1");
        assertThat(any.headers().firstValue("Content-Type").orElseThrow()).doesNotContain("version");
        assertThat(old.body()).isEqualTo(any.body()).contains("plain");
        assertThat(old.headers().firstValue("ETag")).isNotEqualTo(any.headers().firstValue("ETag"));
    }
}
