package org.torchgraph.dataset.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.NodeValue;
import org.junit.jupiter.api.Test;
import org.torchgraph.query.Sample;

class FreshValuesTest {
    @Test
    void values_are_made_afresh_once_a_query_can_run() {
        try (QueryExecutor runs = new QueryExecutor(Sample.limits(5_000))) {
            assertThat(runs.running()).isZero();
        }
        Node literal = NodeFactory.createLiteralString("kept by nobody");
        assertThat(NodeValue.makeNode(literal)).isNotSameAs(NodeValue.makeNode(literal));
    }
}
