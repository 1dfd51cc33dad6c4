package org.torchgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Results with codes of provinces, drawn as a grid of tiles. */
class TilesChartTest {
    private static final Sample SAMPLE =
            Sample.of("<id/sichuan> rdfs:label \"Sichuan\"@en . <id/beijing> rdfs:label \"Beijing\"@en .");
    private static final Question ZONES =
            Asked.question("zones", "#+ title.en: Zones\n#+ title.zh: 高新区\nSELECT * { ?s ?p ?o }");

    private static Node thing(String path) {
        return NodeFactory.createURI(Sample.BASE + path);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node number(int number) {
        return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
    }

    private static Document page(Language language, List<String> columns, Node[]... rows) {
        Table table = new Table(columns, Arrays.stream(rows).map(Arrays::asList).toList());
        return Jsoup.parse(Pages.question(
                SAMPLE.frame(language, false, "/queries/zones"),
                ZONES,
                Map.of(),
                QuestionForm.Choices.NONE,
                new QuestionResult.Rows(table, SAMPLE.labels()),
                ""));
    }

    private static final List<String> LIST = List.of("zone", "inProvince", "provinceCode");

    @Test
    void rows_are_counted_for_each_province_and_every_province_has_a_tile() {
        Document page = page(
                Language.ZH,
                LIST,
                new Node[] {thing("id/a"), thing("id/sichuan"), text("510000")},
                new Node[] {thing("id/b"), thing("id/sichuan"), text("510000")},
                new Node[] {thing("id/c"), thing("id/beijing"), text("110000")});
        assertThat(page.select(".tiles rect")).hasSize(34);
        assertThat(page.select(".tiles a").eachText())
                .contains("四川: 2四川2", "北京: 1北京1")
                .hasSize(2);
        assertThat(page.select(".tiles a").eachAttr("href")).allMatch(href -> href.contains("/doc/"));
        assertThat(page.select(".tiles .t0")).hasSize(32);
        assertThat(page.select(".steps-key li").eachText()).containsExactly("1", "2", "本答案中没有");
        assertThat(page.select(".under > span").eachText()).noneMatch(note -> note.contains("代码"));
    }

    @Test
    void a_number_in_the_row_of_a_province_is_that_of_its_tile() {
        Document page = page(
                Language.EN,
                List.of("inProvince", "provinceCode", "zones"),
                new Node[] {thing("id/sichuan"), text("510000"), number(8)},
                new Node[] {thing("id/beijing"), text("110000"), number(1)});
        assertThat(page.select(".tiles a").eachAttr("aria-label"))
                .containsExactlyInAnyOrder("SC 8 (Sichuan)", "BJ 1 (Beijing)");
        assertThat(page.select(".tiles .t4 .n").eachText()).containsExactly("8");
    }

    @Test
    void with_a_time_the_things_are_counted_by_year_beside_the_tiles() {
        Document page = page(
                Language.EN,
                List.of("zone", "inProvince", "provinceCode", "approved"),
                new Node[] {thing("id/a"), thing("id/sichuan"), text("510000"), ChartPages.day("1991-03-06")},
                new Node[] {thing("id/b"), thing("id/sichuan"), text("510000"), ChartPages.year("1991")},
                new Node[] {thing("id/c"), thing("id/beijing"), text("110000"), ChartPages.year("1994")},
                new Node[] {thing("id/d"), thing("id/beijing"), text("110000"), null});
        assertThat(page.select("svg.chart [tabindex=0] title").eachText())
                .containsExactly("1991: 2", "1994: 1", "no year: 1");
        assertThat(page.select(".tiles")).hasSize(1);
        assertThat(page.select(".save a").eachAttr("href"))
                .containsExactly("/queries/zones.svg?labels=en", "/queries/zones.svg?labels=en&picture=2");
    }

    @Test
    void a_code_that_is_not_on_the_grid_and_a_row_without_one_are_told() {
        Document page = page(
                Language.EN,
                LIST,
                new Node[] {thing("id/a"), thing("id/sichuan"), text("510000")},
                new Node[] {thing("id/b"), thing("id/nowhere"), text("990000")},
                new Node[] {thing("id/c"), thing("id/nowhere"), null});
        assertThat(page.select(".under > span").eachText())
                .containsSequence(
                        "1 row has no code of a province.",
                        "No province on the grid has the code 990000; the table has the rows.");
    }

    @Test
    void without_a_province_on_the_grid_there_is_no_picture() {
        assertThat(page(Language.EN, LIST, new Node[][] {{thing("id/a"), thing("id/b"), text("510100")}})
                        .select(".tiles"))
                .isEmpty();
        assertThat(page(Language.EN, List.of("zone"), new Node[][] {{thing("id/a")}})
                        .select(".tiles"))
                .isEmpty();
    }
}
