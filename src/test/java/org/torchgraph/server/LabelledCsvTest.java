package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.query.Limits;
import org.torchgraph.site.files.StaticAddress;
import org.torchgraph.site.files.StaticFiles;

/** {@code /queries/<name>.csv?labels=zh|en}: the answer for a spreadsheet, with names beside IRIs. */
class LabelledCsvTest {
    private static final String MARK = "\uFEFF";

    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    private static PublicationFolder folder() {
        return PublicationFolder.in(root)
                .turtle(
                        "data/kites.ttl",
                        """
                        <id/red> rdfs:label "Red kite, \\"the fast\\""@en , "红风筝"@zh ; ex:of <id/maker> ; ex:price -5 ; ex:note "-5+3" .
                        <id/blue> rdfs:label "=cmd|' /C calc'!A0"@en , "＝蓝风筝"@zh ; ex:of <id/nameless> ; ex:price 1.50 ; ex:note "@x" .
                        <id/old> rdfs:label "Old"@en ; ex:of [] ; ex:price -1.5e3 ; ex:note "+1\\n2" .
                        <id/maker> rdfs:label "Maker"@en , "工匠"@zh .
                        ex:odd a rdf:Property ; rdfs:label "odd"@en , "=奇"@zh-Hans .
                        """)
                .write(
                        "queries/kites.rq",
                        """
                        #+ title.en: Kites
                        #+ title.zh: 风筝
                        #+ param: least xsd:integer -99999 "least price"
                        PREFIX ex: <http://example.org/def#>
                        SELECT ?thing ?body ?price ?note { ?thing ex:of ?body ; ex:price ?price ; ex:note ?note FILTER(?price >= ?least) } ORDER BY ?thing
                        """)
                .write("queries/triples.rq", "#+ title.en: Triples\nCONSTRUCT WHERE { ?s ?p ?o }")
                .write("queries/odd.rq", "#+ title.en: Odd\nSELECT ?odd { ?odd <http://example.org/def#of> ?o }")
                .write("queries/truth.rq", "#+ title.en: Truth\nASK { ?s ?p ?o }")
                .write("queries/none.rq", "#+ title.en: None\nSELECT ?s { ?s <urn:none> ?o }")
                .write("queries/now.rq", "#+ title.en: Now\nSELECT ?s ?t { ?s a ?c BIND(NOW() AS ?t) }")
                .write(
                        "queries/alike.rq",
                        "#+ title.en: Alike\nSELECT ?start_of ?startOf { ?start_of <http://example.org/def#of> ?startOf }");
    }

    @BeforeAll
    static void start() {
        site = TestSite.of(folder().read(), TestSite.seconds(20));
    }

    private static String body(String path) {
        HttpResponse<byte[]> answer = site.bytes(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void where_numbers_have_a_decimal_comma_semicolons_separate_the_cells(String language) {
        assertThat(body("/queries/kites.csv?labels=" + language).lines())
                .anyMatch(row -> row.contains(";1,50;") && row.endsWith(";'@x"))
                .anyMatch(row -> row.contains(";-1,5e3;"))
                .anyMatch(row -> row.contains(";-5;"))
                .noneMatch(row -> row.contains("1.5"));
    }

    @Test
    void elsewhere_and_without_labels_commas_separate_them() {
        assertThat(body("/queries/kites.csv?labels=zh").lines()).anyMatch(row -> row.contains(",1.50,"));
        assertThat(body("/queries/kites.csv?lang=de").lines())
                .anyMatch(row -> row.endsWith(",1.50,@x"))
                .noneMatch(row -> row.contains(";"));
    }

    private static List<List<String>> read(String csv) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(csv.substring(MARK.length())))) {
            for (CSVRecord row : parser) {
                rows.add(row.toList());
            }
        }
        return rows;
    }

    @Test
    void names_stand_beside_iris_in_the_language_asked_for() throws IOException {
        String english = body("/queries/kites.csv?labels=en");
        assertThat(english).startsWith(MARK).endsWith("\r\n");
        assertThat(english.replace("\"'+1\n2\"", "")).doesNotContainPattern("[^\r]\n");
        assertThat(read(english))
                .containsExactly(
                        List.of("Thing", "Thing (IRI)", "Body", "Body (IRI)", "Price", "Note"),
                        List.of(
                                "'=cmd|' /C calc'!A0",
                                "http://example.org/id/blue",
                                "",
                                "http://example.org/id/nameless",
                                "1.50",
                                "'@x"),
                        List.of("Old", "http://example.org/id/old", "", "_:b0", "-1.5e3", "'+1\n2"),
                        List.of(
                                "Red kite, \"the fast\"",
                                "http://example.org/id/red",
                                "Maker",
                                "http://example.org/id/maker",
                                "-5",
                                "'-5+3"));
        assertThat(read(body("/queries/kites.csv?labels=zh")))
                .first()
                .isEqualTo(List.of("事物", "事物（IRI）", "机构", "机构（IRI）", "price", "note"));
        assertThat(body("/queries/kites.csv?labels=zh")).contains("红风筝", "工匠", "'＝蓝风筝", "Old");
    }

    @Test
    void headings_that_would_be_alike_have_their_variables_beside_them() throws IOException {
        assertThat(read(body("/queries/alike.csv?labels=en")))
                .first()
                .isEqualTo(List.of(
                        "Start of (start_of)",
                        "Start of (start_of) (IRI)",
                        "Start of (startOf)",
                        "Start of (startOf) (IRI)"));
    }

    @Test
    void a_heading_that_a_spreadsheet_would_run_is_text() throws IOException {
        assertThat(read(body("/queries/odd.csv?labels=zh"))).first().isEqualTo(List.of("'=奇", "'=奇（IRI）"));
    }

    @Test
    void the_bare_csv_has_neither_mark_nor_names_nor_apostrophes() {
        HttpResponse<byte[]> bare = site.bytes("/queries/kites.csv");
        assertThat(new String(bare.body(), StandardCharsets.UTF_8))
                .startsWith("thing,body,price,note\r\n")
                .contains(",-5+3\r\n", "@x")
                .doesNotContain(MARK, "风筝", "'");
        assertThat(bare.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @Test
    void values_of_parameters_are_kept_and_the_file_says_question_and_language() throws IOException {
        HttpResponse<byte[]> answer = site.bytes("/queries/kites.csv?least=0&labels=zh");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"kites.zh.csv\"");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
        assertThat(read(new String(answer.body(), StandardCharsets.UTF_8))).hasSize(2);
        assertThat(answer.headers().allValues("Link"))
                .anyMatch(link -> link.contains("</queries/kites.json?least=0>"))
                .anyMatch(link ->
                        link.contains("</queries/kites.csv-metadata.json?least=0&labels=zh>; rel=\"describedby\""))
                .noneMatch(link -> link.replace("csv-metadata.json?least=0&labels=zh", "")
                        .replace("csv?least=0&labels=zh&version=", "")
                        .contains("labels"));
    }

    @Test
    void each_language_has_an_entity_tag_of_its_own_and_is_304_by_it() {
        List<String> tags = new ArrayList<>();
        for (String query : List.of("", "?labels=zh", "?labels=en", "?labels=en&least=0")) {
            String tag = site.get("/queries/kites.csv" + query)
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            tags.add(tag);
            assertThat(site.get("/queries/kites.csv" + query, "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
        }
        assertThat(tags).doesNotHaveDuplicates();
        assertThat(site.get("/queries/now.csv?labels=en").headers().map())
                .doesNotContainKey("etag")
                .extractingByKey("cache-control")
                .isEqualTo(List.of("no-store"));
    }

    @Test
    void a_client_that_negotiates_csv_has_names_too() {
        HttpResponse<String> answer = site.get("/queries/kites?labels=zh", "Accept", "text/csv");
        assertThat(answer.body()).contains("红风筝");
        assertThat(answer.headers().firstValue("Content-Location")).contains("/queries/kites.csv?labels=zh");
    }

    @Test
    void one_truth_and_no_rows_are_tables_too() throws IOException {
        assertThat(read(body("/queries/truth.csv?labels=en"))).containsExactly(List.of("Answer"), List.of("true"));
        assertThat(read(body("/queries/none.csv?labels=zh"))).containsExactly(List.of("s"));
    }

    @ParameterizedTest
    @CsvSource({
        "/queries/kites.csv?labels=xx, labels-language",
        "/queries/kites.csv?labels=, labels-language",
        "/queries/kites.csv?labels=ZH, labels-language",
        "/queries/kites.csv?labels=zh&labels=en, parameter-repeated",
        "/queries/kites.json?labels=zh, labels-form",
        "/queries/kites.tsv?labels=zh, labels-form",
        "/queries/triples.ttl?labels=en, labels-form"
    })
    void labels_that_cannot_be_given_are_400_with_the_reason(String path, String code) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.createReader(new StringReader(answer.body())).readObject())
                .containsEntry("code", Json.createValue(code))
                .containsEntry("parameter", Json.createValue("labels"));
    }

    @Test
    void a_page_passes_over_labels_and_a_query_of_triples_has_no_csv() {
        assertThat(site.get("/queries/kites?labels=xx", "Accept", "text/html").statusCode())
                .isEqualTo(200);
        assertThat(site.get("/queries/triples.csv?labels=zh").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void the_page_links_to_it_in_its_own_language_with_the_values_that_it_shows(String language) {
        String page = site.get("/queries/kites?least=0&lang=" + language, "Accept", "text/html")
                .body();
        assertThat(Jsoup.parse(page).select(".downloads a"))
                .first()
                .returns("/queries/kites.csv?least=0&labels=" + language, link -> link.attr("href"))
                .extracting(link -> link.text())
                .isEqualTo(language.equals("zh") ? "表格（CSV，含名称） Excel 可直接打开" : "Table with names (CSV) opens in Excel");
        assertThat(site.get("/queries/triples?lang=" + language, "Accept", "text/html")
                        .body())
                .doesNotContain("labels=");
    }

    @Test
    void the_static_site_has_a_file_for_each_language() {
        StaticFiles files = new StaticFiles(List.of("/queries/kites", "/queries/kites?least=0"));
        assertThat(Stream.of("", "?labels=zh", "?labels=en")
                        .map(query -> files.data(StaticAddress.of("/queries/kites.csv" + query)))
                        .map(Optional::orElseThrow))
                .containsExactly("queries/kites.csv", "queries/kites.zh.csv", "queries/kites.en.csv");
        assertThat(files.data(StaticAddress.of("/queries/kites.csv?least=0&labels=zh")))
                .get()
                .asString()
                .matches("queries/kites\\.[0-9a-f]{16}\\.zh\\.csv");
        assertThat(files.data(StaticAddress.of("/queries/kites.csv?least=1&labels=zh")))
                .isEmpty();
    }

    @Test
    void the_description_for_programs_has_it_where_there_is_csv() {
        String paths = site.get("/openapi.json").body();
        var questions = Json.createReader(new StringReader(paths)).readObject().getJsonObject("paths");
        assertThat(questions.get("/queries/kites.{format}").toString()).contains("parameters/labels");
        assertThat(questions.get("/queries/triples.{format}").toString()).doesNotContain("parameters/labels");
    }

    @Test
    void more_than_may_be_held_is_refused_whole() {
        Limits few =
                new Limits(Limits.standard().time(), 1000, 2, Limits.standard().answerBytes(), 2);
        Limits small = new Limits(
                Limits.standard().time(), 1000, 2, 100, Limits.standard().answerRows());
        for (Limits limits : List.of(few, small)) {
            try (TestSite tight = TestSite.of(folder().read(), limits)) {
                assertThat(tight.get("/queries/kites.csv?labels=en"))
                        .extracting(HttpResponse::statusCode)
                        .isEqualTo(503);
            }
        }
    }
}
