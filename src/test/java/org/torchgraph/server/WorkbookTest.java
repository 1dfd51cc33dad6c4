package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.WorkbookFile;
import org.torchgraph.query.Limits;
import org.torchgraph.site.files.StaticAddress;
import org.torchgraph.site.files.StaticFiles;

/** {@code /queries/<name>.xlsx}: the answer as a workbook, read as XML. */
class WorkbookTest {
    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    private static PublicationFolder folder() {
        return PublicationFolder.in(root)
                .turtle(
                        "data/kites.ttl",
                        """
                        <id/red> rdfs:label "Red kite"@en , "红风筝"@zh ; ex:price -5 ; ex:made "2020-02-29"^^xsd:date ; ex:year "1999"^^xsd:gYear ; ex:note "=1+1" .
                        <id/blue> rdfs:label "=cmd|' /C calc'!A0"@en ; ex:price 1.50 ; ex:made "1850-01-01"^^xsd:date ; ex:note "a\\u0007b <&" .
                        <id/long> ex:price 12345678901234567890 ; ex:made "2020-02-29Z"^^xsd:date ; ex:note "1" .
                        <id/odd> ex:price "much"^^xsd:integer ; ex:note "true" .
                        """)
                .write(
                        "queries/kites.rq",
                        """
                        #+ title.en: Kites
                        #+ title.zh: 风筝
                        #+ param: least xsd:string "" "part of the note"
                        PREFIX ex: <http://example.org/def#>
                        SELECT ?thing ?price ?made ?year ?note {
                          ?thing ex:price ?price ; ex:note ?note FILTER(CONTAINS(?note, ?least))
                          OPTIONAL { ?thing ex:made ?made } OPTIONAL { ?thing ex:year ?year }
                        } ORDER BY ?thing
                        """)
                .write(
                        "queries/times.rq",
                        """
                        #+ title.en: Times
                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                        SELECT ?n ?year ?any { VALUES (?n ?year ?any) {
                          (1 "1999"^^xsd:gYear "1999"^^xsd:gYear) (2 "2001"^^xsd:gYear "2001-05"^^xsd:gYearMonth) (3 UNDEF "2020-02-29"^^xsd:date) (4 UNDEF 7)
                        } } ORDER BY ?n
                        """)
                .write("queries/none.rq", "#+ title.en: None\nSELECT ?s { ?s <urn:none> ?o }")
                .write("queries/truth.rq", "#+ title.en: Truth\nASK { ?s ?p ?o }")
                .write("queries/triples.rq", "#+ title.en: Triples\nCONSTRUCT WHERE { ?s ?p ?o }");
    }

    @BeforeAll
    static void start() {
        site = TestSite.of(folder().read(), TestSite.seconds(20));
    }

    private static WorkbookFile book(String path) throws IOException {
        HttpResponse<byte[]> answer = site.bytes(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return WorkbookFile.of(answer.body());
    }

    @Test
    void names_stand_beside_iris_and_numbers_and_days_are_such() throws IOException {
        List<List<WorkbookFile.Cell>> rows =
                book("/queries/kites.xlsx?labels=en").sheets().get(0).rows();
        assertThat(rows.get(0))
                .extracting(WorkbookFile.Cell::text)
                .containsExactly("Thing", "Thing (IRI)", "Price", "Made", "Year", "Note");
        assertThat(rows).hasSize(5);
        List<WorkbookFile.Cell> blue = rows.get(1);
        List<WorkbookFile.Cell> longest = rows.get(2);
        List<WorkbookFile.Cell> odd = rows.get(3);
        List<WorkbookFile.Cell> red = rows.get(4);
        assertThat(red.get(0).text()).isEqualTo("Red kite");
        assertThat(red.get(1).text()).isEqualTo("http://example.org/id/red");
        assertThat(red.get(2)).returns(true, WorkbookFile.Cell::isNumber).returns("-5", WorkbookFile.Cell::text);
        // 29 February 2020 is day 43,890, shown as a day by its style.
        assertThat(Double.parseDouble(red.get(3).text())).isEqualTo(43_890);
        assertThat(red.get(3).style()).isPositive();
        assertThat(red.get(4)).returns(true, WorkbookFile.Cell::isNumber).returns("1999", WorkbookFile.Cell::text);
        // A text is a text, whatever a formula would look like.
        assertThat(red.get(5)).isEqualTo(new WorkbookFile.Cell(false, 0, "=1+1"));
        assertThat(blue.get(0).isNumber()).isFalse();
        assertThat(Double.parseDouble(blue.get(2).text())).isEqualTo(1.5);
        // What a cell cannot hold as a number or a day is kept as it is written.
        assertThat(blue.get(3)).isEqualTo(new WorkbookFile.Cell(false, 0, "1850-01-01"));
        assertThat(longest.get(2)).isEqualTo(new WorkbookFile.Cell(false, 0, "12345678901234567890"));
        assertThat(longest.get(3).text()).isEqualTo("2020-02-29Z");
        assertThat(longest.get(5)).isEqualTo(new WorkbookFile.Cell(false, 0, "1"));
        assertThat(odd.get(2).text()).isEqualTo("much");
    }

    @Test
    void years_are_numbers_unless_months_or_days_stand_in_their_column() throws IOException {
        List<List<WorkbookFile.Cell>> rows =
                book("/queries/times.xlsx").sheets().get(0).rows();
        assertThat(rows.get(1).get(1))
                .returns(true, WorkbookFile.Cell::isNumber)
                .returns("1999", WorkbookFile.Cell::text);
        assertThat(rows.stream().skip(1).limit(3).map(row -> row.get(2)))
                .containsExactly(
                        new WorkbookFile.Cell(false, 0, "1999"),
                        new WorkbookFile.Cell(false, 0, "2001-05"),
                        new WorkbookFile.Cell(false, 0, "2020-02-29"));
        assertThat(rows.get(4).get(2).isNumber()).isTrue();
    }

    @Test
    void a_second_sheet_tells_where_the_rows_come_from() throws IOException {
        WorkbookFile book = book("/queries/kites.xlsx?labels=zh&least=%3D");
        assertThat(book.sheets()).extracting(WorkbookFile.Sheet::name).containsExactly("答案", "出处");
        assertThat(book.sheets().get(0).rows()).hasSize(2);
        assertThat(book.sheets().get(1).texts())
                .contains(List.of("问题", "风筝"))
                .anyMatch(line -> line.get(0).equals("地址")
                        && line.get(1).startsWith("http://example.org/queries/kites?least=%3D&version="))
                .anyMatch(line -> line.get(0).equals("指纹"));
    }

    @Test
    void two_servers_send_the_same_bytes_under_the_same_tag() {
        HttpResponse<byte[]> one = site.bytes("/queries/kites.xlsx?labels=zh");
        try (TestSite other = TestSite.of(folder().read(), TestSite.seconds(20))) {
            HttpResponse<byte[]> two = other.bytes("/queries/kites.xlsx?labels=zh");
            assertThat(two.body()).isEqualTo(one.body());
            assertThat(two.headers().firstValue("ETag")).isEqualTo(one.headers().firstValue("ETag"));
        }
        assertThat(site.get(
                                "/queries/kites.xlsx?labels=zh",
                                "If-None-Match",
                                one.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(one.headers().map())
                .containsEntry("content-disposition", List.of("attachment; filename=\"kites.zh.xlsx\""))
                .containsEntry(
                        "content-type", List.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
    }

    @Test
    void rows_alone_have_a_workbook_an_empty_one_too() throws IOException {
        assertThat(book("/queries/none.xlsx").sheets().get(0).rows()).hasSize(1);
        assertThat(Stream.of("truth", "triples")
                        .map(name -> site.get("/queries/" + name + ".xlsx").statusCode()))
                .containsOnly(404);
        assertThat(Jsoup.parse(site.get("/queries/triples", "Accept", "text/html")
                                .body())
                        .select(".downloads")
                        .text())
                .doesNotContain("Excel")
                .contains("Turtle");
    }

    @Test
    void more_rows_than_may_be_held_are_refused_with_a_sentence() {
        Limits few =
                new Limits(Limits.standard().time(), 1000, 2, Limits.standard().answerBytes(), 2);
        try (TestSite tight = TestSite.of(folder().read(), few)) {
            HttpResponse<String> refused = tight.get("/queries/kites.xlsx?labels=en");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("2").doesNotContain("Exception");
        }
    }

    @Test
    void the_static_site_has_a_workbook_for_each_language() {
        StaticFiles files = new StaticFiles(List.of("/queries/kites"));
        assertThat(Map.of("zh", "queries/kites.zh.xlsx", "en", "queries/kites.en.xlsx"))
                .allSatisfy((language, file) -> assertThat(
                                files.data(StaticAddress.of("/queries/kites.xlsx?labels=" + language)))
                        .contains(file));
    }
}
