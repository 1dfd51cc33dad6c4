package org.torchgraph.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.torchgraph.question.QuestionsTest.BASE;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.Var;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.dataset.run.QueriedData;
import org.torchgraph.dataset.run.QueryExecutor;
import org.torchgraph.query.Limits;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Table;

class ParametersTest {

    @Test
    void parameter_not_given_has_its_default() {
        assertThat(prepared("xsd:gYear", "2025", Map.of()))
                .isEqualTo(NodeFactory.createLiteralDT("2025", XSDDatatype.XSDgYear));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xsd:gYear | 2030",
                "xsd:gYear | ' 2030 '",
                "xsd:integer | -5",
                "xsd:decimal | 1.50",
                "xsd:boolean | true",
                "xsd:date | 2021-03-12",
                "xsd:string | ' kept as it is '",
                "xsd:string | 高新区",
                "<https://example.org/own> | anything",
            })
    void lexical_form_of_the_datatype_is_taken(String datatype, String value) {
        Node node = prepared(datatype, "1", value);
        assertThat(node.isLiteral()).isTrue();
        assertThat(node.getLiteralLexicalForm()).isEqualTo(datatype.equals("xsd:string") ? value : value.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xsd:gYear | soon",
                "xsd:gYear | 2025-01",
                "xsd:gYear | ''",
                "xsd:integer | 1.5",
                "xsd:integer | 1 2",
                "xsd:boolean | yes",
                "xsd:date | 2020-13-01",
                "xsd:anyURI | 'a b'",
                "xsd:anyURI | '<x>'",
                "xsd:anyURI | 'http://[x'",
                "xsd:anyURI | 'x> } DROP ALL #'",
            })
    void ill_typed_value_is_told_by_name(String datatype, String value) {
        BadParameterException bad =
                catchThrowableOfType(BadParameterException.class, () -> prepared(datatype, "1", value));
        assertThat(bad.name()).isEqualTo("v");
        assertThat(bad.getMessage())
                .startsWith("The parameter v cannot be \"" + value + "\": ")
                .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "id/org/most, https://example.org/id/org/most",
        "/id/x, https://example.org/id/x",
        "https://other.example/火炬, https://other.example/火炬",
        "urn:x:y, urn:x:y",
    })
    void any_uri_is_an_iri_whole_or_relative_to_the_base(String value, String iri) {
        assertThat(prepared("xsd:anyURI", "id/x", value)).isEqualTo(NodeFactory.createURI(iri));
    }

    @Test
    void unknown_parameter_is_told_with_those_there_are() {
        Question question = question("xsd:gYear", "2025");
        BadParameterException bad =
                catchThrowableOfType(BadParameterException.class, () -> question.prepare(Map.of("year", "2020"), BASE));
        assertThat(bad.name()).isEqualTo("year");
        assertThat(bad.getMessage()).isEqualTo("The question x has no parameter year; it has v.");
        assertThat(catchThrowableOfType(
                        BadParameterException.class, () -> question.prepare(Map.of("this", "urn:x"), BASE)))
                .hasMessageContaining("no parameter this");
    }

    @Test
    void panel_takes_the_thing_as_this() {
        Question panel = QuestionsTest.questions("panel", QuestionsTest.GOOD)
                .named("panel")
                .orElseThrow();
        assertThat(panel.prepare(Map.of("this", "id/x"), BASE).bindings())
                .containsEntry(Var.alloc("this"), NodeFactory.createURI(BASE + "id/x"));
        assertThat(panel.prepare(Map.of(), BASE).bindings()).doesNotContainKey(Var.alloc("this"));
    }

    @Test
    void values_stay_in_the_order_of_the_front_matter() {
        List<String> names = List.of("e", "b", "d", "a", "f", "c");
        String head = names.stream()
                .map(name -> "#+ param: " + name + " xsd:gYear 2025 \"a year\"\n")
                .collect(Collectors.joining("", "#+ title.en: T\n#+ title.zh: 题\n", ""));
        Question question = QuestionsTest.questions(
                        "x", head + "SELECT ?x { ?x <a> ?a ; <b> ?b ; <c> ?c ; <d> ?d ; <e> ?e ; <f> ?f }")
                .named("x")
                .orElseThrow();
        assertThat(Var.varNames(
                        question.prepare(Map.of("a", "2020"), BASE).bindings().keySet()))
                .isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a \"quoted\" word",
                "it's",
                "\" } DROP ALL #",
                "\\",
                "\\\" UNION { ?s ?p ?o } #",
                "?v",
                "line\nbreak",
                "<urn:x>",
                "$0 %s {}",
                "\u0000",
                "𠮷 火炬",
            })
    void quote_in_a_parameter_stays_a_quote(String value) {
        Question question = question("xsd:string", "x");
        Graph graph = GraphMemFactory.createGraphMemRoaring();
        graph.add(triple("match", value));
        graph.add(triple("other", "other"));
        QueriedData data = new QueriedData(new DatasetGraphMapLink(graph));
        try (QueryExecutor runs = new QueryExecutor(Limits.standard())) {
            Table table = runs.over(data).query(question.prepare(Map.of("v", value), BASE), ResultReaders.table(9));
            assertThat(table.columns()).containsExactly("x", "v");
            assertThat(table.rows()).singleElement().satisfies(row -> {
                assertThat(row.get(0).getURI()).isEqualTo(BASE + "match");
                assertThat(row.get(1).getLiteralLexicalForm()).isEqualTo(value);
            });
        }
    }

    private static Triple triple(String subject, String value) {
        return Triple.create(
                NodeFactory.createURI(BASE + subject),
                NodeFactory.createURI(BASE + "label"),
                NodeFactory.createLiteralString(value));
    }

    private static Node prepared(String datatype, String defaultValue, String value) {
        return prepared(datatype, defaultValue, Map.of("v", value));
    }

    private static Node prepared(String datatype, String defaultValue, Map<String, String> given) {
        return question(datatype, defaultValue).prepare(given, BASE).bindings().get(Var.alloc("v"));
    }

    private static Question question(String datatype, String defaultValue) {
        String value = datatype.equals("xsd:boolean") ? "false" : defaultValue;
        String form = datatype.equals("xsd:gYear") ? "2025" : datatype.equals("xsd:date") ? "2025-01-01" : value;
        Questions questions = QuestionsTest.questions(
                "x",
                """
                #+ title.en: T
                #+ title.zh: 题
                #+ param: v DATATYPE DEFAULT "a value"
                SELECT ?x ?v { ?x <label> ?v }
                """
                        .replace("DATATYPE", datatype)
                        .replace("DEFAULT", form));
        assertThat(questions.faults()).isEmpty();
        return questions.named("x").orElseThrow();
    }
}
