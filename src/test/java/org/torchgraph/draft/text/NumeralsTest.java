package org.torchgraph.draft.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource({
        "53, 53",
        "0.4, 0.4",
        "'1,234', 1234",
        "１２０, 120",
        "１．５, 1.5",
        "五, 5",
        "两, 2",
        "十, 10",
        "十二, 12",
        "五十三, 53",
        "一百零五, 105",
        "二〇二一, 2021",
        "一万亿, 1000000000000",
        "一万五千亿, 1500000000000",
        "1.5万, 15000",
        "3千, 3000",
        "两万三千, 23000",
        "一亿二千万, 120000000"
    })
    void a_number_is_read_in_either_kind_of_digits(String printed, String value) {
        assertThat(printed).matches(Numerals.PATTERN);
        assertThat(Numerals.value(printed)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "1988年5月20日, 1988-05-20",
        "二〇二一年四月二十二日, 2021-04-22",
        "二○○二年十月三十一号, 2002-10-31",
        "2020-07-13, 2020-07-13",
        "2020.7.13发布, 2020-07-13",
        "2020/7/13, 2020-07-13",
        "２０２０年７月１日, 2020-07-01"
    })
    void a_date_is_read_in_each_form(String heading, LocalDate day) {
        assertThat(HeadingDate.at(heading).day()).contains(day);
    }

    @ParameterizedTest
    @CsvSource({"2020年7月, 2020", "2021年, 2021", "2021年2月30日, 2021", "2021-13-01, 2021", "2021.6, 2021"})
    void a_date_that_is_no_day_keeps_its_year_and_is_not_made_up(String heading, String year) {
        assertThat(HeadingDate.at(heading).day()).isEmpty();
        assertThat(HeadingDate.at(heading).year()).isEqualTo(year);
        assertThat(HeadingDate.at(heading).printed()).isEqualTo(heading);
    }

    @Test
    void what_is_no_date_is_none() {
        assertThat(HeadingDate.at("某年某月").printed()).isEmpty();
        assertThat(HeadingDate.at("12月3日").printed()).isEmpty();
        assertThat(HeadingDate.at("").printed()).isEmpty();
    }
}
