package org.torchgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdinalTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 999_999_999})
    void a_whole_number_from_1_is_one(int number) {
        assertThat(Ordinal.parse(Integer.toString(number))).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "+1", "-1", "1.0", " 1", "1000000000", "99999999999999", "x", "\u0661"})
    void any_other_text_is_none(String text) {
        assertThat(Ordinal.parse(text)).isEmpty();
    }
}
