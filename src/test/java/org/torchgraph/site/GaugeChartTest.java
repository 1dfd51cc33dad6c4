package org.torchgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

/** Gauges of targets on the page of a question. */
class GaugeChartTest extends ChartPages {
    private static final List<String> GAUGE = List.of(
            "comparator",
            "value",
            "upTo",
            "unit",
            "deadline",
            "baseline",
            "baselineUnit",
            "observed",
            "observedUnit",
            "year");

    private String gauge(Node... row) {
        return page("gauge", GAUGE, List.of(Arrays.asList(row)));
    }

    @Test
    void a_gauge_has_where_it_began_what_was_observed_and_what_would_meet_the_target_on_one_scale() {
        String page = gauge(
                text("<="),
                number(40),
                null,
                text("t"),
                year("2025"),
                number(50),
                text("t"),
                number(30),
                text("t"),
                year("2024"));
        assertThat(page)
                .containsSubsequence(
                        "<ul class=\"bars gauge\"",
                        "Starting from",
                        ">50 t</span>",
                        "<rect class=\"meets\" x=\"0.00%\"",
                        "width=\"72.73%\"",
                        "<svg x=\"90.91%\"",
                        "Observed in 2024",
                        ">30 t</span>",
                        "<svg x=\"54.55%\"",
                        "Target for 2025",
                        ">≤ 40 t</span>",
                        "<svg x=\"72.73%\"",
                        "<table");
        assertThat(gauge(text(">"), number(40), null, text("t"), null, null, null, number(50), text("t"), null))
                .contains(
                        "<rect class=\"meets\" x=\"72.73%\" y=\"4\" width=\"27.27%\"",
                        ">Observed</span>", ">Target</span>");
        assertThat(gauge(text(".."), number(20), number(40), text("t"), null, null, null, number(10), text("t"), null))
                .contains("<rect class=\"meets\" x=\"45.45%\" y=\"4\" width=\"45.45%\"", ">20–40 t</span>");
    }

    @Test
    void there_is_no_gauge_where_units_differ_or_are_missing_or_nothing_is_known_but_the_target() {
        for (String page : List.of(
                gauge(text(">"), number(4), null, text("t"), null, null, null, number(5), text("kt"), year("2024")),
                gauge(text(">"), number(4), null, text("t"), null, number(3), null, number(5), text("t"), year("2024")),
                gauge(text(">"), number(4), null, null, null, null, null, number(5), null, year("2024")),
                gauge(text(">"), number(4), null, text("t"), year("2025"), null, null, null, null, null),
                gauge(text(">"), number(4), null, text("t"), null, number(-3), text("t"), null, null, null),
                gauge(null, number(4), null, text("t"), null, number(3), text("t"), null, null, null),
                page("gauge", List.of("a", "b"), List.of(List.of(number(1), number(2)))))) {
            assertThat(page).contains("<table").doesNotContain("class=\"bars");
        }
    }
}
