package org.torchgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.torchgraph.messages.Language;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;
import org.torchgraph.site.question.QuestionForm;
import org.torchgraph.site.question.QuestionResult;

/** Answers as pictures. */
class ChartTest extends ChartPages {
    @Test
    void bars_are_as_long_as_their_numbers() {
        String page = page(
                "bar",
                List.of("thing", "count"),
                List.of(List.of(thing("a"), number(8)), List.of(thing("b"), number(2))));
        assertThat(page)
                .containsSubsequence(
                        "<ul class=\"bars\"",
                        "Alpha</a>",
                        ">8</span>",
                        "width=\"100.00%\"",
                        "Beta</a>",
                        "width=\"25.00%\"");
    }

    @Test
    void years_stand_at_their_true_distance_and_what_has_no_year_is_hatched_beside_them() {
        Document page = Jsoup.parse(page(
                "bar",
                List.of("year", "zones"),
                List.of(
                        List.of(year("1990"), number(4)),
                        List.of(year("1991"), number(2)),
                        List.of(year("1993"), number(0)),
                        List.of(year("1999"), number(1)),
                        Arrays.asList(null, number(8)))));
        assertThat(page.select("svg.chart rect.fill").eachAttr("x"))
                .as("ten years share 79 per cent; 1993 has none")
                .containsExactly("7.95%", "15.85%", "79.05%");
        assertThat(page.select("svg.chart [tabindex=0] title").eachText())
                .containsExactly("1990: 4", "1991: 2", "1999: 1", "no year: 8");
        assertThat(page.select(".val").eachText()).containsExactly("4", "1", "8");
        assertThat(page.select(".hatch")).hasSize(1);
        assertThat(page.select(".under > span").eachText()).startsWith("Number: Zones", "Without a year: 8 (hatched)");
        Document known = Jsoup.parse(page(
                "bar",
                List.of("year", "zones"),
                List.of(List.of(year("1990"), number(4)), List.of(year("1991"), number(2)))));
        assertThat(known.select(".hatch")).isEmpty();
        assertThat(known.select("svg.chart .fill")).hasSize(2);
    }

    @Test
    void rows_that_are_not_drawn_are_counted_below_the_picture_by_what_they_lack() {
        Document page = Jsoup.parse(page(
                "timeline",
                List.of("date", "thing"),
                List.of(
                        List.of(year("1990"), thing("a")),
                        List.of(year("1992"), thing("b")),
                        Arrays.asList(null, thing("c")),
                        Arrays.asList(null, thing("d")))));
        assertThat(page.select(".under > span").eachText())
                .startsWith("Unit: year", "Thing: 2 without “Date” not drawn")
                .hasSize(4);
        assertThat(page.select("svg.chart title").eachText()).containsExactly("1990: Alpha", "1992: Beta");
        assertThat(page.select(".save a").eachAttr("href")).containsExactly("/queries/q.svg?labels=en");
    }

    @Test
    void an_answer_that_cannot_be_drawn_is_a_table_alone() {
        assertThat(page(
                        "timeline",
                        List.of("thing", "other"),
                        List.of(List.of(thing("a"), thing("b")), List.of(thing("b"), thing("a")))))
                .contains("<table")
                .doesNotContain("<figure");
        assertThat(page(
                        "bar",
                        List.of("thing", "count"),
                        List.of(List.of(thing("a"), number(-1)), List.of(thing("b"), number(2)))))
                .doesNotContain("<figure");
        assertThat(page("timeline", List.of("date", "thing"), List.of(List.of(year("1990"), thing("a")))))
                .doesNotContain("<figure");
        List<List<Node>> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(List.of(year(Integer.toString(1900 + i)), thing("a" + i)));
        }
        assertThat(page("timeline", List.of("date", "thing"), many)).doesNotContain("<figure");
        assertThat(page("table", List.of("date", "thing"), many.subList(0, 5))).doesNotContain("<figure");
    }

    @Test
    void names_are_escaped_and_shortened_in_the_picture_and_whole_in_the_table() {
        String long1 = "a".repeat(80);
        Sample evil =
                Sample.of("<id/e> rdfs:label \"<script>alert(1)</script>\" . <id/l> rdfs:label \"" + long1 + "\" .");
        Question question =
                Asked.question("q", "#+ title.en: Q\n#+ title.zh: 问\n#+ view: timeline\nSELECT * { ?s ?p ?o }");
        QuestionResult outcome = new QuestionResult.Rows(
                new Table(
                        List.of("date", "thing"),
                        List.of(List.of(year("1990"), thing("e")), List.of(year("1991"), thing("l")))),
                evil.labels());
        String page = Pages.question(
                evil.frame(Language.EN, false, "/queries/q"),
                question,
                Map.of(),
                QuestionForm.Choices.NONE,
                outcome,
                "");
        assertThat(page).contains("<figure", "a".repeat(46) + "…", long1).doesNotContain("<script>alert");
    }

    @Test
    void what_is_too_much_for_a_picture_is_said_to_be_in_the_table() {
        List<List<Node>> many = new ArrayList<>();
        for (int i = 0; i < 61; i++) {
            many.add(List.of(thing("a" + i), thing("p"), thing("b" + i)));
        }
        assertThat(page("graph", List.of("from", "relation", "to"), many))
                .contains("Too much to tell apart", "<table")
                .doesNotContain("<figure");
        assertThat(page("graph", List.of("from", "relation", "to"), many.subList(0, 15)))
                .contains("<figure")
                .doesNotContain("Too much");
    }

    @Test
    void columns_that_do_not_fit_are_a_table_without_fuss() {
        List<List<Node>> rows =
                List.of(List.of(thing("a"), text("x"), number(1)), List.of(thing("b"), text("y"), number(2)));
        for (String view : List.of("line", "tree", "graph", "timeline")) {
            assertThat(page(view, List.of("thing", "what", "count"), rows))
                    .contains("<table")
                    .doesNotContain("<figure", "class=\"tree\"", "Too much");
        }
        Node endless = NodeFactory.createLiteralDT("INF", XSDDatatype.XSDdouble);
        List<List<Node>> infinite =
                List.of(List.of(year("2000"), thing("a"), endless), List.of(year("2001"), thing("b"), number(2)));
        for (String view : List.of("line", "bar")) {
            assertThat(page(view, List.of("year", "thing", "value"), infinite))
                    .contains("<table")
                    .doesNotContain("<figure");
        }
    }
}
