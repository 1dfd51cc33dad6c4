package org.torchgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.model.Labels;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;
import org.torchgraph.rdf.syntax.Expressiveness;
import org.torchgraph.site.chart.ResultTable;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.QuestionForm;
import org.torchgraph.site.question.QuestionResult;

class QuestionPageTest {
    private static final Question DUE = Asked.question(
            "targets-due-in",
            """
            #+ title.en: Targets due in a year
            #+ title.zh: 某年到期的目标
            #+ description.en: Each with its deadline.
            #+ param: year xsd:gYear 2025 "the year of the deadline"
            SELECT ?target ?value { ?target <urn:due> ?year ; <urn:value> ?value }
            """);

    private final Sample sample = Sample.of("<id/target/t> rdfs:label \"能耗\"@zh-Hans , \"energy\"@en .");
    private final Node target = NodeFactory.createURI(Sample.BASE + "id/target/t");

    private String page(Question question, Language language, Map<String, String> values, QuestionResult outcome) {
        PageContext frame = sample.frame(language, true, "/queries/" + question.name());
        return Pages.question(frame, question, values, QuestionForm.Choices.NONE, outcome, "SELECT 1");
    }

    private QuestionResult rows(Node... row) {
        return new QuestionResult.Rows(
                new Table(List.of("target", "value"), List.of(Arrays.asList(row))), sample.labels());
    }

    @Test
    void the_title_is_told_in_both_languages() {
        assertThat(page(DUE, Language.EN, Map.of(), rows(target, null)))
                .contains(
                        "<h1 lang=\"en\" dir=\"auto\">Targets due in a year: 2025</h1>",
                        "lang=\"zh-Hans\" dir=\"auto\">某年到期的目标</p>",
                        "Each with its deadline.");
        assertThat(page(DUE, Language.ZH, Map.of(), rows(target, null)))
                .contains(
                        "<h1 lang=\"zh-Hans\" dir=\"auto\">某年到期的目标：2025</h1>",
                        "lang=\"en\" dir=\"auto\">Each with its deadline.</p>");
    }

    @Test
    void the_form_has_a_field_for_each_parameter() {
        assertThat(page(DUE, Language.EN, Map.of("year", "2030"), rows(target, null)))
                .contains("<label for=\"p-year\">the year of the deadline</label>")
                .contains("name=\"year\" type=\"text\" inputmode=\"numeric\" value=\"2030\" placeholder=\"2025\"")
                .contains("<input type=\"hidden\" name=\"lang\" value=\"en\">");
    }

    @Test
    void a_thing_is_chosen_from_the_things_like_it_and_one_that_is_not_there_stays() {
        Question about = Asked.question(
                "about",
                "#+ param: this xsd:anyURI id/target/t \"the target\"\nSELECT ?this ?value { ?this ?p ?value }");
        QuestionForm.Choices choices = new QuestionForm.Choices(Map.of("this", List.of(target)), sample.labels());
        PageContext frame = sample.frame(Language.EN, false, "/queries/about");
        assertThat(Pages.question(frame, about, Map.of(), choices, rows(target, null), ""))
                .contains("<select id=\"p-this\" name=\"this\">")
                .contains("<option value=\"id/target/t\" lang=\"en\" selected>energy</option>");
        String whole = Sample.BASE + "id/target/t";
        assertThat(Pages.question(frame, about, Map.of("this", whole), choices, rows(target, null), ""))
                .contains("<option value=\"id/target/t\" lang=\"en\" selected>energy</option>");
        assertThat(Pages.question(frame, about, Map.of("this", "urn:x"), choices, rows(target, null), ""))
                .contains(
                        "<option value=\"urn:x\" selected>urn:x</option>",
                        "<option value=\"id/target/t\" lang=\"en\">");
    }

    @Test
    void a_truth_value_is_chosen() {
        Question about = Asked.question(
                "about", "#+ param: all xsd:boolean 0 \"all of them\"\nSELECT ?target ?value { ?target ?all ?value }");
        assertThat(page(about, Language.EN, Map.of(), rows(target, null)))
                .contains("<option value=\"true\">yes</option>", "<option value=\"false\" selected>no</option>");
    }

    @Test
    void an_answer_inside_another_page_has_no_form_and_links_that_leave_the_frame() {
        PageContext frame = sample.frame(Language.EN, true, "/queries/targets-due-in");
        String page = Pages.embedded(
                frame, DUE, Map.of("year", "2030"), QuestionForm.Choices.NONE.labels(), rows(target, null));
        assertThat(page)
                .contains("<base target=\"_blank\">", ">energy</a>", "/queries/targets-due-in?year=2030&amp;lang=en")
                .doesNotContain("<form", "<header", "<script");
    }

    @Test
    void rows_have_links_numbers_and_gaps() {
        Node value = NodeFactory.createLiteralDT("0.4", XSDDatatype.XSDdecimal);
        assertThat(page(DUE, Language.EN, Map.of(), rows(target, value)))
                .contains(
                        "1 row<",
                        "href=\"/doc/target/t?lang=en\" lang=\"en\" dir=\"auto\">energy</a>",
                        "<td data-label=\"Value\" class=\"num\">");
        assertThat(page(DUE, Language.EN, Map.of(), rows(target, null))).contains("not given");
    }

    @Test
    void downloads_and_command_have_the_parameters() {
        assertThat(page(DUE, Language.EN, Map.of("year", "20 30"), rows(target, null)))
                .contains(
                        "href=\"/queries/targets-due-in.csv?year=20%2030\"",
                        "targets-due-in.json?", "targets-due-in.ttl?")
                .contains("curl 'http://127.0.0.1:3030/queries/targets-due-in.csv?year=20%2030'")
                .contains("&lt;iframe src=\"http://127.0.0.1:3030/queries/targets-due-in?year=20%2030&amp;amp;embed=1")
                .contains("href=\"/sparql?query=SELECT%201&amp;lang=en\"");
    }

    @Test
    void a_refusal_shows_the_form_again() {
        assertThat(page(
                        DUE,
                        Language.EN,
                        Map.of("year", "soon"),
                        new QuestionResult.Refused(Message.of(Code.PARAMETER_REPEATED, "year"))))
                .contains("role=\"alert\">The parameter year is given more than once.<", "value=\"soon\"")
                .doesNotContain("id=\"h-answer\"");
    }

    @Test
    void an_ask_is_answered_by_a_sentence() {
        Question ask = Asked.question("any", "ASK { ?s ?p ?o }");
        assertThat(page(ask, Language.EN, Map.of(), new QuestionResult.Truth(true)))
                .contains(">Yes.</p>", "any.json")
                .doesNotContain("any.csv");
        assertThat(page(ask, Language.ZH, Map.of(), new QuestionResult.Truth(false)))
                .contains(">否。</p>");
    }

    @Test
    void a_construct_is_shown_as_triples() {
        Question construct = Asked.question("all", "CONSTRUCT WHERE { ?s ?p ?o }");
        QuestionResult triples = new QuestionResult.Triples(
                sample.graph().stream().toList(), sample.labels(), List.of(Expressiveness.values()));
        assertThat(page(construct, Language.EN, Map.of(), triples))
                .contains(">subject</th>", ">energy</a>", "2 rows", "all.ttl", "all.jsonld")
                .doesNotContain("all.csv");
    }

    @Test
    void an_empty_answer_says_so() {
        QuestionResult none = new QuestionResult.Rows(new Table(List.of("target"), List.of()), sample.labels());
        assertThat(page(DUE, Language.EN, Map.of(), none))
                .contains("Nothing matches.")
                .doesNotContain("<table");
    }

    @Test
    void a_long_answer_is_cut_and_says_so() {
        List<List<Node>> many = Collections.nCopies(ResultTable.MAX_ROWS_ON_PAGE + 1, List.of(target));
        QuestionResult rows = new QuestionResult.Rows(new Table(List.of("target"), many), sample.labels());
        assertThat(page(DUE, Language.EN, Map.of(), rows)).contains("501 rows", "The first 500 of 501 rows");
    }

    @Test
    void an_answer_that_was_not_read_to_its_end_says_so() {
        List<List<Node>> many = Collections.nCopies(ResultTable.MAX_ROWS_ON_PAGE + 1, List.of(target));
        QuestionResult rows = new QuestionResult.Rows(new Table(List.of("target"), many, false), sample.labels());
        assertThat(page(DUE, Language.EN, Map.of(), rows))
                .contains("more than 501 rows", "The first 500 of more than 501 rows")
                .contains("<a href=\"/queries/targets-due-in.csv\">The whole as CSV</a>");
    }

    @Test
    void columns_go_by_the_terms_of_the_publication_on_a_chinese_page() {
        Sample named =
                Sample.of("htz:Target a rdfs:Class ; rdfs:label \"量化目标\"@zh-Hans , \"Quantitative target\"@en .");
        PageContext zh = named.frame(Language.ZH, false, "/queries/x");
        PageContext en = named.frame(Language.EN, false, "/queries/x");
        assertThat(zh.site().headings().heading("target", zh.wording(new Labels(Map.of(), null))))
                .isEqualTo("量化目标");
        assertThat(zh.site().headings().heading("deadline", zh.wording(new Labels(Map.of(), null))))
                .isEqualTo("期限");
        assertThat(zh.site().headings().heading("setBy_whom", zh.wording(new Labels(Map.of(), null))))
                .isEqualTo("set by whom");
        assertThat(en.site().headings().heading("target", en.wording(new Labels(Map.of(), null))))
                .isEqualTo("Target");
    }
}
