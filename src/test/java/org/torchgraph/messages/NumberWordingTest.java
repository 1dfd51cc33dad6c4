package org.torchgraph.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and dates with the signs and words of a language. */
class NumberWordingTest {
    private static Language language(String code) {
        return InterfaceLanguages.BUNDLED.coded(code).orElseGet(() -> Language.of(code, Map.of(), Language.EN));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 12345.60, '12,345.60'",
        "zh, 12345.60, '12,345.60'",
        "de, 12345.60, '12.345,60'",
        "fr, 12345.60, '12\u202F345,60'",
        "es, 12345.60, '12.345,60'",
        "ar, 12345.60, '12,345.60'",
        "de-CH, 12345.60, '12’345.60'",
        "de, 1999, 1999",
        "de, -0.5, '-0,5'",
        "de, +12345, '+12.345'",
        "de, 3.00, 3",
        "de, -1.5E7, '-1,5E7'",
        "de, 007, 007",
        "de, INF, INF",
        "de, soon, soon"
    })
    void a_number_has_the_signs_of_the_language_and_all_its_decimals(String code, String form, String written) {
        assertThat(language(code).numbers().number(form)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "en, '1,234', 12.5%",
        "de, 1.234, '12,5\u00A0%'",
        "fr, '1\u202F234', '12,5\u00A0%'",
        "zh, '1,234', 12.5%"
    })
    void counts_and_shares_have_them_too(String code, String count, String share) {
        assertThat(language(code).numbers().count(1234)).isEqualTo(count);
        assertThat(language(code).numbers().percent(new BigDecimal("0.1250"))).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 2026-03-01, 2026-03-01T10:05:00Z",
        "zh, 2026-03-01, 2026-03-01T10:05:00Z",
        "de, 1. März 2026, '1. März 2026, 10:05 UTC'",
        "fr, 1er mars 2026, '1er mars 2026, 10:05 UTC'",
        "ja, 2026年3月1日, '2026年3月1日, 10:05 UTC'"
    })
    void days_and_times_within_sentences_are_in_the_language(String code, String day, String time) {
        Messages messages = language(code).messages();
        assertThat(messages.say("versions.kept.since", LocalDate.of(2026, 3, 1)))
                .contains(day);
        assertThat(messages.say("silence", Instant.parse("2026-03-01T10:05:00Z")))
                .contains(time);
    }

    @ParameterizedTest
    @CsvSource({"en, 1.30 to 1", "zh, 1.30", "de, '1,30 zu 1'", "fr, '1,30 pour 1'"})
    void numbers_within_sentences_have_them_too(String code, String ratio) {
        assertThat(language(code).messages().say("message.setting-contrast", "red", new BigDecimal("1.30"), "white"))
                .contains(ratio);
    }

    @Test
    void only_the_first_day_of_a_month_is_an_ordinal_in_french() {
        DateFormats french = new DateFormats(language("fr"));
        assertThat(french.within("2026-12-01")).isEqualTo("1er décembre 2026");
        assertThat(french.within("2026-12-02")).isEqualTo("2 décembre 2026");
        assertThat(french.within("2026-12-11")).isEqualTo("11 décembre 2026");
        LocalDate last = LocalDate.of(2026, 12, 31);
        assertThat(french.day(last).format(last)).isEqualTo("31 décembre 2026");
    }

    @Test
    void a_language_without_a_pattern_of_dates_has_those_of_the_locale_data() {
        LocalDate first = LocalDate.of(2026, 3, 1);
        assertThat(new DateFormats(language("es")).day(first).format(first)).isEqualTo("1 de marzo de 2026");
        assertThat(new DateFormats(language("de")).within("2026-03")).isEqualTo("2026-03");
    }
}
