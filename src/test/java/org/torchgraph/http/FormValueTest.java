package org.torchgraph.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormValueTest {

    @ParameterizedTest
    @CsvSource({"a+b,a b", "a%2Bb,a+b", "%e5%8C%BA,区", "区,区", "%EF%BF%BD,\uFFFD", "'',''", "100%25,100%"})
    void octets_are_utf8_and_a_plus_is_a_space(String sent, String meant) {
        assertThat(PercentEncoding.decoded(sent)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%2", "%zz", "%E4", "%C0%AF", "%ED%A0%80", "%FF", "a\uFFFDb"})
    void what_is_not_utf8_is_refused_and_not_mended(String sent) {
        assertThatIllegalArgumentException().isThrownBy(() -> PercentEncoding.decoded(sent));
    }
}
