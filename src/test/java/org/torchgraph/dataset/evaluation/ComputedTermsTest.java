package org.torchgraph.dataset.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.torchgraph.dataset.numbered.NumberedData;
import org.torchgraph.dataset.numbered.NumberedGraph;

/** A query that works out a term for each row has as many at the end as its rows that are kept. */
class ComputedTermsTest {
    private static final int ROWS = 500;

    private static int computed(String query) {
        NumberedData data = new NumberedData();
        for (int i = 0; i < ROWS; i++) {
            data.add(Quad.create(
                    NodeFactory.createURI("http://example.org/graph"),
                    NodeFactory.createURI("http://example.org/" + i),
                    RDFS.label.asNode(),
                    NodeFactory.createLiteralString("item " + i)));
        }
        DatasetGraph graphs = data.build();
        NumberedGraph graph = (NumberedGraph) graphs.getDefaultGraph();
        Evaluation evaluation = new Evaluation(graph.terms(), ExecutionContext.create(graphs));
        PlanStep step = new Planner(new RowFrame(evaluation), graph, name -> null, Planner.Begin.ROOT)
                .plan(Algebra.compile(QueryFactory.create("PREFIX rdfs: <" + RDFS.uri + "> " + query)), Set.of());
        int most = 0;
        step.open();
        while (step.next()) {
            most = Math.max(most, evaluation.computed());
        }
        return Math.max(most, evaluation.computed());
    }

    @Test
    void terms_of_rows_that_are_gone_are_forgotten() {
        assertThat(computed("SELECT * { ?s rdfs:label ?l BIND(RAND() AS ?a) BIND(STRLEN(?l) + ?a AS ?b) }"))
                .isEqualTo(2);
        assertThat(computed("SELECT (COUNT(*) AS ?n) { ?s rdfs:label ?l BIND(CONCAT(?l, '!') AS ?a) }"))
                .isLessThanOrEqualTo(2);
        assertThat(computed("SELECT * { ?s rdfs:label ?l BIND(RAND() AS ?a) FILTER(?a > 2) }"))
                .isLessThanOrEqualTo(2);
    }

    @Test
    void terms_of_rows_that_are_kept_stay() {
        assertThat(computed("SELECT DISTINCT ?a { ?s rdfs:label ?l BIND(CONCAT(?l, '!') AS ?a) }"))
                .isEqualTo(ROWS);
        assertThat(computed("SELECT DISTINCT ?a { ?s rdfs:label ?l BIND(STRLEN(?l) AS ?a) }"))
                .isEqualTo(3);
        assertThat(computed("SELECT * { ?s rdfs:label ?l BIND(RAND() AS ?a) } ORDER BY ?a"))
                .isEqualTo(ROWS);
    }
}
