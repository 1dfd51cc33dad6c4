package org.torchgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Graphs on the page of a question. */
class GraphChartTest extends ChartPages {
    @Test
    void a_graph_stands_by_date_and_its_arcs_point_from_thing_to_thing() {
        String page = page(
                "graph",
                List.of("from", "relation", "to", "fromDate", "toDate"),
                List.of(
                        Arrays.asList(thing("a"), thing("cites"), thing("b"), day("2020-01-01"), year("1990")),
                        Arrays.asList(thing("c"), thing("follows"), thing("a"), year("2021"), day("2020-01-01"))));
        assertThat(page.split("<path class=\"arc\" d=\"M", -1)).hasSize(2 + 2 + 1);
        assertThat(page)
                .containsSubsequence(
                        "<ul class=\"legend\">",
                        "id/cites",
                        "id/follows",
                        "<div class=\"scroll\"",
                        "<svg class=\"chart long\"")
                .containsSubsequence(">1990</text>", ">Beta</text>", ">2020</text>", ">Alpha</text>", ">2021</text>")
                .contains("<title>Alpha → id/cites → Beta</title>");
    }

    @Test
    void the_date_of_a_relation_stands_beside_its_object_and_orders_the_things() {
        String page = page(
                "graph",
                List.of("from", "relation", "to", "since"),
                List.of(
                        Arrays.asList(thing("b"), thing("passed"), thing("c"), year("2023")),
                        Arrays.asList(thing("a"), thing("became"), thing("b"), year("1998"))));
        assertThat(page.substring(page.indexOf("<svg class=\"chart long\"")))
                .containsSubsequence(">Alpha</text>", ">1998</text>", ">Beta</text>", ">2023</text>", ">id/c</text>");
    }

    @Test
    void a_graph_without_dates_has_what_is_pointed_at_before_what_points_even_in_a_circle() {
        String page = page(
                "graph",
                List.of("from", "relation", "to"),
                List.of(
                        List.of(thing("a"), thing("p"), thing("b")),
                        List.of(thing("x"), thing("p"), thing("y")),
                        List.of(thing("y"), thing("p"), thing("x")),
                        List.of(thing("b"), thing("p"), thing("z"))));
        assertThat(page).containsSubsequence("<svg class=\"chart long\"", ">id/z<", ">Beta<", ">Alpha<", ">id/x<");
    }
}
