package org.torchgraph.query.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.ExprUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolatileFunctionsTest {
    private static final String PREFIXES =
            """
            PREFIX : <https://example.org/>
            PREFIX afn: <http://jena.apache.org/ARQ/function#>
            PREFIX sparql: <http://www.w3.org/ns/sparql#>
            """;

    private static boolean isVolatile(String text) {
        return VolatileFunctions.areCalledBy(Algebra.compile(QueryFactory.create(PREFIXES + text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (NOW() AS ?x) {}",
                "SELECT (RAND() AS ?x) {}",
                "SELECT (UUID() AS ?x) {}",
                "SELECT (STRUUID() AS ?x) {}",
                "SELECT (BNODE() AS ?x) {}",
                "SELECT (BNODE('a') AS ?x) {}",
                "SELECT (afn:now() AS ?x) {}",
                "SELECT (afn:nowtz() AS ?x) {}",
                "SELECT (afn:system-timezone() AS ?x) {}",
                "SELECT (sparql:now() AS ?x) {}",
                "SELECT (<http://www.w3.org/ns/sparql#uuid>() AS ?x) {}",
                "ASK { ?s ?p ?o FILTER(?o < NOW()) }",
                "SELECT * { ?s ?p ?o BIND(STR(UUID()) AS ?x) }",
                "SELECT * { { SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(YEAR(NOW()) > 2000) } } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s ?q ?r FILTER(RAND() > 0.5) } }",
                "SELECT (EXISTS { ?s ?p ?o FILTER(?o = NOW()) } AS ?x) {}",
                "SELECT * { ?s ?p ?o MINUS { ?s ?p ?o FILTER(RAND() > 0.5) } }",
                "SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER(RAND() > 0.5) } }",
                "SELECT (SUM(RAND()) AS ?x) { ?s ?p ?o }",
                "SELECT (MAX(IF(BOUND(?o), NOW(), 1)) AS ?x) { ?s ?p ?o } GROUP BY ?s",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING(COUNT(*) > RAND())",
                "SELECT ?x (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (RAND() > 0.5 AS ?x)",
                "SELECT * { ?s ?p ?o } ORDER BY RAND()",
                "SELECT * { GRAPH ?g { ?s ?p ?o FILTER(RAND() > 0.5) } }",
                "CONSTRUCT { ?s :at ?x } { ?s ?p ?o BIND(NOW() AS ?x) }",
                "DESCRIBE ?s { ?s ?p ?o FILTER(RAND() > 0.5) }",
            })
    void a_query_that_calls_clock_or_chance_is_volatile(String text) {
        assertThat(isVolatile(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p ?o }",
                "ASK {}",
                "DESCRIBE :a",
                "CONSTRUCT { [] :of ?s . _:x :is [] } { ?s ?p [] }",
                "SELECT ('NOW()' AS ?x) (STR(sparql:now) AS ?y) { ?s afn:now ?now FILTER(?rand = 'RAND()') }",
                "SELECT * { ?s :p '2025-01-01T00:00:00'^^<http://www.w3.org/2001/XMLSchema#dateTime> } # NOW()",
                "SELECT (YEAR(?o) AS ?x) (MD5(STR(?s)) AS ?y) (:other() AS ?z) { ?s ?p ?o } ORDER BY ?x",
            })
    void a_query_that_only_names_them_or_makes_blank_nodes_is_not(String text) {
        assertThat(isVolatile(text)).isFalse();
    }

    /** Each is called twice, by arguments of all kinds, the second time in another time zone. */
    @Test
    void no_other_function_of_the_registry_gives_something_else_the_second_time() {
        Set<String> functions = new TreeSet<>(VolatileFunctions.IRIS);
        FunctionRegistry.get().keys().forEachRemaining(functions::add);
        for (String name : List.of(
                "date",
                "e",
                "evenInteger",
                "langeq",
                "localname",
                "max",
                "min",
                "namespace",
                "pi",
                "sha1sum",
                "sqrt",
                "strlen",
                "substr",
                "substring",
                "timezone",
                "adjust-to-timezone",
                "collation")) {
            functions.add(ARQConstants.ARQFunctionLibraryURI + name);
        }
        assertThat(functions).hasSizeGreaterThan(200);
        List<String> calls = functions.stream()
                .filter(iri -> !iri.contains("#wait") && !iri.contains("#execTime"))
                .flatMap(iri -> arguments().stream().map(given -> "<" + iri + ">(" + given + ")"))
                .toList();
        TimeZone zone = TimeZone.getDefault();
        try {
            List<String> first =
                    calls.stream().map(VolatileFunctionsTest::value).toList();
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            List<String> changed = new ArrayList<>();
            for (int i = 0; i < calls.size(); i++) {
                if (!value(calls.get(i)).equals(first.get(i))) {
                    changed.add(calls.get(i).replaceFirst("^<(.*)>.*", "$1"));
                }
            }
            assertThat(changed).contains("http://www.w3.org/ns/sparql#now").isSubsetOf(VolatileFunctions.IRIS);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    private static List<String> arguments() {
        String dateTime = "'2020-01-01T00:00:00'^^<http://www.w3.org/2001/XMLSchema#dateTime>";
        return List.of("", "'en'", "2", "<urn:x:a>", dateTime, "'a', 'b'", dateTime + ", 1", "'a', 1, 2");
    }

    private static String value(String call) {
        try {
            return ExprUtils.eval(ExprUtils.parse(call)).toString();
        } catch (JenaException none) {
            return none.getClass().toString();
        }
    }
}
