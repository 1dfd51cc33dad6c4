package org.torchgraph.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.JenaConstraint;

/** What the query of a shape finds for all focus nodes at once is what Jena finds for each of them. */
class FocusNodeQueryTest {
    private static final String PREFIXES =
            "PREFIX ex: <http://example.org/>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n";

    private static final Graph DATA = turtle(
            """
            ex:a ex:p ex:b , "x" , ex:a ; ex:n 1 .
            ex:b ex:p ex:c ; ex:q ex:a .
            ex:c ex:n 3 ; ex:p _:z ; ex:q ex:c .
            _:z ex:n 2 ; ex:q ex:b , "x"@en ; rdfs:member ex:a .
            ex:d ex:list ( ex:a ex:b ) ; ex:p 1 .
            """);

    private static final Set<Node> FOCUS_NODES = Stream.concat(
                    DATA.stream().flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject())),
                    Stream.of(NodeFactory.createURI("http://example.org/nowhere"), NodeFactory.createBlankNode()))
            .collect(Collectors.toSet());

    private static final Shapes SHAPES = Shapes.parse(
            turtle(
                    """
            ex:s a <http://www.w3.org/ns/shacl#NodeShape> ; <http://www.w3.org/ns/shacl#targetClass> ex:T .
            """));

    private static final JenaConstraint JENA =
            new JenaConstraint(SHAPES, SHAPES.getTargetShapes().iterator().next());

    private static Graph turtle(String text) {
        return RDFParser.fromString(PREFIXES + text, Lang.TURTLE).toGraph();
    }

    private static Query query(String text) {
        return QueryFactory.create(PREFIXES + text);
    }

    private static void assertAsJena(Query query, FocusNodeQuery all) {
        assertThat(all.withSolutions(DATA, FOCUS_NODES))
                .as(query.toString())
                .isEqualTo(JENA.violatedBy(query, DATA, FOCUS_NODES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT $this { $this ex:p ?o }",
                "SELECT ?o { ?o ex:p $this }",
                "SELECT $this { FILTER NOT EXISTS { $this ex:n ?n } }",
                "SELECT $this { FILTER($this = ex:a) }",
                "SELECT $this { FILTER($this != ex:a) FILTER(BOUND($this)) }",
                "SELECT $this { ?x ex:p ?y FILTER(?y = $this && ?x != $this) }",
                "SELECT $this ?value { $this ex:p* ?value . ?value ex:n ?n FILTER(?n > 1) }",
                "SELECT $this { $this (ex:p|^ex:q)? ?value FILTER(sameTerm(?value, ex:a)) }",
                "SELECT $this { { $this ex:p ?v } UNION { FILTER(isLiteral($this)) } }",
                "SELECT $this { { $this ex:p ?v BIND(1 AS ?w) } UNION { ?v ex:q $this BIND(2 AS ?w) } ?v ex:n ?n FILTER(?n != ?w) }",
                "SELECT $this { VALUES ?p { ex:p ex:q } $this ?p ?v FILTER NOT EXISTS { ?v ?p ?w FILTER(?w = $this) } }",
                "SELECT $this { BIND(EXISTS { $this ex:n ?x } AS ?a) BIND(BOUND($this) AS ?b) FILTER(?a = ?b) }",
                "SELECT DISTINCT ?v { $this ex:p|^ex:q ?v }",
                "SELECT $this { FILTER EXISTS { ?y ex:p $this FILTER($this != ex:c) FILTER NOT EXISTS { $this ex:q ?y } } }",
                "SELECT $this { FILTER(!EXISTS { FILTER($this = ex:b) }) }",
                "SELECT $this { $this ex:list/<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest>*/<http://www.w3.org/1999/02/22-rdf-syntax-ns#first> ?m . ?m ex:q|ex:n ?v }",
                "SELECT (STR(?o) AS ?value) { $this ex:p ?o FILTER(isIRI(IRI(STR(?o)))) }",
            })
    void a_query_of_row_operators_is_run_once(String text) {
        Query query = query(text);
        assertAsJena(query, FocusNodeQuery.of(query).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT $this { { SELECT $this (COUNT(?o) AS ?n) { $this ex:p ?o } GROUP BY $this } FILTER(?n > 1) }",
                "SELECT $this { $this ex:p ?v { SELECT ?v { ?v ex:n ?n FILTER(?v != $this) } } }",
                "SELECT $this { $this ex:p ?o OPTIONAL { ?o ex:n ?n } FILTER(!BOUND(?n)) }",
                "SELECT $this { $this ex:p ?o MINUS { $this ex:q ?o } }",
                "SELECT $this { $this ex:p ?o } LIMIT 1",
                "SELECT $this { $this ex:p ?o } OFFSET 1",
                "SELECT $this (COUNT(*) AS ?n) { $this ex:p ?o } GROUP BY $this HAVING (COUNT(*) > 1)",
                "SELECT $this { GRAPH $shapesGraph { $currentShape a ?type } }",
                "SELECT $this { FILTER(STRLEN(STR($currentShape)) > 1) }",
                "SELECT $this { FILTER EXISTS { ?x ex:p ?y FILTER(?y != $shapesGraph) } }",
                "SELECT $this { BIND(ex:a AS $this) }",
                "SELECT $this { VALUES $this { ex:a } }",
                "SELECT $this { $this rdfs:member ?m }",
                "SELECT $this { FILTER NOT EXISTS { SELECT $this { $this ex:n ?n } LIMIT 1 } }",
                "SELECT $this { SERVICE ex:other { $this ex:p ?o } }",
                "ASK { $this ex:p ?o }",
            })
    void other_queries_are_run_for_each_focus_node(String text) {
        assertThat(FocusNodeQuery.of(query(text))).isEmpty();
    }

    /** Patterns that meet in one query in every order, in groups and unions too. */
    private static final List<String> PARTS = List.of(
            "$this ex:p ?v .",
            "?v ex:q $this .",
            "?v ex:n ?n .",
            "$this ex:p+ ?v .",
            "$this ex:q? ?w .",
            "?w ex:p ?v .",
            "VALUES ?v { ex:a ex:b \"x\" 1 }",
            "VALUES (?v ?w) { (ex:b UNDEF) (UNDEF ex:c) }",
            "FILTER($this != ex:a)",
            "FILTER(?v != $this)",
            "FILTER(?n > 1)",
            "FILTER(!BOUND(?w))",
            "FILTER(BOUND(?v) || isIRI($this))",
            "FILTER EXISTS { $this ex:p ?v }",
            "FILTER NOT EXISTS { ?w ex:p $this FILTER(?w != ?v) }",
            "FILTER NOT EXISTS { { ?v ex:q ?x } { ?x ex:p ?y FILTER(?y = $this) } }",
            "BIND($this AS ?t)",
            "BIND(STR($this) AS ?s)");

    private static String group(Random random, int depth) {
        StringBuilder text = new StringBuilder();
        boolean binds = false;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int kind = depth == 0 ? 0 : random.nextInt(6);
            if (kind < 4) {
                String part = PARTS.get(random.nextInt(PARTS.size()));
                if (!part.startsWith("BIND") || !binds) {
                    text.append(part).append(' ');
                }
                binds |= part.startsWith("BIND");
            } else if (kind == 4) {
                text.append("{ ").append(group(random, depth - 1)).append("} ");
            } else {
                text.append("{ ").append(group(random, depth - 1)).append("} UNION { ");
                text.append(group(random, depth - 1)).append("} ");
            }
        }
        return text.toString();
    }

    @Test
    void patterns_put_together_at_random_miss_nothing_that_jena_finds() {
        Random random = new Random(20);
        List<Query> queries = new ArrayList<>();
        IntStream.range(0, 500).forEach(i -> {
            String text = "SELECT $this { " + group(random, 2) + "}";
            try {
                queries.add(query(text));
            } catch (QueryParseException assignedTwice) {
                // BIND to a variable that is in scope is no query.
            }
        });
        int once = 0;
        int found = 0;
        for (Query query : queries) {
            Optional<FocusNodeQuery> all = FocusNodeQuery.of(query);
            Set<Node> ofJena = JENA.violatedBy(query, DATA, FOCUS_NODES);
            all.ifPresent(one -> assertThat(one.withSolutions(DATA, FOCUS_NODES))
                    .as(query.toString())
                    .containsAll(ofJena));
            once += all.isPresent() ? 1 : 0;
            found += all.isPresent() && !ofJena.isEmpty() ? 1 : 0;
        }
        assertThat(once).isGreaterThan(queries.size() / 2);
        assertThat(found).isGreaterThan(once / 3);
    }
}
