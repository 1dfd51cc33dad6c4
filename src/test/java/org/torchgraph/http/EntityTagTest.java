package org.torchgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.Preconditions.EntityTags;

class EntityTagTest {
    private static final EntityTag TAG = new EntityTag("abc", false);

    @Test
    void tag_changes_with_each_part() {
        assertThat(List.of(
                        EntityTag.of("v1", "ttl", "en"),
                        EntityTag.of("v2", "ttl", "en"),
                        EntityTag.of("v1", "nt", "en"),
                        EntityTag.of("v1", "ttl", "zh"),
                        EntityTag.of("v1", "ttle", "n")))
                .doesNotHaveDuplicates()
                .allMatch(tag -> !tag.weak());
        assertThat(EntityTag.of("v1", "ttl")).isEqualTo(EntityTag.of("v1", "ttl"));
    }

    @Test
    void tag_is_quoted_and_never_holds_two_hyphens() {
        assertThat(EntityTag.of("v1").coded("gzip").toString()).matches("\"[0-9a-f]{24}-gzip\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "\"\""})
    void tag_is_written_as_it_was_read(String text) {
        assertThat(EntityTags.parse(text).tags()).singleElement().hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "\"abc", "\"a,b c--gzip\"", "*"})
    void malformed_tag_is_none(String text) {
        assertThat(EntityTags.parse(text).tags()).isEmpty();
    }

    @Test
    void coding_is_part_of_the_tag() {
        assertThat(TAG.coded("gzip")).hasToString("\"abc-gzip\"").isNotEqualTo(TAG);
        assertThat(TAG.coded("gzip").coded("gzip")).isEqualTo(TAG.coded("gzip"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "\"x,y\",W/\"abc\"", "\"abc-gzip\"", "\"abc--gzip\""})
    void if_none_match_knows_the_version_weakly_and_in_any_coding(String header) {
        assertThat(EntityTags.parse(header).known(TAG)).isPresent();
        assertThat(EntityTags.parse(header).known(TAG.coded("gzip"))).isPresent();
    }

    @Test
    void answer_304_repeats_the_tag_that_the_client_holds() {
        assertThat(EntityTags.parse("\"x\", \"abc-gzip\"").known(TAG)).contains(TAG.coded("gzip"));
        assertThat(EntityTags.parse(" * ").known(TAG)).contains(TAG);
        assertThat(EntityTags.parse("W/\"abc\"").known(TAG)).contains(TAG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abd\"", "abc", "", "\"ABC\"", "\"abc-gzip-x\""})
    void if_none_match_does_not_know_another_version(String header) {
        assertThat(EntityTags.parse(header).known(TAG)).isEmpty();
    }
}
