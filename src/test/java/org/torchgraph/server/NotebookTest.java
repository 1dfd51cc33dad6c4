package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.question.Question;
import org.torchgraph.question.Questions;

/** Notebooks of questions, in the form of Jupyter and in R Markdown. */
class NotebookTest {
    private static final Pattern COLUMN = Pattern.compile("row\\[(\"[^\"]*\")]");
    private static final Pattern COLUMN_IN_R = Pattern.compile("\\[\\[(\"[^\"]*\")]]");

    @AutoClose
    private static final TestSite site = ZonesExtract.site();

    static List<Question> tables() {
        return Questions.of(ZonesExtract.read()).all().stream()
                .filter(question -> question.query().isSelectType() && !question.isVolatile())
                .toList();
    }

    private static JsonObject jupyter(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private static String source(JsonObject notebook, String cell) {
        return notebook.getJsonArray("cells").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("id").equals(cell))
                .findFirst()
                .orElseThrow()
                .getString("source");
    }

    /** Returns the text that a name is set to. */
    private static String set(String code, String sign, String name) {
        Matcher line =
                Pattern.compile("(?m)^" + name + " " + sign + " (\".*\")$").matcher(code);
        assertThat(line.find()).as(name).isTrue();
        return unquoted(line.group(1));
    }

    private static String unquoted(String literal) {
        return Json.createReader(new StringReader("[" + literal + "]"))
                .readArray()
                .getString(0);
    }

    private static List<String> named(Pattern column, String code) {
        List<String> names = new ArrayList<>();
        column.matcher(code).results().forEach(found -> names.add(unquoted(found.group(1))));
        return names;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_notebook_has_the_structure_of_its_format_and_names_columns_that_are_there(Question question) {
        String path = "/queries/" + question.name();
        JsonObject notebook = jupyter(path + ".ipynb");
        assertThat(notebook.keySet()).containsExactlyInAnyOrder("nbformat", "nbformat_minor", "metadata", "cells");
        assertThat(notebook.getInt("nbformat")).isEqualTo(4);
        assertThat(notebook.getInt("nbformat_minor")).isEqualTo(5);
        assertThat(notebook.getJsonObject("metadata")
                        .getJsonObject("kernelspec")
                        .keySet())
                .contains("name", "display_name");
        assertThat(notebook.getJsonObject("metadata")
                        .getJsonObject("language_info")
                        .keySet())
                .contains("name");
        List<JsonObject> cells = notebook.getJsonArray("cells").getValuesAs(JsonObject.class);
        assertThat(cells)
                .extracting(cell -> cell.getString("id"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-zA-Z0-9-_]{1,64}"))
                .startsWith("introduction", "answer", "rows");
        for (JsonObject cell : cells) {
            boolean code = cell.getString("cell_type").equals("code");
            assertThat(cell.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            code
                                    ? List.of("id", "cell_type", "metadata", "source", "execution_count", "outputs")
                                    : List.of("id", "cell_type", "metadata", "source"));
            assertThat(cell.getString("source")).isNotBlank();
            if (code) {
                assertThat(cell.get("execution_count")).isEqualTo(JsonValue.NULL);
                assertThat(cell.getJsonArray("outputs")).isEmpty();
            }
        }
        String header = site.get(path + ".csv").body().lines().findFirst().orElseThrow();
        String code = cells.getLast().getString("source");
        assertThat(header.split(",")).containsAll(named(COLUMN, code));

        String markdown = site.get(path + ".Rmd").body();
        assertThat(markdown).startsWith("---\ntitle: \"").contains("\noutput: html_document\n---\n");
        assertThat(markdown.lines().filter(line -> line.startsWith("```{r ")).count())
                .isEqualTo(markdown.lines().filter("```"::equals).count())
                .isEqualTo(cells.size() - 1);
        assertThat(header.split(",")).containsAll(named(COLUMN_IN_R, markdown));
    }

    @ParameterizedTest
    @CsvSource({"bar, axes.barh(", "line, axes.plot("})
    void a_notebook_draws_the_number_that_the_page_draws_and_no_confidence(
            String view, String drawn, @TempDir Path root) {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle(
                        "data/a.ttl",
                        "<a> ex:year \"2001\"^^xsd:gYear ; ex:size 5 ; ex:confidence 0.8 . <b> ex:year \"2002\"^^xsd:gYear ; ex:size 7 ; ex:confidence 0.9 .")
                .write(
                        "queries/sizes.rq",
                        """
                        #+ title.en: Sizes
                        #+ title.zh: 大小
                        #+ view: %s
                        PREFIX ex: <http://example.org/def#>
                        SELECT ?thing ?year ?size ?evidence ?confidence
                        { ?thing ex:year ?year ; ex:size ?size ; ex:confidence ?confidence BIND(?thing AS ?evidence) }"""
                                .formatted(view));
        try (TestSite sizes = TestSite.of(folder.read(), TestSite.seconds(20))) {
            String notebook = sizes.get("/queries/sizes.ipynb").body();
            assertThat(notebook).contains(drawn, "size").doesNotContain("confidence\\\"");
            assertThat(sizes.get("/queries/sizes.Rmd").body())
                    .contains("\"size\"")
                    .doesNotContain("\"confidence\"");
        }
    }

    @Test
    void the_digest_is_that_of_the_answer_at_its_addresses() {
        String answer = "/queries/issuers.csv?chronicle=true&version="
                + ZonesExtract.read().version();
        JsonObject notebook = jupyter("/queries/issuers.ipynb?chronicle=true&lang=zh");
        String code = source(notebook, "answer");
        assertThat(set(code, "=", "LASTING")).isEqualTo(ZonesExtract.read().base() + answer.substring(1));
        assertThat(set(code, "=", "HERE")).isEqualTo(site.url(answer));
        assertThat(set(code, "=", "SHA256"))
                .isEqualTo(DigestUtils.sha256Hex(site.bytes(answer).body()));
        assertThat(source(notebook, "introduction")).contains("哪个机构发文最多", "笔记本");
        assertThat(source(notebook, "chart")).contains("axes.barh(", "plt.show()");

        String r = site.get("/queries/issuers.Rmd?chronicle=true&lang=en").body();
        assertThat(set(r, "<-", "here")).isEqualTo(site.url(answer));
        assertThat(set(r, "<-", "sha256")).isEqualTo(set(code, "=", "SHA256"));
        assertThat(r).contains("Who issued most", "barplot(");
        assertThat(site.get("/queries/issuers.ipynb?version="
                                + ZonesExtract.read().version())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_page_leads_to_the_notebooks_and_they_are_files() {
        assertThat(site.get("/queries/issuers?lang=en", "Accept", "text/html").body())
                .contains("href=\"/queries/issuers.ipynb?lang=en\"", "href=\"/queries/issuers.Rmd?lang=en\"");
        HttpResponse<String> answer = site.get("/queries/issuers.ipynb");
        assertThat(answer.headers().map())
                .containsEntry("content-type", List.of("application/x-ipynb+json"))
                .containsEntry("content-disposition", List.of("attachment; filename=\"issuers.ipynb\""))
                .containsKey("torchgraph-version");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get("/queries/issuers.ipynb", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(site.get("/queries/issuers.ipynb?lang=zh", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.get("/queries/issuers.ipynb?chronicle=perhaps").statusCode())
                .isEqualTo(400);
        assertThat(site.get("/queries/issuers.ipynb?colour=red").statusCode()).isEqualTo(400);
    }

    @Test
    void what_cannot_be_asked_again_or_has_no_rows_has_none(@TempDir Path root) {
        try (TestSite other = TestSite.of(
                PublicationFolder.in(root)
                        .turtle("data/a.ttl", "<id/a> rdfs:label \"a\" .")
                        .write("queries/now.rq", "#+ title.en: Now\nSELECT (NOW() AS ?now) {}")
                        .write("queries/is.rq", "#+ title.en: Is it?\nASK { ?s ?p ?o }")
                        .write(
                                "queries/odd.rq",
                                "#+ title.en: \"Odd\" \\\\ ``` 'title'\n#+ view: bar\nSELECT ?s (1 AS ?n) { ?s ?p ?o } ORDER BY ?s")
                        .read(),
                TestSite.seconds(20))) {
            for (String path : List.of("now.ipynb", "now.Rmd", "is.ipynb", "is.Rmd", "odd.rmd", "odd.IPYNB")) {
                assertThat(other.get("/queries/" + path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(other.get("/queries/now?lang=en", "Accept", "text/html").body())
                    .doesNotContain(".ipynb");
            String markdown = other.get("/queries/odd.Rmd").body();
            assertThat(unquoted(
                            markdown.lines().skip(1).findFirst().orElseThrow().substring("title: ".length())))
                    .isEqualTo("\"Odd\" \\\\ ``` 'title'");
            assertThat(Stream.of(other.get("/queries/odd.ipynb").body())).allMatch(text -> text.contains("axes.barh("));
        }
    }
}
