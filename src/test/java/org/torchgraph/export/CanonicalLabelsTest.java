package org.torchgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class CanonicalLabelsTest {
    private static final Node P = NodeFactory.createURI("https://example.org/p");

    private static Node blank(int number) {
        return NodeFactory.createBlankNode("n" + number);
    }

    private static List<Triple> edges(int count, IntFunction<Triple> edge) {
        return IntStream.range(0, count).mapToObj(edge).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Set<String> texts(List<Triple> triples) {
        return LongStream.range(0, 10)
                .mapToObj(seed -> Samples.write(Samples.shuffled(triples, seed), Format.NTRIPLES))
                .collect(Collectors.toSet());
    }

    @Test
    void ring_of_nodes_that_are_all_alike_has_one_text() {
        assertThat(texts(edges(9, i -> Triple.create(blank(i), P, blank((i + 1) % 9)))))
                .hasSize(1);
    }

    @Test
    void rings_of_the_same_length_have_one_text() {
        assertThat(texts(edges(15, i -> Triple.create(blank(i), P, blank(i - i % 5 + (i + 1) % 5)))))
                .hasSize(1);
    }

    @Test
    void everything_linked_with_everything_has_one_text() {
        assertThat(texts(edges(36, i -> Triple.create(blank(i / 6), P, blank(i % 6)))))
                .hasSize(1);
    }

    @Test
    void thousands_of_nodes_that_are_all_alike_are_soon_told_apart() {
        List<Triple> alike = edges(20_000, i -> Triple.create(blank(i), P, P));
        List<Triple> ring = edges(5_000, i -> Triple.create(blank(i), P, blank((i + 1) % 5_000)));
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            Samples.write(alike, Format.NTRIPLES);
            Samples.write(ring, Format.NTRIPLES);
        });
    }
}
