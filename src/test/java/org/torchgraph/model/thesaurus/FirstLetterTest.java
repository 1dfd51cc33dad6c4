package org.torchgraph.model.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name stands below one letter in an index, whatever its first character becomes in upper case. */
class FirstLetterTest {
    @ParameterizedTest
    @CsvSource({
        "ßig, S",
        "Éclair, E",
        "Übung, U",
        "'«Oud»', O",
        "ﬁnch, F",
        "եւ, Ե",
        "和, H",
        "3D, 0–9",
    })
    void a_name_stands_below_one_letter(String name, String letter) {
        assertThat(new FirstLetter().of(name)).isEqualTo(letter);
    }
}
