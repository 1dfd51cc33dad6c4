package org.torchgraph.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.junit.jupiter.api.Test;
import org.torchgraph.model.Labels;
import org.torchgraph.query.Table;

class AnswerStepsTest {
    private static final String LONG = "x".repeat(5000);

    private static int weight(String value, String cell, String label) {
        Node thing = NodeFactory.createURI("http://example.org/id/a");
        return new AnswerSteps.NamedDifference(
                        new AnswerSteps.AnswerPair("1", "2", "question", Map.of("year", value)),
                        AnswerDifference.between(
                                Optional.of(new Table(List.of("a"), List.of())),
                                Optional.of(new Table(
                                        List.of("a"), List.of(List.of(NodeFactory.createLiteralString(cell)))))),
                        new Labels(
                                Map.of(thing, List.of(NodeFactory.createLiteralString(label))),
                                PrefixMapFactory.create()))
                .characters();
    }

    @Test
    void a_comparison_that_is_kept_weighs_the_values_that_were_asked_the_rows_and_the_names() {
        int small = weight("1", "1", "1");
        assertThat(weight(LONG, "1", "1")).isGreaterThan(small + 4000);
        assertThat(weight("1", LONG, "1")).isGreaterThan(small + 4000);
        assertThat(weight("1", "1", LONG)).isGreaterThan(small + 4000);
    }
}
