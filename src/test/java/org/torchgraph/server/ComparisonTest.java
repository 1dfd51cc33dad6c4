package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.WorkbookFile;

/** {@code /compare}: things of one class side by side. */
class ComparisonTest {
    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle(
                                "data/kites.ttl",
                                """
                                ex:Kite a rdfs:Class ; rdfs:label "Kite"@en , "风筝"@zh .
                                ex:year rdfs:label "year"@en .
                                ex:colour rdfs:label "colour"@en , "颜色"@zh .
                                ex:Part rdfs:label "Part"@en , "部件"@zh .
                                ex:tail rdfs:label "tail"@en , "尾"@zh .
                                ex:frame rdfs:label "frame"@en , "骨架"@zh .
                                <id/red> a ex:Kite ; rdfs:label "Red kite"@en , "红风筝"@zh ; ex:colour "red" , "rose" ; ex:short "Red"@en , "红"@zh ; ex:year "1999"^^xsd:gYear ;
                                  ex:has [ ex:is ex:tail ; ex:length 3 ] .
                                <id/blue> a ex:Kite ; rdfs:label "Blue kite"@en , "蓝风筝"@zh ; ex:colour "blue" ; ex:year "1999"^^xsd:gYear ;
                                  ex:has [ ex:is ex:frame ; ex:length 5 ] , [ ex:is ex:tail ; ex:length 4 ] .
                                <id/red> ex:note "red note"@en , "红注"@zh . <id/blue> ex:note "red note"@en , "红注"@zh . ex:note rdfs:label "note"@en .
                                <id/green> a ex:Kite ; rdfs:label "Green kite"@en .
                                <id/old> a ex:Kite ; rdfs:label "Old kite"@en .
                                <id/odd> a ex:Kite ; rdfs:label "Odd kite"@en .
                                <id/maker> a ex:Person ; rdfs:label "Maker"@en ; ex:born "1950"^^xsd:gYear .
                                <id/helper> a ex:Person ; rdfs:label "Helper"@en ; ex:born "1950"^^xsd:gYear .
                                <id/classless> rdfs:label "Nothing"@en .
                                """)
                        .write(
                                "site.ttl",
                                """
                                PREFIX site: <https://w3id.org/torchgraph/site#>
                                [] a site:Settings ; site:shortName <http://example.org/def#short> .
                                """)
                        .write(
                                "queries/compare-kites.rq",
                                """
                                #+ title.en: A kite for comparison
                                #+ compare: ex:Kite
                                PREFIX ex: <http://example.org/def#>
                                SELECT ?aspect ?item ?value ?year {
                                  { VALUES ?aspect { ex:colour ex:note ex:year } ?this ?aspect ?value }
                                  UNION { ?this ex:has [ ex:is ?item ; ex:length ?value ] BIND(ex:Part AS ?aspect) }
                                } ORDER BY BOUND(?item) ?aspect ?item ?value
                                """)
                        .read(),
                TestSite.seconds(20));
    }

    private static HttpResponse<String> html(String query) {
        return site.get("/compare" + query, "Accept", "text/html");
    }

    private static Document page(String query) {
        HttpResponse<String> answer = html(query);
        assertThat(answer.statusCode()).as(query).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static Element row(Document page, String heading) {
        return page.select("table.compare tbody tr:not(.group)").stream()
                .filter(row -> row.selectFirst("th a, th span").text().equals(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + heading));
    }

    @Test
    void rows_about_the_same_stand_side_by_side_and_say_how_they_differ() {
        Document page = page("?thing=id/red&thing=http://example.org/id/blue&lang=en");
        assertThat(page.title()).startsWith("Comparison: Red kite and Blue kite");
        assertThat(page.select("thead th a").eachText()).containsExactly("Red kite", "Blue kite");
        assertThat(page.select("tr.group").eachText()).containsExactly("Overview", "Part 1 · 2");
        assertThat(row(page, "year").className()).isEqualTo("same");
        // A text stands in the language of the page alone.
        assertThat(row(page, "note").select("td").eachText()).containsExactly("red note", "red note");
        Element colour = row(page, "colour");
        assertThat(colour.className()).isEqualTo("changed");
        assertThat(colour.select("td").eachText()).containsExactly("red rose", "blue");
        Element frame = row(page, "frame");
        assertThat(frame.className()).isEqualTo("only");
        assertThat(frame.select("td").eachText()).containsExactly("—not given", "5");
        assertThat(row(page, "tail").select("td").eachText()).containsExactly("3", "4");
        // What no row says of either is no row.
        assertThat(page.select("table.compare").text()).doesNotContain("label");
    }

    @Test
    void a_third_thing_has_a_column_and_can_be_added_from_those_alike() {
        Document two = page("?thing=id/red&thing=id/blue&lang=en");
        assertThat(two.select("form option").eachText()).containsExactly("Green kite", "Odd kite", "Old kite");
        assertThat(two.select(".tool form input[name=thing]").eachAttr("value"))
                .containsExactly("http://example.org/id/red", "http://example.org/id/blue");
        Document three = page("?thing=id/red&thing=id/blue&thing=id/green&lang=en");
        // What is not told of one thing does not make the others differ.
        assertThat(row(three, "year").className()).isEqualTo("partly");
        assertThat(row(three, "colour").select("td").eachText()).containsExactly("red rose", "blue", "—not given");
        Document four = page("?thing=id/red&thing=id/blue&thing=id/green&thing=id/old");
        assertThat(four.select("main form")).isEmpty();
    }

    @Test
    void a_class_without_a_question_of_its_own_is_compared_by_its_statements() {
        Document page = page("?thing=id/maker&thing=id/helper&lang=en");
        assertThat(page.select("tr.same td").text()).contains("1950");
        assertThat(page.select("tr.changed td").eachText()).contains("Maker", "Helper");
    }

    @Test
    void without_two_things_the_page_offers_what_can_be_compared() {
        Document none = page("?lang=zh");
        assertThat(none.select("main h2").eachText()).containsExactly("风筝");
        assertThat(none.select("main select")).hasSize(3);
        Document one = page("?thing=id/red&lang=zh");
        assertThat(one.select("main select")).hasSize(2);
        assertThat(one.select("main").text()).contains("红风筝");
        assertThat(page("?thing=id/red&thing=id/red").select("table.compare")).isEmpty();
        // A choice that was left empty counts for nothing.
        assertThat(page("?thing=id/red&thing=&thing=id/blue").select("thead th a"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "?thing=id/red&thing=id/maker, 400, comparison-classes",
        "?thing=id/red&thing=id/nobody, 404, comparison-unknown",
        "?thing=id/red&thing=id/classless, 404, comparison-unknown",
        "?thing=id/red&thing=id/blue&thing=id/green&thing=id/old&thing=id/odd, 400, comparison-many",
        "?thing=id/red&thing=http://[x, 400, comparison-iri"
    })
    void what_cannot_be_compared_is_refused_with_a_sentence_and_the_forms(String query, int status, String code) {
        HttpResponse<String> data = site.get("/compare.csv" + query);
        assertThat(data.statusCode()).isEqualTo(status);
        assertThat(data.body()).contains("\"code\":\"" + code + "\"", "\"parameter\":\"thing\"");
        HttpResponse<String> refused = html(query);
        assertThat(refused.statusCode()).isEqualTo(status);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("[role=alert]").text()).isNotEmpty();
        assertThat(page.select("main form")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SITE/doc/red",
                "SITE/doc/red.html?lang=zh#h-facts",
                "https:SITE/id/red",
                "/doc/red?page=1",
                "/id/red",
                "doc/red",
                " id/red ",
                "http://example.org/doc/red",
                "https://example.org/id/red",
                "/resource?iri=http%3A%2F%2Fexample.org%2Fid%2Fred&lang=en",
                "id/red?utm_source=mail#top"
            })
    void a_thing_is_named_by_the_address_of_its_page_too(String given) {
        String address = given.startsWith("https:SITE")
                ? given.replace("SITE", site.url("").replaceFirst("^http:", ""))
                : given.replace("SITE", site.url(""));
        String query = "?thing=" + PercentEncoding.value(address) + "&thing=id/blue&lang=en";
        assertThat(page(query).select("thead th a").eachText()).containsExactly("Red kite", "Blue kite");
        assertThat(site.get("/compare.csv" + query.replace("&lang=en", "")).body())
                .isEqualTo(site.get("/compare.csv?thing=id/red&thing=id/blue").body());
    }

    @Test
    void the_address_of_a_page_elsewhere_names_nothing() {
        assertThat(html("?thing=http://other.example/doc/red&thing=id/blue").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_thing_that_is_given_twice_counts_once_and_is_spoken_of() {
        Document page = page("?thing=id/red&thing=/doc/red&lang=en");
        assertThat(page.select("[role=alert]").text()).contains("given twice");
        assertThat(page.select("main form")).hasSize(1);
        Document two = page("?thing=id/red&thing=id/red&thing=id/blue&lang=zh");
        assertThat(two.select("[role=alert]").text()).contains("两次");
        assertThat(two.select("thead th a")).hasSize(2);
        assertThat(site.get("/compare.csv?thing=id/red&thing=id/red").body()).contains("comparison-twice");
        assertThat(page("?thing=id/red&thing=id/blue").select("[role=alert]")).isEmpty();
    }

    @Test
    void a_long_value_is_not_repeated_whole() {
        String value = "x".repeat(29_000);
        for (String kind : List.of("/compare?thing=", "/resource?iri=", "/search?page=")) {
            HttpResponse<String> refused = site.get(kind + value, "Accept", "text/html");
            assertThat(refused.statusCode()).as(kind).isBetween(400, 404);
            assertThat(refused.body())
                    .contains("xxx")
                    .doesNotContain("x".repeat(600))
                    .hasSizeLessThan(100_000);
            assertThat(site.get(kind + value).body()).doesNotContain("x".repeat(600));
        }
    }

    @Test
    void the_page_counts_its_rows_and_names_things_shortly_where_there_is_no_room() {
        Document page = page("?thing=id/red&thing=id/blue&lang=en");
        assertThat(page.select(".legend-line").text())
                .startsWith(page.select("tr.same").size() + " rows are the same in all, ")
                .contains(
                        page.select("tr.changed").size() + " differ",
                        page.select("tr.only").size() + " is told of one");
        assertThat(row(page, "year").select("td").eachAttr("data-label")).containsExactly("Red", "Blue kite");
        assertThat(row(page("?thing=id/red&thing=id/blue&lang=zh"), "颜色")
                        .select("td")
                        .eachAttr("data-label"))
                .startsWith("红");
    }

    @Test
    void data_of_one_thing_or_with_another_parameter_are_400() {
        assertThat(site.get("/compare.csv?thing=id/red").body()).contains("comparison-few");
        assertThat(site.get("/compare.xlsx").statusCode()).isEqualTo(400);
        assertThat(site.get("/compare.csv?thing=id/red&thing=id/blue&thnig=id/old")
                        .statusCode())
                .isEqualTo(400);
        assertThat(site.get("/compare.csv?thing=id/red&thing=id/blue&labels=xx").body())
                .contains("labels-language");
        assertThat(site.get("/compare.ttl?thing=id/red&thing=id/blue").statusCode())
                .isEqualTo(404);
        assertThat(site.get("/compare?thing=id/red&thing=id/blue", "Accept", "text/turtle")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void the_rows_are_csv_and_a_workbook_too() throws IOException {
        assertThat(site.get("/compare.csv?thing=id/red&thing=id/blue").body().lines())
                .startsWith("aspect,item,value,year", "http://example.org/def#colour,,red,")
                .hasSize(13);
        HttpResponse<String> named = site.get("/compare.csv?thing=id/red&thing=id/blue&labels=zh");
        assertThat(named.body()).startsWith("\uFEFF").contains("颜色", "骨架");
        assertThat(named.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"comparison.zh.csv\"");
        HttpResponse<byte[]> book = site.bytes("/compare.xlsx?thing=id/red&thing=id/blue&labels=en");
        WorkbookFile read = WorkbookFile.of(book.body());
        assertThat(read.sheets().get(0).rows()).hasSize(13);
        assertThat(read.sheets().get(1).texts())
                .contains(List.of("Address", "http://example.org/compare?thing=id/red&thing=id/blue"));
    }

    @Test
    void an_unchanged_comparison_is_304_and_another_order_is_another_answer() {
        String tag =
                html("?thing=id/red&thing=id/blue").headers().firstValue("ETag").orElseThrow();
        assertThat(site.get("/compare?thing=id/red&thing=id/blue", "Accept", "text/html", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(html("?thing=id/blue&thing=id/red").headers().firstValue("ETag"))
                .isNotEmpty()
                .isNotEqualTo(Optional.of(tag));
    }
}
