package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** Things, answers, terms and the guide as Markdown, as a parser of it reads them. */
class MarkdownTest {
    private static final Parser PARSER =
            Parser.builder().extensions(Set.of(TablesExtension.create())).build();

    @TempDir
    static Path root;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        StringBuilder many = new StringBuilder();
        for (int i = 100; i < 250; i++) {
            many.append("<id/many/").append(i).append("> ex:number ").append(i).append(" .\n");
        }
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle(
                                "ontology/core.ttl",
                                "<def> a owl:Ontology . <def#Kite> a owl:Class ; rdfs:label \"Kite\"@en , \"风筝\"@zh .")
                        .turtle(
                                "data/kites.ttl",
                                """
                                <id/kite/1> a <def#Kite> ; rdfs:label "A *red* | [kite](x) <b>"@en , "红风筝"@zh ;
                                  ex:colour "# red\\n- and green" ; ex:flies <id/kite/2> ; <http://purl.org/dc/terms/source> <id/source/book> .
                                <id/kite/2> a <def#Kite> ; rdfs:label "Second kite"@en ; ex:likes <id/kite/1> .
                                <id/kite/2> ex:near <http://example.com/a_(b)?x=1&y=2> .
                                <id/source/book> rdfs:label "The book"@en , "那本书"@zh .
                                """)
                        .turtle("data/many.ttl", many.toString())
                        .write(
                                "queries/kites.rq",
                                "#+ title.en: Kites\n#+ title.zh: 风筝\n#+ param: name xsd:string red \"part of the colour\"\n"
                                        + "SELECT ?kite ?colour { ?kite <http://example.org/def#colour> ?colour FILTER(CONTAINS(?colour, ?name)) }")
                        .write(
                                "queries/about-kite.rq",
                                "#+ title.en: About a kite\n#+ panel: ex:Kite\nPREFIX ex: <http://example.org/def#>\nSELECT ?o { ?this <http://example.org/def#flies> ?o }")
                        .write(
                                "queries/many.rq",
                                "#+ title.en: Many\nSELECT ?s ?number { ?s <http://example.org/def#number> ?number } ORDER BY ?number")
                        .write(
                                "queries/is.rq",
                                "#+ title.en: Is there one?\nASK { ?s <http://example.org/def#number> 100 }")
                        .write(
                                "queries/said.rq",
                                "#+ title.en: Said\nCONSTRUCT WHERE { ?s <http://example.org/def#colour> ?o }")
                        .read(),
                TestSite.seconds(20));
    }

    private static String text(String path, String... headers) {
        HttpResponse<String> answer = site.get(path, headers);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String read(String markdown) {
        return TextContentRenderer.builder()
                .extensions(Set.of(TablesExtension.create()))
                .build()
                .render(PARSER.parse(markdown));
    }

    private static List<String> links(String markdown) {
        List<String> links = new ArrayList<>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }
        });
        return links;
    }

    private static List<Integer> widths(String markdown) {
        List<Integer> widths = new ArrayList<>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow) {
                    int cells = 0;
                    for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
                        cells++;
                    }
                    widths.add(cells);
                }
                visitChildren(node);
            }
        });
        return widths;
    }

    @Test
    void a_thing_says_its_name_iri_class_version_statements_questions_and_sources() {
        String text = text("/doc/kite/1.md");
        assertThat(read(text))
                .startsWith("A *red* | [kite](x) <b>")
                .contains(
                        "Canonical name: \"http://example.org/id/kite/1\"",
                        "In the other language: 红风筝 (zh)",
                        "Class: \"Kite\"",
                        "# red - and green",
                        "Questions about it",
                        "About a kite",
                        "S1: \"The book\"",
                        ", version ",
                        "Links to this")
                .doesNotContain("\n# red");
        assertThat(links(text))
                .contains(
                        site.url("/doc/kite/2.md"),
                        site.url("/doc/kite/1.ttl"),
                        site.url("/def.md#Kite"),
                        site.url("/queries/about-kite.md?this=id%2Fkite%2F1"));
    }

    @Test
    void an_address_has_no_escapes_of_markdown() {
        assertThat(text("/doc/kite/2.md")).contains("](http://example.com/a_%28b%29?x=1&y=2)");
        assertThat(text("/doc/kite/1.md?lang=zh"))
                .contains("](" + site.url("/queries/about-kite.md?this=id%2Fkite%2F1&lang=zh") + ")");
    }

    @Test
    void the_language_is_that_of_the_parameter_or_of_the_reader() {
        assertThat(text("/doc/kite/1.md?lang=zh")).startsWith("# 红风筝\n").contains("规范地址：");
        assertThat(text("/doc/kite/1.md", "Accept-Language", "zh-CN")).startsWith("# 红风筝\n");
        assertThat(text("/queries/kites.md?lang=zh")).startsWith("# 风筝");
        assertThat(links(text("/doc/kite/1.md?lang=zh"))).contains(site.url("/doc/kite/2.md?lang=zh"));
    }

    @ParameterizedTest
    @CsvSource({"/doc/kite/1", "/def", "/queries/kites", "/resource.md?iri=http://example.org/id/kite/1"})
    void markdown_is_negotiated_and_revalidated_like_other_forms(String path) {
        HttpResponse<String> answer = site.get(path, "Accept", "text/markdown, text/html, */*");
        if (answer.statusCode() == 303) {
            answer = site.get(answer.headers().firstValue("Location").orElseThrow());
        } else {
            assertThat(answer.headers().firstValue("Content-Location")).hasValue(path + ".md");
            assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Accept,");
            assertThat(String.join(
                            ",", site.get(path, "Accept", "text/html").headers().allValues("Link")))
                    .contains("<" + path + ".md>; rel=\"alternate\"; type=\"text/markdown\"");
        }
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=utf-8");
        assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Accept-Language");
        assertThat(answer.headers().firstValue("Torchgraph-Version")).isPresent();
        assertThat(String.join(",", answer.headers().allValues("Link")))
                .contains(".ttl>; rel=\"alternate\"")
                .doesNotContain(".md>; rel=\"alternate\"");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(site.get(
                                answer.uri().getPath()
                                        + (answer.uri().getRawQuery() == null
                                                ? ""
                                                : "?" + answer.uri().getRawQuery()),
                                "Accept",
                                "text/markdown",
                                "If-None-Match",
                                tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void browsers_and_programs_that_name_no_markdown_get_what_they_got() {
        assertThat(site.get("/doc/kite/1", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("text/html;charset=utf-8");
        assertThat(site.get("/doc/kite/1").headers().firstValue("Content-Type")).hasValue("text/turtle;charset=utf-8");
        assertThat(site.get("/queries/kites").headers().firstValue("Content-Type"))
                .hasValue("text/csv;charset=utf-8");
        assertThat(site.get("/doc/kite/1", "Accept", "text/markdown;q=0, text/html")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("text/html;charset=utf-8");
    }

    @Test
    void an_answer_says_its_parameters_and_each_row() {
        String text = text("/queries/kites.md?name=green");
        assertThat(read(text))
                .startsWith("Kites")
                .contains("\"name\" (part of the colour): \"green\"", "1 row", "name=green");
        assertThat(links(text)).contains(site.url("/queries/kites.csv?name=green"), site.url("/doc/kite/1.md"));
        assertThat(widths(text)).containsExactly(2, 2);
        assertThat(read(text("/queries/is.md"))).contains("Yes.");
        assertThat(widths(text("/queries/said.md"))).containsExactly(3, 3);
    }

    @Test
    void an_answer_without_rows_says_which_part_left_none() {
        assertThat(read(text("/queries/kites.md?name=blue")))
                .contains("Nothing matches.", "the parts before the filter", "contains(?colour")
                .doesNotContain("Sources");
        assertThat(text("/queries/kites.md?name=blue&lang=zh"))
                .contains("contains(?colour")
                .doesNotContain("Nothing matches");
    }

    @Test
    void what_is_cut_is_told() {
        HttpResponse<String> answer = site.get("/queries/many.md");
        assertThat(widths(answer.body())).hasSize(101).containsOnly(2);
        assertThat(read(answer.body())).contains("The first 100 of 150 rows");
        assertThat(answer.headers().firstValue("Torchgraph-Result-Limit")).hasValue("100");
        assertThat(site.get("/queries/kites.md").headers().firstValue("Torchgraph-Result-Limit"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/queries/kites.md?colour=red", "/queries/many.md?labels=zh", "/doc/kite/1.md?page=x"})
    void a_mistake_of_the_client_is_a_problem_and_no_text(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void terms_have_a_line_each() {
        assertThat(read(text("/def.md"))).contains("Kite, 风筝 (zh)");
        assertThat(text("/def.md?lang=zh")).contains("风筝、Kite (en)");
    }

    @Test
    void the_guide_lists_every_question_and_links_to_what_is_answered() {
        HttpResponse<String> answer = site.get("/llms.txt");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
        assertThat(answer.body()).startsWith("# ").contains("\n## Optional\n", "`name=red`");
        assertThat(links(answer.body()))
                .contains(
                        site.url("/queries/kites.md"),
                        site.url("/queries/about-kite.md"),
                        site.url("/queries/many.md"),
                        site.url("/queries/is.md"),
                        site.url("/queries/said.md"),
                        site.url("/def.md"),
                        site.url("/mcp"))
                .filteredOn(address -> !address.contains("/sparql") && !address.endsWith("/mcp"))
                .allSatisfy(address -> assertThat(
                                site.get(address.substring(site.url("").length()))
                                        .statusCode())
                        .as(address)
                        .isEqualTo(200));
        assertThat(text("/llms.txt?lang=zh")).contains("如何提问").doesNotContain("How to ask");
        assertThat(site.get("/dataset.md").headers().firstValue("Location")).hasValue("/llms.txt");
        assertThat(site.get("/", "Accept", "text/html")
                        .headers()
                        .allValues("Link")
                        .toString())
                .contains("/llms.txt>; rel=\"help\"");
    }
}
