package org.torchgraph.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimesTest {
    private final List<Engine> engines = List.of(engine("One"), engine("Two"));
    private final Times times = Times.of("cold", engines, List.of("a", "b", "c"), 3);

    @Test
    void the_mean_is_of_ratios_of_medians_and_its_spread_of_rounds() {
        fill("a", 0, 2, 2, 2);
        fill("a", 1, 1, 1, 4);
        fill("b", 0, 1, 1, 1);
        fill("b", 1, 2, 2, 2);
        fill("c", 0, 1, 1, 1);
        fill("c", 1, 1, 1, 1);
        assertEquals("1.00 (1.00 to 1.59)", times.mean(1, 0));
        assertEquals("2.00 (b)", times.worst(1, 0));
    }

    @Test
    void a_query_that_a_server_did_not_answer_is_not_compared() {
        fill("a", 0, 1, 1, 1);
        fill("a", 1, Double.NaN, Double.NaN, Double.NaN);
        fill("b", 0, 1, 1, 1);
        fill("b", 1, 3, 3, 3);
        fill("c", 0, Double.NaN, Double.NaN, Double.NaN);
        fill("c", 1, 3, 3, 3);
        assertEquals(1, times.compared(1, 0));
        assertEquals("3.00 (3.00 to 3.00)", times.mean(1, 0));
        assertEquals(
                "| a | 1.00 | – |", times.markdown().lines().skip(2).findFirst().orElseThrow());
    }

    private void fill(String query, int engine, double... millis) {
        times.millis().get(query)[engine] = Arrays.copyOf(millis, millis.length);
    }

    private static Engine engine(String name) {
        return new Engine(name, "", URI.create("http://127.0.0.1:1/"), null, 0);
    }
}
