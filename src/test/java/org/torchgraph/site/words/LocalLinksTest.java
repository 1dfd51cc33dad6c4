package org.torchgraph.site.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalLinksTest {
    private static final String BASE = "https://example.org/";
    private final LocalLinks links = new LocalLinks(BASE);

    @ParameterizedTest
    @CsvSource({
        "'', /",
        "id/policy/x, /doc/policy/x",
        "id/policy/x#value, /doc/policy/x#value",
        "concept/a/b, /doc/concept/a/b",
        "graph/policies/x, /doc/graph/policies/x",
        "def, /def",
        "def#Policy, /def#Policy",
        "def/1.0.0, /doc/def/1.0.0",
        "export/torchgraph.ttl, /export/torchgraph.ttl",
        "sparql, /sparql",
        "queries/one, /queries/one",
        "dataset#ttl, /doc/dataset#ttl",
        "id/政策, /doc/%E6%94%BF%E7%AD%96",
        "id/%E6%94%BF, /doc/%E6%94%BF",
        "id/a?b, /resource?iri=https%3A%2F%2Fexample.org%2Fid%2Fa%3Fb",
        "id/a?b#c, /resource?iri=https%3A%2F%2Fexample.org%2Fid%2Fa%3Fb#c",
        "id/50%, /resource?iri=https%3A%2F%2Fexample.org%2Fid%2F50%25",
        "id/a%2Fb, /resource?iri=https%3A%2F%2Fexample.org%2Fid%2Fa%252Fb",
        "id/v1.ttl, /resource?iri=https%3A%2F%2Fexample.org%2Fid%2Fv1.ttl",
        "id/first%20name, /doc/first%20name",
        "id/x#main, /doc/x#part-main",
        "id/a\"<b>, /doc/a%22%3Cb%3E",
    })
    void an_iri_of_the_base_is_a_path_of_the_site(String rest, String path) {
        assertThat(links.path(BASE + rest)).contains(path);
    }

    @Test
    void an_iri_outside_the_base_is_no_path() {
        assertThat(links.path("https://example.com/id/x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "urn:x",
                "mailto:a@b"
            })
    void only_the_web_is_linked_to(String iri) {
        assertThat(LocalLinks.outside(iri)).isEmpty();
    }

    @Test
    void an_address_outside_is_encoded() {
        assertThat(LocalLinks.outside("HTTPS://例.example/é?q=1#f")).contains("HTTPS://%E4%BE%8B.example/%C3%A9?q=1#f");
    }
}
