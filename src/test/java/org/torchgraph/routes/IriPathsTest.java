package org.torchgraph.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.torchgraph.http.PercentEncoding;

class IriPathsTest {
    private static final String BASE = "https://w3id.org/torchgraph/";
    private static final IriPaths PATHS = new IriPaths(BASE);

    @Test
    void ascii_slug_has_one_candidate() {
        assertThat(PATHS.candidates("/id/policy/2021-x")).containsExactly(BASE + "id/policy/2021-x");
    }

    @Test
    void readable_form_comes_first_then_the_form_sent() {
        assertThat(PATHS.candidates("/id/%E9%AB%98%e6%96%b0"))
                .containsExactly(
                        BASE + "id/高新",
                        BASE + "id/%E9%AB%98%e6%96%b0",
                        BASE + "id/%E9%AB%98%E6%96%B0",
                        BASE + "id/%e9%ab%98%e6%96%b0");
    }

    @Test
    void the_form_sent_comes_before_the_composed() {
        assertThat(PATHS.candidates("/id/e%CC%81")).startsWith(BASE + "id/e\u0301", BASE + "id/\u00e9");
    }

    @Test
    void octets_that_mean_something_else_stay_encoded() {
        assertThat(PATHS.candidates("/id/a%2Fb%20c%3Cd%25"))
                .containsExactly(BASE + "id/a%2Fb%20c%3Cd%25", BASE + "id/a%2fb%20c%3cd%25");
        assertThat(PATHS.candidates("/id/%FF%zz")).first().isEqualTo(BASE + "id/%FF%zz");
    }

    @Test
    void unreserved_octets_are_decoded() {
        assertThat(PATHS.candidates("/id/%61%2Db")).first().isEqualTo(BASE + "id/a-b");
    }

    @Test
    void marks_that_hide_or_turn_text_stay_encoded() {
        assertThat(PercentEncoding.readable("%E2%80%AE%C2%A0%E9%AB%98")).isEqualTo("%E2%80%AE%C2%A0高");
    }

    @Test
    void encoded_question_mark_may_be_one_of_the_iri() {
        assertThat(PATHS.candidates("/id/x%3Fy=1")).contains(BASE + "id/x?y=1", BASE + "id/x%3Fy=1");
    }
}
