package org.torchgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines on the page of a question. */
class LineChartTest extends ChartPages {
    @Test
    void a_line_joins_neighbouring_years_and_leaves_a_gap_where_there_is_none() {
        String page = page(
                "line",
                List.of("year", "value", "thing"),
                List.of(
                        List.of(year("2000"), number(0), thing("a")),
                        List.of(year("2001"), number(50), thing("b")),
                        Arrays.asList(year("2002"), null, thing("c")),
                        List.of(year("2003"), number(100), thing("d")),
                        List.of(year("2006"), number(60), thing("e")),
                        List.of(year("2007"), number(70), thing("f")),
                        List.of(year("2007"), number(80), thing("g"))));
        assertThat(page.split("<line class=\"run\"", -1)).hasSize(2);
        assertThat(page).contains("<line class=\"run\" x1=\"10.00%\" x2=\"22.00%\" y1=\"268\" y2=\"148\"");
        assertThat(page.split("<circle class=\"mark\"", -1)).hasSize(7);
        assertThat(page)
                .contains("href=\"/doc/a\" aria-label=\"2000: 0\"", ">100</text>")
                .doesNotContain("class=\"legend\"");
    }

    @Test
    void kinds_beside_the_numbers_are_series_told_by_shape_and_name() {
        String page = page(
                "line",
                List.of("year", "value", "unit", "scope"),
                List.of(
                        List.of(year("2000"), decimal("0.4"), text("t"), text("all")),
                        List.of(year("2001"), decimal("0.3"), text("t"), text("half")),
                        List.of(year("2001"), decimal("-0.2"), text("t"), text("all"))));
        assertThat(page).contains("<ul class=\"legend\">", ">all</span>", ">half</span>", "<path class=\"mark\"");
        assertThat(page.split("<line class=\"run\"", -1)).hasSize(2);
        assertThat(page).contains(">-0.2</text>", ">0.4</text>");
    }
}
