package org.torchgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountTest {

    @ParameterizedTest
    @ValueSource(strings = {"/torchgraph", "/torchgraph/", "/a/b-c/d.e", "/%E9%AB%98", "/~x/@y:z"})
    void a_path_is_a_mount_with_or_without_its_last_slash(String text) {
        assertThat(Mount.parse(text).orElseThrow().of("/doc/x")).isEqualTo(text.replaceFirst("/$", "") + "/doc/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void the_root_adds_nothing(String text) {
        assertThat(Mount.parse(text)).contains(Mount.ROOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "torchgraph",
                "//evil.example",
                "/a//b",
                "/a/../b",
                "/..",
                "/.",
                "https://evil.example/",
                "/a?b",
                "/a#b",
                "/a b",
                "/a\"b",
                "/<script>",
                "/a\r\nX: y",
                "/%zz",
                "/\\evil",
                "/高新"
            })
    void what_is_no_path_is_no_mount(String text) {
        assertThat(Mount.parse(text)).isEmpty();
    }

    @Test
    void a_path_of_any_length_is_not_repeated_in_each_link() {
        assertThat(Mount.parse("/" + "a".repeat(2000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/x", "?page=2", "#top", ""})
    void only_paths_of_the_site_are_moved(String reference) {
        assertThat(new Mount("/m").of(reference)).isEqualTo(reference);
    }
}
