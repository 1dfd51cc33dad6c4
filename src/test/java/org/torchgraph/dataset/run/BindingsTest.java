package org.torchgraph.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Sample;
import org.torchgraph.query.Table;

class BindingsTest {
    @AutoClose
    private final QueryExecutor runs = new QueryExecutor(Sample.limits(10_000));

    private final QueriedData data = Sample.of(
            """
            PREFIX : <https://example.org/>
            :g1 { :a :y 1 . :b :y 2 }
            :g2 { :c :y 1 ; :z 1 }
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT ?year ?x { ?x :y ?year } ORDER BY ?x | 1 a; 1 c",
                "SELECT * { ?x :y ?year } ORDER BY ?x | a 1; c 1",
                "SELECT ?year (COUNT(*) AS ?n) { ?x :y ?year } GROUP BY ?year | 1 2",
                "SELECT ?v (COUNT(*) AS ?n) { ?x :y ?v } GROUP BY ?v HAVING (COUNT(*) > 0) (?v = ?year) | 1 2",
                "SELECT ?x { ?x :y ?v FILTER(?v > ?year) } | b",
                "SELECT ?x { { SELECT ?x { ?x :y ?year } } } ORDER BY ?x | a; c",
                "SELECT ?x { ?x :z 1 { SELECT ?x (SUM(?year + 1) AS ?n) { ?x :y ?v } GROUP BY ?x } FILTER(?n = 2) } | c",
                "SELECT ?x ?w { ?x :z ?year BIND(?year + 1 AS ?w) } | c 2",
                "SELECT ?x ?year { ?x :y ?v BIND(?v AS ?year) } ORDER BY ?x | a 1; c 1",
                "SELECT ?x ?year { ?x :z ?v VALUES ?year { 1 2 } } | c 1",
                "SELECT ?x ?year { ?x :z ?v } VALUES ?year { 1 2 } | c 1",
                "SELECT ?x { ?x :y ?v FILTER NOT EXISTS { ?x :y ?year } } | b",
                "SELECT ?x { ?x :y ?v MINUS { ?x :y ?year } } | b",
                "SELECT (SUM(?year) AS ?s) { ?x :y ?v } | 3",
                "SELECT ?x { GRAPH ?g { ?x :z ?year } } | c",
                "SELECT ?subject { { ?subject :y ?year } } ORDER BY DESC(?subject) LIMIT 1 | c",
            })
    void bound_variable_has_its_value_everywhere(String text, String rows) {
        Table table = runs.over(data)
                .query(Sample.query(text).binding(Map.of(Var.alloc("year"), one())), ResultReaders.table(9));
        assertThat(shown(table)).isEqualTo(rows);
    }

    @Test
    void bound_variable_reaches_every_form() {
        Map<Var, Node> year = Map.of(Var.alloc("year"), one());
        assertThat(shown(runs.over(data)
                        .query(
                                Sample.query("CONSTRUCT { ?x :is ?year } WHERE { ?x :z ?v }")
                                        .binding(year),
                                ResultReaders.table(9))))
                .isEqualTo("c is 1");
        assertThat(shown(runs.over(data)
                        .query(Sample.query("ASK { :b :y ?year }").binding(year), ResultReaders.table(9))))
                .isEqualTo("false");
        Map<Var, Node> thing = Map.of(Var.alloc("this"), Sample.node("b"));
        assertThat(shown(runs.over(data)
                        .query(Sample.query("DESCRIBE ?this {}").binding(thing), ResultReaders.table(9))))
                .isEqualTo("b y 2");
        assertThat(shown(runs.over(data).query(Sample.query("DESCRIBE ?this").binding(thing), ResultReaders.table(9))))
                .isEqualTo("b y 2");
    }

    @Test
    void from_takes_graphs_of_the_dataset() {
        assertThat(shown(runs.over(data)
                        .query(Sample.query("SELECT ?x FROM :g1 { ?x :y ?v } ORDER BY ?x"), ResultReaders.table(9))))
                .isEqualTo("a; b");
        assertThat(shown(runs.over(data)
                        .query(
                                Sample.query("SELECT ?x FROM :g1 FROM <g2> FROM :g3 { ?x :y ?v } ORDER BY ?x"),
                                ResultReaders.table(9))))
                .isEqualTo("a; b; c");
        assertThat(shown(runs.over(data)
                        .query(
                                Sample.query(
                                        "SELECT ?x ?g FROM NAMED :g2 { { ?x :y 1 } UNION { GRAPH ?g { ?x :y 1 } } }"),
                                ResultReaders.table(9))))
                .isEqualTo("c g2");
    }

    @Test
    void graphs_of_the_request_win_over_those_of_the_query() {
        QueryRequest query = Sample.query("SELECT ?x FROM :g1 { { ?x :y 1 } UNION { GRAPH ?g { ?x :y 2 } } }");
        assertThat(shown(runs.over(data)
                        .query(query.over(List.of(Sample.BASE + "g2"), List.of()), ResultReaders.table(9))))
                .isEqualTo("c");
        assertThat(shown(runs.over(data).query(query.over(List.of("g2"), List.of("g1")), ResultReaders.table(9))))
                .isEqualTo("c; b");
        assertThat(shown(runs.over(data).query(query.over(List.of(), List.of("g1")), ResultReaders.table(9))))
                .isEqualTo("b");
    }

    @Test
    void describe_sees_the_graphs_of_the_request_alone() {
        QueryRequest query = Sample.query("DESCRIBE :c").over(List.of("g1"), List.of());
        assertThat(runs.over(data).query(query, ResultReaders.triples(9)).isEmpty())
                .isTrue();
    }

    private static Node one() {
        return NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger);
    }

    private static String shown(Table table) {
        return String.join(
                "; ",
                table.rows().stream()
                        .map(row -> String.join(
                                " ",
                                row.stream()
                                        .map(node -> node == null
                                                ? "-"
                                                : node.isURI()
                                                        ? node.getURI().substring(Sample.BASE.length())
                                                        : node.getLiteralLexicalForm())
                                        .toList()))
                        .toList());
    }
}
