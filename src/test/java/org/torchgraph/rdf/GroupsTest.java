package org.torchgraph.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final Groups<String, Integer> FOUND = new Groups<>(Map.of("a", Set.of(1, 2), "b", Set.of(3)));

    @Test
    void a_change_adds_and_removes_values_of_the_keys_it_touches() {
        Groups<String, Integer> after = FOUND.after(Map.of("a", Set.of(2, 4), "c", Set.of(5)), value -> value != 2);
        assertThat(after.get("a")).containsExactlyInAnyOrder(1, 4);
        assertThat(after.get("b")).containsExactly(3);
        assertThat(after.get("c")).containsExactly(5);
        assertThat(FOUND.get("a")).as("the earlier version").containsExactlyInAnyOrder(1, 2);
        assertThat(FOUND.get("c")).isEmpty();
    }

    @Test
    void a_key_whose_values_are_gone_has_none() {
        assertThat(FOUND.after(Map.of("b", Set.of(3)), value -> false).get("b")).isEmpty();
    }
}
