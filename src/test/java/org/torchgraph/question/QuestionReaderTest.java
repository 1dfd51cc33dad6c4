package org.torchgraph.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torchgraph.question.QuestionsTest.BASE;
import static org.torchgraph.question.QuestionsTest.GOOD;
import static org.torchgraph.question.QuestionsTest.file;
import static org.torchgraph.question.QuestionsTest.own;
import static org.torchgraph.question.QuestionsTest.questions;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.Publication;
import org.torchgraph.question.Question.Parameter;
import org.torchgraph.question.Question.ViewKind;

/** What one file of a question says, and the faults in it. */
class QuestionReaderTest {
    @Test
    void front_matter_makes_a_question() {
        Questions questions = questions("targets-due", GOOD);
        assertThat(questions.faults()).isEmpty();
        Question question = questions.named("targets-due").orElseThrow();
        assertThat(question.titles())
                .containsEntry("en", "Targets due in a year")
                .containsEntry("zh", "某年到期的目标");
        assertThat(question.descriptions()).containsOnlyKeys("en");
        assertThat(question.view()).isEqualTo(ViewKind.BAR);
        assertThat(question.panel()).contains("https://example.org/def#Policy");
        assertThat(question.parameters())
                .containsExactly(
                        new Parameter("year", "http://www.w3.org/2001/XMLSchema#gYear", "2025", "the year"),
                        new Parameter("label", "http://www.w3.org/2001/XMLSchema#string", "two words", "a label"));
    }

    @Test
    void a_column_may_be_described_in_two_languages() {
        Questions questions = questions("x", GOOD.replace("#+ view: bar", "#+ column: target \"the aim / 目标\""));
        assertThat(questions.faults()).isEmpty();
        assertThat(QuestionColumn.of(questions.named("x").orElseThrow()))
                .singleElement()
                .satisfies(column ->
                        assertThat(column.descriptions()).isEqualTo(Map.of(Language.EN, "the aim", Language.ZH, "目标")));
    }

    @Test
    void a_parameter_may_name_the_value_of_what_is_not_known() {
        Questions questions = questions("x", GOOD.replace("\"a label\"", "\"a label\" none"));
        assertThat(questions.faults()).isEmpty();
        assertThat(questions.named("x").orElseThrow().parameters())
                .extracting(Parameter::unknown)
                .containsExactly("", "none");
    }

    @Test
    void datatype_and_panel_may_be_whole_iris() {
        Questions questions = questions(
                "x",
                GOOD.replace("xsd:gYear", "<http://www.w3.org/2001/XMLSchema#gYear>")
                        .replace("htz:Policy", "<https://example.org/def#Policy>"));
        assertThat(questions.faults()).isEmpty();
        assertThat(own(questions)).hasSize(1);
    }

    @Test
    void a_question_is_about_its_subject_or_else_about_the_class_of_its_panel() {
        assertThat(questions("x", GOOD).named("x").orElseThrow().subject()).contains("https://example.org/def#Policy");
        String other = GOOD.replace("#+ view: bar\n", "#+ view: bar\n#+ subject: htz:Goal\n");
        assertThat(questions("x", other).named("x").orElseThrow().subject()).contains("https://example.org/def#Goal");
        assertThat(questions("x", other.replace("htz:Goal", "nothing:Goal")).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).contains("no class nothing:Goal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang", "page", "labels", "version", "embed", "cite"})
    void a_parameter_cannot_have_a_name_that_the_site_uses(String name) {
        Questions questions = questions("x", GOOD.replace("label xsd:string", name + " xsd:string"));
        assertThat(own(questions)).isEmpty();
        assertThat(questions.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.place().line()).isEqualTo(5);
            assertThat(fault.toString()).contains("a parameter cannot be called " + name);
        });
        String beside = GOOD.replace("label xsd:string", name + "2 xsd:string").replace("?label }", "?" + name + "2 }");
        assertThat(questions("x", beside).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#+ view: bar | #+ view: pie | 6 | no such view",
                "#+ view: bar | #+ colour: red | 6 | not a key",
                "#+ view: bar | #+ view | 6 | not a key",
                "#+ view: bar | #+ view: | 6 | nothing after view",
                "#+ view: bar | #+ title.en: Twice | 6 | a second title.en",
                "2025 \"the year\" | 2025 | 4 | not a parameter",
                "#+ view: bar | #+ column: target | 6 | not a column",
                "#+ view: bar | #+ column: label \"a label\" | 6 | ?label is no column",
                "2025 \"the year\" | soon \"the year\" | 4 | the default of year cannot be soon",
                "xsd:gYear | xsd:gyear | 4 | no datatype xsd:gyear",
                "xsd:gYear | foo:gYear | 4 | no datatype foo:gYear",
                "xsd:gYear | <http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> | 4 | no datatype",
                "param: year | param: month | 4 | ?month is not in the query",
                "param: label xsd:string | param: year xsd:string | 5 | a second parameter year",
                "htz:Policy | foo:Policy | 7 | no class foo:Policy",
                "htz:Policy | foo:Policy 3 | 7 | no class foo:Policy;",
                "htz:Policy | htz:Policy first | 7 | a whole number from 1 to 9999",
                "htz:Policy | htz:Policy 0 | 7 | a whole number from 1 to 9999",
                "htz:Policy | htz:Policy 1 2 | 7 | not a panel",
                "?this | ?that | 7 | ?this, which is not in the query",
                "?label } | ?label | 10 | does not parse",
                "?label } | ?label SERVICE <urn:x> {} } | 0 | SERVICE",
            })
    void fault_names_the_line_and_the_mending(String old, String now, long line, String message) {
        Questions questions = questions("x", GOOD.replace(old, now));
        assertThat(own(questions)).isEmpty();
        assertThat(questions.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.place().file()).isEqualTo("queries/x.rq");
            assertThat(fault.place().line()).isEqualTo(line);
            assertThat(fault.toString()).contains(message);
        });
    }

    @Test
    void front_matter_below_the_head_is_a_fault() {
        Questions questions = questions("x", GOOD + "#+ view: table\n");
        assertThat(questions.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.place().line()).isEqualTo(11);
            assertThat(fault.toString()).contains("move it to the head");
        });
    }

    @Test
    void name_that_no_path_can_hold_is_a_fault() {
        assertThat(questions("Targets_Due", GOOD).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).contains("rename the file"));
    }

    @Test
    void every_place_of_a_parameter_counts() {
        Stream.of(
                        "SELECT ?x { ?x <p> ?v FILTER EXISTS { ?x <q> ?year } }",
                        "SELECT ?x { { SELECT ?x { ?x <p> ?year } } }",
                        "SELECT (STR(?year) AS ?s) {}",
                        "SELECT ?x (SUM(?year) AS ?s) { ?x <p> ?v } GROUP BY ?x",
                        "SELECT ?x { ?x <p> ?v } GROUP BY ?x HAVING (COUNT(*) > 1) (MAX(?v) < ?year)",
                        "SELECT ?x { ?x <p> ?v } ORDER BY ?year",
                        "CONSTRUCT { ?x <q> ?year } WHERE { ?x <p> ?v }",
                        "ASK { <a> <p> ?year }")
                .forEach(query -> {
                    String text = "#+ title.en: t\n#+ title.zh: t\n#+ param: year xsd:gYear 2025 \"a year\"\n" + query;
                    assertThat(questions("x", text).faults()).as(query).isEmpty();
                });
    }

    @Test
    void a_title_in_one_language_of_any_kind_is_enough_and_none_is_a_fault() {
        String query = "SELECT ?s { ?s ?p ?o }";
        assertThat(questions("x", "#+ title.de: Alle Drachen\n" + query)
                        .named("x")
                        .orElseThrow()
                        .titles())
                .containsExactly(Map.entry("de", "Alle Drachen"));
        assertThat(questions("x", "#+ title.en: all\n#+ description.sr-Latn: svi\n" + query)
                        .faults())
                .isEmpty();
        assertThat(questions("x", "#+ description.en: all\n" + query).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).contains("no title"));
        assertThat(questions("x", "#+ title.en_US: all\n" + query).faults())
                .anySatisfy(fault -> assertThat(fault.toString()).contains("not a key"));
    }

    @Test
    void datatypes_and_classes_are_named_by_the_prefixes_of_the_query_too_and_xsd_is_known_without_any() {
        String text =
                """
                #+ title.en: t
                #+ param: year xsd:gYear 2025 "a year"
                #+ panel: own:Kite
                PREFIX own: <http://kites.example/>
                SELECT ?year { ?this own:flown ?year }
                """;
        Publication bare = new Publication(
                Path.of("nowhere"),
                BASE,
                "0",
                PrefixMapFactory.create(),
                List.of(),
                List.of(file("x", text)),
                List.of(),
                List.of());
        Questions questions = Questions.of(bare);
        assertThat(questions.faults()).isEmpty();
        Question question = questions.named("x").orElseThrow();
        assertThat(question.panel()).contains("http://kites.example/Kite");
        assertThat(question.parameters().get(0).datatype()).isEqualTo(XSD.gYear.getURI());
    }
}
