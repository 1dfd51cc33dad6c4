package org.torchgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;

/** Trees on the page of a question. */
class TreeChartTest extends ChartPages {
    @Test
    void a_tree_has_children_below_their_parents_and_shares_that_make_one_as_bars() {
        String page = page(
                "tree",
                List.of("parent", "thing", "code", "weight", "factor"),
                List.of(
                        Arrays.asList(thing("r"), thing("a"), text("1"), decimal("0.25"), null),
                        Arrays.asList(thing("a"), thing("b"), text("1.1"), null, decimal("0.8")),
                        Arrays.asList(thing("r"), thing("c"), text("2"), decimal("0.75"), null)));
        assertThat(page)
                .containsSubsequence(
                        "<ul class=\"tree\"", "<details open", "id/r", "Alpha", "25%", "Beta", "0.8", "75%")
                .contains("<rect class=\"fill\" x=\"25.00%\" width=\"75.00%\"")
                .doesNotContain("<figure");
        assertThat(page.split("class=\"bar\"", -1)).hasSize(3);
    }

    @Test
    void codes_alone_make_a_tree() {
        String page = page(
                "tree",
                List.of("code", "thing"),
                List.of(
                        List.of(text("1"), thing("a")),
                        List.of(text("1.1"), thing("b")),
                        List.of(text("1.1.1"), thing("c")),
                        List.of(text("2.7"), thing("d"))));
        assertThat(page).contains("<ul class=\"tree\"");
        assertThat(page.split("<details open", -1)).hasSize(3);
    }

    @Test
    void a_circle_is_no_tree_and_a_chain_too_deep_to_read_is_none() {
        List<List<Node>> chain = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            chain.add(List.of(thing("n" + i), thing("n" + (i + 1))));
        }
        List<List<Node>> circle = List.of(
                List.of(thing("r"), thing("x")), List.of(thing("a"), thing("b")), List.of(thing("b"), thing("a")));
        for (List<List<Node>> rows : List.of(chain, circle)) {
            assertThat(page("tree", List.of("parent", "thing"), rows))
                    .contains("<table")
                    .doesNotContain("class=\"tree\"");
        }
    }
}
