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
import org.torchgraph.question.Question;
import org.torchgraph.site.question.Outcome;
import org.torchgraph.site.question.QuestionPage;
import org.torchgraph.site.words.Language;
import org.torchgraph.sparql.Table;

/** Answers as pictures. */
class ChartTest {
    private final Sample sample = Sample.of("<id/a> rdfs:label \"Alpha\"@en . <id/b> rdfs:label \"Beta\"@en .");

    private String page(String view, List<String> columns, List<List<Node>> rows) {
        Question question =
                Asked.question("q", "#+ title.en: Q\n#+ title.zh: 问\n#+ view: " + view + "\nSELECT * { ?s ?p ?o }");
        Outcome outcome = new Outcome.Rows(new Table(columns, rows), sample.labels());
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
        assertThat(page.split("<circle", -1)).hasSize(4);
        assertThat(page).containsSubsequence("id/central</text>", "Beta", "id/local</text>", "Alpha");
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
        assertThat(page.split("<circle", -1)).hasSize(3);
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
        assertThat(page.split("<circle", -1)).hasSize(3);
    }

    @Test
    void bars_are_as_long_as_their_numbers() {
        String page = page(
                "bar",
                List.of("thing", "count"),
                List.of(List.of(thing("a"), number(8)), List.of(thing("b"), number(2))));
        assertThat(page).contains("width=\"88.00%\"", "width=\"22.00%\"", ">Alpha</text>", "class=\"val\"");
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
        Outcome outcome = new Outcome.Rows(
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
        assertThat(page).contains("<figure", "a".repeat(52) + "…", long1).doesNotContain("<script>alert");
    }
}
