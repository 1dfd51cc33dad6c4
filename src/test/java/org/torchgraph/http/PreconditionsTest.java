package org.torchgraph.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torchgraph.http.Preconditions.PreconditionResult.FAILED;
import static org.torchgraph.http.Preconditions.PreconditionResult.NOT_MODIFIED;
import static org.torchgraph.http.Preconditions.PreconditionResult.SEND;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.Preconditions.PreconditionResult;

class PreconditionsTest {
    private static final EntityTag TAG = new EntityTag("abc", false);
    private static final Instant MODIFIED = Instant.parse("2026-11-25T01:00:00Z");
    private static final String SAME = "Wed, 25 Nov 2026 01:00:00 GMT";
    private static final String BEFORE = "Wed, 25 Nov 2026 00:59:59 GMT";

    private static PreconditionResult judged(boolean read, String... headers) {
        Map<String, String> sent = headers.length == 2
                ? Map.of(headers[0], headers[1])
                : Map.of(headers[0], headers[1], headers[2], headers[3]);
        return Preconditions.of(name -> Optional.ofNullable(sent.get(name))).judge(TAG, Optional.of(MODIFIED), read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
    void the_three_forms_of_a_date_are_the_same_instant(String text) {
        assertThat(Preconditions.date(text)).contains(Instant.parse("1994-11-06T08:49:37Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "0", "Sun, 99 Nov 1994 08:49:37 GMT", "2026-11-25T01:00:00Z", "<script>"})
    void a_date_that_is_none_is_left_out(String text) {
        assertThat(Preconditions.date(text)).isEmpty();
        assertThat(judged(true, "If-Modified-Since", text)).isEqualTo(SEND);
        assertThat(judged(true, "If-Unmodified-Since", text)).isEqualTo(SEND);
    }

    @Test
    void a_date_is_written_in_the_form_that_is_sent() {
        assertThat(Preconditions.date(MODIFIED)).isEqualTo(SAME);
    }

    @Test
    void without_conditions_it_is_sent() {
        assertThat(judged(true, "Accept", "*/*")).isEqualTo(SEND);
    }

    @Test
    void who_has_the_tag_is_told_so_on_a_read_and_refused_otherwise() {
        assertThat(judged(true, "If-None-Match", "\"abc\"")).isEqualTo(NOT_MODIFIED);
        assertThat(judged(false, "If-None-Match", "\"abc\"")).isEqualTo(FAILED);
        assertThat(judged(true, "If-None-Match", "\"other\"")).isEqualTo(SEND);
        assertThat(judged(true, "If-None-Match", "nonsense")).isEqualTo(SEND);
    }

    @Test
    void the_date_counts_on_reads_and_only_without_a_tag() {
        assertThat(judged(true, "If-Modified-Since", SAME)).isEqualTo(NOT_MODIFIED);
        assertThat(judged(true, "If-Modified-Since", BEFORE)).isEqualTo(SEND);
        assertThat(judged(false, "If-Modified-Since", SAME)).isEqualTo(SEND);
        assertThat(judged(true, "If-None-Match", "\"other\"", "If-Modified-Since", SAME))
                .isEqualTo(SEND);
    }

    @Test
    void if_match_compares_strongly() {
        assertThat(judged(true, "If-Match", "\"x\", \"abc\"")).isEqualTo(SEND);
        assertThat(judged(true, "If-Match", "\"abc-gzip\"")).isEqualTo(SEND);
        assertThat(judged(true, "If-Match", "*")).isEqualTo(SEND);
        assertThat(judged(true, "If-Match", "W/\"abc\"")).isEqualTo(FAILED);
        assertThat(judged(true, "If-Match", "\"other\"")).isEqualTo(FAILED);
    }

    @Test
    void a_later_change_fails_if_unmodified_since_unless_a_tag_says_more() {
        assertThat(judged(true, "If-Unmodified-Since", BEFORE)).isEqualTo(FAILED);
        assertThat(judged(true, "If-Unmodified-Since", SAME)).isEqualTo(SEND);
        assertThat(judged(true, "If-Match", "\"abc\"", "If-Unmodified-Since", BEFORE))
                .isEqualTo(SEND);
    }
}
