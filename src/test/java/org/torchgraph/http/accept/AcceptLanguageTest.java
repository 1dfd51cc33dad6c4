package org.torchgraph.http.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh | zh",
                "zh-CN | zh",
                "zh-Hans | zh",
                "zh-Hans-CN | zh",
                "zh-TW | zh",
                "ZH-cn | zh",
                "zh-CN,zh;q=0.9,en;q=0.8 | zh",
                "en-US,en;q=0.9,zh-CN;q=0.8 | en",
                "de, zh;q=0.3 | zh",
                "en;q=0.2, zh;q=0.7 | zh",
                "fr | en",
                "* | en",
                "'' | en",
                "zh;q=0 | en",
                "en;q=oops, zh | zh",
                "e!n, -, zh-;q=2, zh;q=0.1 | zh",
            })
    void language_of_the_site_is_found_by_lookup(String header, String expected) {
        assertThat(AcceptLanguage.parse(header).best(List.of("en", "zh"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"zh", "en"})
    void without_a_preference_the_first_of_the_site_is_chosen(String first) {
        String second = first.equals("zh") ? "en" : "zh";
        assertThat(AcceptLanguage.parse(null).best(List.of(first, second))).isEqualTo(first);
    }
}
