package org.torchgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.torchgraph.messages.Language;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.question.Panel;
import org.torchgraph.site.question.QuestionResult;
import org.torchgraph.site.words.RenderedTerm;

class AmountColumnsTest {
    private static final Sample SAMPLE = Sample.of("<id/a> htz:p 1 .");
    private static final Question QUESTION = Asked.question(
            "q", "#+ title.en: Q\n#+ title.zh: 问\n#+ panel: htz:Policy\nPREFIX htz: <def#>\nSELECT * { ?this ?p ?o }");

    private static ResultTable read(List<String> columns, List<Node> row) {
        Panel panel = new Panel(
                QUESTION,
                NodeFactory.createURI(Sample.BASE + "id/a"),
                new QuestionResult.Rows(new Table(columns, List.of(row)), SAMPLE.labels()));
        return panel.view(SAMPLE.frame(Language.EN, false, "/")).grid();
    }

    private static List<String> texts(ResultTable grid) {
        return grid.rows().get(0).stream()
                .map(cell -> cell == null ? null : cell.text())
                .toList();
    }

    private static Node number(String text) {
        return NodeFactory.createLiteralDT(text, XSDDatatype.XSDdecimal);
    }

    private static Node string(String text) {
        return NodeFactory.createLiteralString(text);
    }

    @Test
    void comparison_value_and_unit_are_read_as_one() {
        ResultTable grid = read(
                List.of("deadline", "comparator", "value", "upTo", "unit", "share"),
                Arrays.asList(string("2025"), string("<="), number("0.4"), null, string("tce"), number("0.5")));
        assertThat(grid.columns()).containsExactly("Deadline", "Value", "Share");
        assertThat(texts(grid)).containsExactly("2025", "≤ 0.4 tce", "50%");
    }

    @Test
    void a_whole_number_is_read_without_a_point_and_keeps_it_for_machines() {
        ResultTable grid = read(
                List.of("count", "value", "unit", "part"),
                List.of(number("-2.0"), number("1000000000000.00"), string("CNY"), number("0.50")));
        assertThat(texts(grid)).containsExactly("-2", "1,000,000,000,000 CNY", "0.50");
        assertThat(grid.rows().get(0).get(0)).extracting(RenderedTerm::machine).isEqualTo("-2.0");
    }

    @Test
    void a_unit_that_is_a_thing_stays_a_column_of_its_own() {
        ResultTable grid = read(
                List.of("value", "unit", "printed", "printedUnit"),
                List.of(
                        number("4"),
                        NodeFactory.createURI(Sample.BASE + "id/unit/u"),
                        number("5"),
                        NodeFactory.createURI(Sample.BASE + "id/unit/w")));
        assertThat(texts(grid)).containsExactly("4", "id/unit/u", "5", "id/unit/w");
    }

    @Test
    void a_range_has_a_dash_and_no_sign() {
        ResultTable grid = read(
                List.of("comparator", "value", "upTo", "unit"),
                List.of(string(".."), number("3"), number("5"), string("%")));
        assertThat(texts(grid)).containsExactly("3–5 %");
    }

    @Test
    void another_column_may_have_its_unit_beside_it() {
        ResultTable grid = read(
                List.of("observed", "observedUnit", "organizationalUnit"),
                List.of(number("0.46"), string("tce"), string("x")));
        assertThat(texts(grid)).containsExactly("0.46 tce", "x");
    }

    @Test
    void without_a_value_nothing_is_joined_and_a_gap_stays_a_gap() {
        assertThat(read(List.of("comparator", "unit"), List.of(string(">="), string("tce")))
                        .columns())
                .containsExactly("Comparator", "Unit");
        ResultTable none = read(List.of("goal", "comparator", "value"), Arrays.asList(string("g"), null, null));
        assertThat(texts(none)).containsExactly("g", null);
    }

    @Test
    void a_status_or_share_that_no_row_has_is_left_out() {
        assertThat(read(List.of("status", "share", "source"), Arrays.asList(null, null, null))
                        .columns())
                .containsExactly("Source");
    }

    @Test
    void long_numbers_are_grouped_and_signs_are_printed() {
        ResultTable grid = read(
                List.of("a", "b", "c", "d", "e"),
                List.of(
                        number("1234567.25"),
                        number("2025"),
                        NodeFactory.createLiteralDT("-42000", XSDDatatype.XSDinteger),
                        string(">="),
                        NodeFactory.createLiteralDT("12025", XSDDatatype.XSDgYear)));
        assertThat(texts(grid)).containsExactly("1,234,567.25", "2025", "-42,000", "≥", "12025");
        assertThat(grid.rows().get(0).get(0)).extracting(RenderedTerm::machine).isEqualTo("1234567.25");
    }
}
