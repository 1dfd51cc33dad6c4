package org.torchgraph.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.torchgraph.query.QueryFailedException.FailureKind.FUNCTION_REFUSED;
import static org.torchgraph.query.QueryFailedException.FailureKind.SERVICE_REFUSED;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.Sample;
import org.torchgraph.query.Table;
import org.torchgraph.query.guard.QueryParsing;

/** No query reaches out of its dataset. */
class GuardsTest {
    private static final AtomicInteger CONNECTIONS = new AtomicInteger();

    @AutoClose
    private static ServerSocket listener;

    @AutoClose
    private final QueryExecutor runs = new QueryExecutor(Sample.limits(5_000));

    private final QueriedData data = Sample.policies();

    @BeforeAll
    static void listen() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(() -> {
            while (!listener.isClosed()) {
                try {
                    listener.accept().close();
                    CONNECTIONS.incrementAndGet();
                } catch (IOException e) {
                    return;
                }
            }
        });
        accepting.setDaemon(true);
        accepting.start();
    }

    @AfterEach
    void nothing_connected() {
        assertThat(CONNECTIONS).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <S> { ?a ?b ?c } }",
                "SELECT * { SERVICE SILENT <S> { ?a ?b ?c } }",
                "SELECT * { ?s ?p ?o . SERVICE ?o { ?a ?b ?c } }",
                "SELECT * { { SELECT ?a { SERVICE <S> { ?a ?b ?c } } } }",
                "SELECT * { { SELECT ?a { { SELECT ?a { { SERVICE <S> { ?a ?b ?c } } UNION {} } } } } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <S> { ?a ?b ?c } } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <S> { ?a ?b ?c } } }",
                "SELECT * { ?s ?p ?o FILTER(1 = 2 && !(EXISTS { SERVICE <S> { ?a ?b ?c } })) }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { { SELECT * { SERVICE <S> { ?a ?b ?c } } } } }",
                "SELECT * { BIND(EXISTS { SERVICE <S> { ?a ?b ?c } } AS ?x) }",
                "SELECT (EXISTS { SERVICE <S> { ?a ?b ?c } } AS ?x) {}",
                "SELECT (SUM(IF(EXISTS { SERVICE <S> { ?a ?b ?c } }, 1, 2)) AS ?x) { ?s ?p ?o }",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <S> { ?a ?b ?c } })",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 0) (EXISTS { SERVICE <S> { ?a ?b ?c } })",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s (EXISTS { SERVICE <S> { ?a ?b ?c } })",
                "SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <S> { ?a ?b ?c } })",
                "SELECT * { ?s ?p ?o MINUS { SERVICE <S> { ?s ?b ?c } } }",
                "SELECT * { ?s ?p ?o OPTIONAL { SERVICE <S> { ?s ?b ?c } } }",
                "SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER EXISTS { SERVICE <S> { ?s ?b ?c } } } }",
                "SELECT * { GRAPH ?g { SERVICE <S> { ?s ?b ?c } } }",
                "SELECT * { {} UNION { SERVICE <S> { ?s ?b ?c } } }",
                "ASK { SERVICE <S> { ?s ?b ?c } }",
                "CONSTRUCT { ?s ?b ?c } WHERE { SERVICE <S> { ?s ?b ?c } }",
                "DESCRIBE ?s { SERVICE <S> { ?s ?b ?c } }",
            })
    void service_is_refused_wherever_it_is(String text) {
        assertThat(failure(text).kind()).isEqualTo(SERVICE_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<java:java.lang.System.exit>(1) AS ?x) {}",
                "SELECT (<java:org.apache.jena.sparql.function.library.wait>(9000) AS ?x) {}",
                "SELECT (afn:wait(9000) AS ?x) {}",
                "SELECT (<http://jena.hpl.hp.com/ARQ/function#wait>(9000) AS ?x) {}",
                "SELECT (afn:print('x') AS ?x) {}",
                "SELECT (afn:execTime('x') AS ?x) {}",
                "SELECT (afn:context('x') AS ?x) {}",
                "SELECT (afn:eval(afn:wait, 9000) AS ?x) {}",
                "SELECT (afn:sprintf('%999999999d', 1) AS ?x) {}",
                "SELECT (afn:strjoin('a', 'b', 'c') AS ?x) {}",
                "SELECT (fn:apply(afn:wait, 9000) AS ?x) {}",
                "SELECT (fn:round(1.5, 2000000000) AS ?x) {}",
                "SELECT (fn:round-half-to-even(1.5, 2000000000) AS ?x) {}",
                "SELECT (math:pow(7, 2000000000) AS ?x) {}",
                "SELECT (math:exp10(2000000000) AS ?x) {}",
                "SELECT (<http://www.dotnetrdf.org/leviathan#factorial>(2000000000) AS ?x) {}",
                "SELECT * { ?s ?p ?o FILTER(afn:wait(9000)) }",
                "SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER(afn:wait(9000)) } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s ?q ?r FILTER(afn:wait(9000)) } }",
                "SELECT * { { SELECT * { BIND(afn:wait(9000) AS ?x) } } }",
                "SELECT (MAX(afn:wait(9000)) AS ?x) { ?s ?p ?o }",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 0) (afn:wait(9000))",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s (afn:wait(9000))",
                "SELECT ?s { ?s ?p ?o } ORDER BY afn:wait(9000)",
                "SELECT (COALESCE(1, IF(true, 1, afn:wait(9000))) AS ?x) {}",
                "SELECT * { ?x <java:org.apache.jena.sparql.pfunction.library.strSplit> ('a' 'b') }",
                "SELECT * { ?x apf:strSplit ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' '(.*a){12}$') }",
            })
    void dangerous_function_is_refused_wherever_it_is(String text) {
        assertThat(failure(text).kind()).isEqualTo(FUNCTION_REFUSED);
    }

    @Test
    void harmless_functions_are_offered() {
        Table table = runs.over(data)
                .query(
                        prefixed("SELECT (afn:localname(:a) AS ?a) (fn:upper-case('b') AS ?b) (math:sqrt(9) AS ?c)"
                                + " (fn:matches('abc', 'B', 'i') AS ?d) (fn:replace('abc', 'b', 'x') AS ?e)"
                                + " (fn:concat('a', 1) AS ?f) {}"),
                        ResultReaders.table(1));
        assertThat(table.rows().get(0))
                .extracting(node -> node == null ? "unbound" : node.getLiteralLexicalForm())
                .containsExactly("a", "B", "3.0e0", "true", "axc", "unbound");
    }

    @Test
    void unknown_function_is_an_error_of_the_expression_alone() {
        Table table =
                runs.over(data).query(prefixed("SELECT (:unknown(1) AS ?a) (2 AS ?b) {}"), ResultReaders.table(1));
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).get(0)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0 / 0.0",
                "STRDT('x', <http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>)",
                "<http://www.w3.org/ns/sparql#strdt>('x', <http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString>)",
                "STRLANG('x', 'no language!')",
                "fn:format-number(1, '0;;;')",
                "fn:matches('a')",
                "fn:replace('a', 'b')",
                "IRI('no iri')",
                "STRLANGDIR('x', 'no language!', 'ltr')",
                "STRLANGDIR('x', 'en', 'sideways')",
                "<http://www.w3.org/ns/sparql#divide>(1.0, 0.0)",
                "<http://www.w3.org/ns/sparql#strlang>('x', 'en_US')",
                "<http://www.w3.org/ns/sparql#regex>('x')",
            })
    void argument_without_a_value_is_an_error_of_the_expression_alone(String expression) {
        Table table = runs.over(data)
                .query(prefixed("SELECT (" + expression + " AS ?a) (2 AS ?b) {}"), ResultReaders.table(1));
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).get(0)).isNull();
    }

    @Test
    void wrong_number_of_arguments_is_the_fault_of_the_text() {
        QueryFailedException failure = failure("SELECT (fn:substring() AS ?x) {}");
        assertThat(failure.kind()).isEqualTo(QueryFailedException.FailureKind.SYNTAX);
        assertThat(failure.getMessage()).endsWith("takes two or three arguments.");
    }

    @Test
    void property_functions_are_plain_properties() {
        Table table = runs.over(data)
                .query(
                        prefixed("SELECT * { ?l list:member ?m . ?l rdfs:member ?m . ?l :p/list:index ?m }"),
                        ResultReaders.table(1));
        assertThat(table.rows()).isEmpty();
    }

    @Test
    void graph_names_are_never_fetched() {
        for (String name : List.of(place(), "file:///etc/passwd", "urn:x:none")) {
            QueryRequest plain = Sample.query("SELECT * FROM <" + name + "> FROM NAMED <" + name
                    + "> { { ?a ?b ?c } UNION { GRAPH ?g { ?a ?b ?c } } }");
            assertThat(runs.over(data).query(plain, ResultReaders.table(1)).rows())
                    .isEmpty();
            QueryRequest protocol = Sample.query("SELECT * { { ?a ?b ?c } UNION { GRAPH ?g { ?a ?b ?c } } }")
                    .over(List.of(name), List.of(name));
            assertThat(runs.over(data).query(protocol, ResultReaders.table(1)).rows())
                    .isEmpty();
            QueryRequest graph = Sample.query("SELECT * { GRAPH <" + name + "> { ?a ?b ?c } }");
            assertThat(runs.over(data).query(graph, ResultReaders.table(1)).rows())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { :a :b :c }",
                "LOAD <S>",
                "DROP ALL",
                "SELECT * {} ; DROP ALL",
                "SELECT * { LATERAL { ?a ?b ?c } }",
                "SELECT (CALL(afn:wait, 9000) AS ?x) {}",
                "JSON { \"a\": ?a } WHERE {}",
            })
    void updates_and_extensions_do_not_parse(String text) {
        assertThat(failure(text).kind()).isEqualTo(QueryFailedException.FailureKind.SYNTAX);
    }

    @Test
    void kept_query_is_held_against_the_guards() {
        String text = "ASK { FILTER EXISTS { SERVICE <" + place() + "> {} } }";
        QueryFailedException failure =
                catchThrowableOfType(QueryFailedException.class, () -> QueryParsing.checked(text, Sample.BASE));
        assertThat(failure.kind()).isEqualTo(SERVICE_REFUSED);
    }

    @Test
    void bound_value_cannot_name_a_property_function() {
        QueryRequest request = Sample.query("SELECT * { ?a ?p ?c }")
                .binding(Map.of(Var.alloc("p"), NodeFactory.createURI("java:java.lang.String")));
        QueryFailedException failure = catchThrowableOfType(
                QueryFailedException.class, () -> runs.over(data).query(request, ResultReaders.table(1)));
        assertThat(failure.kind()).isEqualTo(FUNCTION_REFUSED);
    }

    @Test
    void letters_change_case_alike_on_every_machine() {
        Locale own = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            String expressions = "(LCASE('TITLE') AS ?a) (UCASE('title'@en) AS ?b)"
                    + " (<http://www.w3.org/ns/sparql#lcase>('I') AS ?c) (fn:upper-case('i') AS ?d) (LCASE(1) AS ?none)";
            Table table = runs.over(data).query(prefixed("SELECT " + expressions + " {}"), ResultReaders.table(1));
            assertThat(table.rows().get(0)).hasToString("[\"title\", \"TITLE\"@en, \"i\", \"I\", null]");
        } finally {
            Locale.setDefault(own);
        }
    }

    private QueryFailedException failure(String text) {
        QueryFailedException failure = catchThrowableOfType(
                QueryFailedException.class, () -> runs.over(data).query(prefixed(text), ResultReaders.table(1)));
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }

    private static QueryRequest prefixed(String text) {
        return Sample.query("PREFIX afn: <http://jena.apache.org/ARQ/function#>"
                + " PREFIX list: <http://jena.apache.org/ARQ/list#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
                + " PREFIX apf: <http://jena.apache.org/ARQ/property#>"
                + " PREFIX fn: <http://www.w3.org/2005/xpath-functions#>"
                + " PREFIX math: <http://www.w3.org/2005/xpath-functions/math#> "
                + text.replace("<S>", "<" + place() + ">"));
    }

    private static String place() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/sparql";
    }
}
