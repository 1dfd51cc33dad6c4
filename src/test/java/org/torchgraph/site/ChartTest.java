package org.torchgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.torchgraph.messages.Language;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;
import org.torchgraph.site.question.QuestionPage;
import org.torchgraph.site.question.QuestionResult;

/** Answers as pictures. */
class ChartTest {
    private final Sample sample = Sample.of("<id/a> rdfs:label \"Alpha\"@en . <id/b> rdfs:label \"Beta\"@en .");

    private String page(String view, List<String> columns, List<List<Node>> rows) {
        Question question =
                Asked.question("q", "#+ title.en: Q\n#+ title.zh: 问\n#+ view: " + view + "\nSELECT * { ?s ?p ?o }");
        QuestionResult outcome = new QuestionResult.Rows(new Table(columns, rows), sample.labels());
        return Pages.question(
                sample.frame(Language.EN, false, "/queries/q"),
                question,
                Map.of(),
                QuestionPage.Choices.NONE,
                outcome,
                "SELECT 1");
    }

    private static Node thing(String name) {
        return NodeFactory.createURI(Sample.BASE + "id/" + name);
    }

    private static Node year(String year) {
        return NodeFactory.createLiteralDT(year, XSDDatatype.XSDgYear);
    }

    private static Node day(String day) {
        return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
    }

    private static Node number(int number) {
        return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
    }

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
                QuestionPage.Choices.NONE,
                outcome,
                "");
        assertThat(page).contains("<figure", "a".repeat(46) + "…", long1).doesNotContain("<script>alert");
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node decimal(String number) {
        return NodeFactory.createLiteralDT(number, XSDDatatype.XSDdecimal);
    }

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
                .contains("<rect class=\"fill\" x=\"25%\" width=\"75%\"")
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
