package org.torchgraph.site.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.messages.Language;

class LiteralsTest {

    @ParameterizedTest
    @CsvSource({
        "date, 2021-01-29, 2021年1月29日, 29 January 2021",
        "date, 2021-01-29Z, 2021年1月29日（UTC）, 29 January 2021 (UTC)",
        "date, 2021-01-29+08:00, 2021年1月29日（UTC+08:00）, 29 January 2021 (UTC+08:00)",
        "date, 2021-01-29-05:00, 2021年1月29日（UTC-05:00）, 29 January 2021 (UTC-05:00)",
        "date, -0044-03-15, 公元前45年3月15日（-0044）, 15 March 45 BC (-0044)",
        "date, 0079-08-24, 79年8月24日, 24 August 79",
        "date, 12021-01-29, 12021年1月29日, 29 January 12021",
        "date, 2021-02-30, 2021-02-30, 2021-02-30",
        "gYear, -0044, 公元前45年（-0044）, 45 BC (-0044)",
        "gYear, 0000, 公元前1年（0000）, 1 BC (0000)",
        "gYear, 2025Z, 2025（UTC）, 2025 (UTC)",
        "gYear, -99999999999999, 公元前100000000000000年（-99999999999999）, 100000000000000 BC (-99999999999999)",
        "gYearMonth, 2002-01-06:00, 2002年1月（UTC-06:00）, January 2002 (UTC-06:00)",
        "gYearMonth, 2002-13, 2002-13, 2002-13",
        "gYearMonth, 2002-01, 2002年1月, January 2002",
        "gYear, 2025, 2025, 2025",
        "dateTime, 2021-01-29T08:30:00+08:00, 2021年1月29日 00:30 UTC, 29 January 2021 00:30 UTC",
        "dateTime, 2021-01-29T08:30:00, 2021年1月29日 08:30, 29 January 2021 08:30",
        "dateTime, 2021-01-29T08:30:05.1Z, 2021年1月29日 08:30:05.1 UTC, 29 January 2021 08:30:05.1 UTC",
        "dateTime, 2021-01-29T08:30:00.900, 2021年1月29日 08:30:00.9, 29 January 2021 08:30:00.9",
        "dateTime, 2021-01-29T08:30:05.000Z, 2021年1月29日 08:30:05 UTC, 29 January 2021 08:30:05 UTC",
        "dateTime, 2021-01-29T08:30:05Z, 2021年1月29日 08:30:05 UTC, 29 January 2021 08:30:05 UTC",
        "dateTime, 2021-01-29T24:00:00, 2021年1月30日 00:00, 30 January 2021 00:00",
        "dateTime, 2021-01-29T25:00:00, 2021-01-29T25:00:00, 2021-01-29T25:00:00",
        "dateTime, -0043-03-15T12:00:00, 公元前44年3月15日（-0043） 12:00, 15 March 44 BC (-0043) 12:00",
        "dateTime, 0001-01-01T00:30:00+01:00, 公元前1年12月31日（0000） 23:30 UTC, 31 December 1 BC (0000) 23:30 UTC",
        "integer, 00012, 00012, 00012",
        "integer, -12345, '-12,345', '-12,345'",
        "decimal, 012345.5, 012345.5, 012345.5",
        "date, soon, soon, soon",
        "boolean, true, 是, yes",
        "boolean, 0, 否, no",
        "boolean, maybe, maybe, maybe",
        "decimal, 0.40, 0.40, 0.40",
    })
    void a_value_is_read_in_the_language_of_the_page(String type, String lexical, String zh, String en) {
        assertThat(new Literals(Language.ZH).show(typed(type, lexical)).text()).isEqualTo(zh);
        assertThat(new Literals(Language.EN).show(typed(type, lexical)).text()).isEqualTo(en);
    }

    @Test
    void numbers_times_and_codes_are_set_as_such() {
        Literals literals = new Literals(Language.EN);
        assertThat(literals.show(typed("integer", "46")).number()).isTrue();
        assertThat(literals.show(typed("integer", "many")).number()).isFalse();
        assertThat(literals.show(typed("date", "2021-01-29")).time()).isTrue();
        assertThat(literals.show(typed("hexBinary", "AB12")).code()).isTrue();
    }

    @Test
    void an_address_leads_there_only_when_it_is_of_the_web() {
        Literals literals = new Literals(Language.EN);
        assertThat(literals.show(typed("anyURI", "https://example.org/")).href())
                .isEqualTo("https://example.org/");
        assertThat(literals.show(typed("anyURI", "javascript:alert(1)")).href()).isNull();
    }

    @Test
    void text_keeps_its_language() {
        RenderedTerm shown = new Literals(Language.EN).show(NodeFactory.createLiteralLang("政策", "zh-Hans"));
        assertThat(shown.lang()).isEqualTo("zh-Hans");
        assertThat(shown.href()).isNull();
    }

    private static Node typed(String type, String lexical) {
        return NodeFactory.createLiteralDT(
                lexical, TypeMapper.getInstance().getSafeTypeByName("http://www.w3.org/2001/XMLSchema#" + type));
    }
}
