package org.torchgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Timelines on the page of a question. */
class TimelineChartTest extends ChartPages {
    @Test
    void a_timeline_has_a_mark_for_each_thing_that_leads_to_it() {
        String page = page(
                "timeline",
                List.of("date", "thing"),
                List.of(List.of(day("1990-01-01"), thing("a")), List.of(day("2010-01-01"), thing("b"))));
        assertThat(page)
                .contains("<figure", "<table")
                .containsOnlyOnce("cx=\"2.00%\"")
                .containsOnlyOnce("cx=\"96.00%\"");
        assertThat(page)
                .contains(
                        ">1990</text>", ">2010</text>", "aria-label=\"Alpha\"", "href=\"/doc/b\" aria-label=\"Beta\"");
    }

    @Test
    void a_kind_a_band_and_its_years_make_lanes_over_bands() {
        List<String> columns = List.of("date", "thing", "level", "stage", "from", "to");
        String page = page(
                "timeline",
                columns,
                List.of(
                        Arrays.asList(day("1990-01-01"), thing("a"), thing("local"), null, null, null),
                        Arrays.asList(
                                day("2000-01-01"),
                                thing("b"),
                                thing("central"),
                                thing("s"),
                                year("1995"),
                                year("2004")),
                        Arrays.asList(
                                day("2009-01-01"), thing("c"), thing("central"), thing("t"), year("2005"), null)));
        assertThat(page.split("<rect class=\"band", -1)).hasSize(3);
        assertThat(page.substring(0, page.indexOf("<ol class=\"chrono")).split("class=\"mark", -1))
                .hasSize(1 + 2 + 3);
        assertThat(page)
                .containsSubsequence("id/local</text>", "Alpha", "id/central</text>", "Beta")
                .containsSubsequence(
                        "<ol class=\"chrono\"", "Alpha", "id/local", "Beta", "id/central", "id/s", "id/c<");
        assertThat(page(
                        "timeline",
                        columns.subList(0, 3),
                        List.of(
                                List.of(day("1990-01-01"), thing("a"), thing("local")),
                                List.of(day("1991-01-01"), thing("b"), thing("local")))))
                .doesNotContain("class=\"band");
    }

    @Test
    void rows_that_differ_in_other_columns_are_one_mark() {
        String page = page(
                "timeline",
                List.of("date", "thing", "issuer"),
                List.of(
                        List.of(year("1990"), thing("a"), thing("x")),
                        List.of(year("1990"), thing("a"), thing("y")),
                        List.of(year("1991"), thing("b"), thing("y"))));
        assertThat(page.split("<circle class=\"fill\"", -1)).hasSize(3);
    }

    @Test
    void a_period_is_drawn_to_the_end_of_its_last_year_and_an_open_one_is_a_point() {
        String page = page(
                "timeline",
                List.of("from", "to", "thing"),
                List.of(
                        List.of(year("2000"), year("2009"), thing("a")),
                        Arrays.asList(year("2010"), null, thing("b"))));
        assertThat(page).containsOnlyOnce("<line class=\"span\" x1=\"2.00%\" x2=\"96.00%\"");
        assertThat(page.split("<circle class=\"fill\"", -1)).hasSize(3);
    }

    @Test
    void a_narrow_screen_has_time_from_above_to_below_with_gaps_for_empty_years() {
        String page = page(
                "timeline",
                List.of("from", "to", "thing"),
                List.of(
                        Arrays.asList(year("2003"), null, thing("b")),
                        List.of(year("2001"), year("2002"), thing("a")),
                        Arrays.asList(year("2019"), null, thing("c"))));
        assertThat(page)
                .containsSubsequence(
                        "<svg class=\"chart wide\"",
                        "<ol class=\"chrono\"",
                        "<li class=\"g0\">",
                        ">2001</time>–<time datetime=\"2002\">",
                        "href=\"/doc/a\"",
                        "<li class=\"g2\">",
                        "href=\"/doc/b\"",
                        "<li class=\"g5\">",
                        "href=\"/doc/c\"",
                        "</ol>");
    }
}
