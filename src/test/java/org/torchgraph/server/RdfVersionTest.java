package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Clients that name the version of RDF they read, by the parameter that the media types have for it. */
class RdfVersionTest {
    private static final String CONSTRUCT =
            "/sparql?query=" + URLEncoder.encode("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", StandardCharsets.UTF_8);

    @TempDir
    private static Path root;

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

    @AfterAll
    static void stop() {
        site.close();
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
