package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.query.Limits;
import org.torchgraph.site.files.StaticAddress;
import org.torchgraph.site.files.StaticFiles;

/** {@code /queries/<name>.xlsx}: the answer as a workbook, read by a reader of workbooks. */
class WorkbookTest {
    @TempDir
    static Path root;

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
                .write("queries/none.rq", "#+ title.en: None\nSELECT ?s { ?s <urn:none> ?o }")
                .write("queries/truth.rq", "#+ title.en: Truth\nASK { ?s ?p ?o }")
                .write("queries/triples.rq", "#+ title.en: Triples\nCONSTRUCT WHERE { ?s ?p ?o }");
    }

    @BeforeAll
    static void start() {
        site = TestSite.of(folder().read(), TestSite.seconds(20));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static ReadableWorkbook book(String path) throws IOException {
        HttpResponse<byte[]> answer = site.bytes(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new ReadableWorkbook(new ByteArrayInputStream(answer.body()));
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
    }

    @Test
    void names_stand_beside_iris_and_numbers_and_days_are_such() throws IOException {
        try (ReadableWorkbook book = book("/queries/kites.xlsx?labels=en")) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(texts(rows.get(0))).containsExactly("thing", "thing (name)", "price", "made", "year", "note");
            assertThat(rows).hasSize(5);
            Row blue = rows.get(1);
            Row longest = rows.get(2);
            Row odd = rows.get(3);
            Row red = rows.get(4);
            assertThat(texts(red).subList(0, 2)).containsExactly("http://example.org/id/red", "Red kite");
            assertThat(red.getCellAsNumber(2)).contains(new BigDecimal("-5"));
            assertThat(red.getCellAsDate(3).map(day -> day.toLocalDate().toString()))
                    .contains("2020-02-29");
            assertThat(red.getCellAsNumber(4)).contains(new BigDecimal("1999"));
            // A text is a text, whatever a formula would look like.
            assertThat(red.getCell(5)).returns(CellType.STRING, Cell::getType).returns("=1+1", Cell::getText);
            assertThat(blue.getCell(1)).returns(CellType.STRING, Cell::getType);
            assertThat(blue.getCellAsNumber(2)).contains(new BigDecimal("1.50"));
            // What a cell cannot hold as a number or a day is kept as it is written.
            assertThat(blue.getCell(3)).returns("1850-01-01", Cell::getText);
            assertThat(longest.getCell(2))
                    .returns(CellType.STRING, Cell::getType)
                    .returns("12345678901234567890", Cell::getText);
            assertThat(longest.getCell(3)).returns("2020-02-29Z", Cell::getText);
            assertThat(longest.getCell(5)).returns(CellType.STRING, Cell::getType);
            assertThat(odd.getCell(2)).returns("much", Cell::getText);
        }
    }

    @Test
    void a_second_sheet_tells_where_the_rows_come_from() throws IOException {
        try (ReadableWorkbook book = book("/queries/kites.xlsx?labels=zh&least=%3D")) {
            assertThat(book.getSheets().map(Sheet::getName)).containsExactly("答案", "出处");
            assertThat(book.getFirstSheet().read()).hasSize(2);
            List<List<String>> origin = book.getSheet(1).orElseThrow().read().stream()
                    .map(WorkbookTest::texts)
                    .toList();
            assertThat(origin)
                    .contains(List.of("问题", "风筝"), List.of("地址", "http://example.org/queries/kites?least=%3D"))
                    .anyMatch(line -> line.get(0).equals("指纹"));
        }
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
        try (ReadableWorkbook book = book("/queries/none.xlsx")) {
            assertThat(book.getFirstSheet().read()).hasSize(1);
        }
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
