package org.torchgraph.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedPathsTest {
    private static final String BASE = "https://example.org/";
    private static final IriPaths PATHS = new IriPaths(BASE);

    private record Described(Set<String> iris) implements KnownNames {
        @Override
        public boolean describes(String iri) {
            return iris.contains(iri);
        }

        @Override
        public boolean uses(String iri) {
            return false;
        }
    }

    private static SharedPaths of(String... names) {
        Set<String> iris = Set.copyOf(List.of(names).stream().map(BASE::concat).toList());
        return SharedPaths.among(iris.stream(), PATHS, new Described(iris));
    }

    @ParameterizedTest
    @CsvSource({
        "id/caf\u00e9, id/caf%C3%A9",
        "id/caf\u00e9, id/cafe\u0301",
        "id/caf%C3%A9, id/caf%c3%a9",
        "id/abc, id/a%62c",
        "id/it's, id/it%27s",
        "id/same, same",
        "concept/a, id/concept/a",
        "graph/a, id/graph/a",
    })
    void of_two_names_with_one_path_the_likelier_has_it(String owner, String other) {
        SharedPaths shared = of(owner, other, "id/else");
        assertThat(shared.owners()).containsOnlyKeys(BASE + other);
        assertThat(shared.owner(BASE + other)).contains(BASE + owner);
        assertThat(of(owner).owners()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"id/a, id/A", "id/a, id/a/", "id/a, id/b", "id/x/a, x/b", "id/what%3F, id/what?"})
    void names_with_paths_of_their_own_keep_them(String one, String other) {
        assertThat(of(one, other).owners()).isEmpty();
    }

    @Test
    void a_spelling_that_no_path_leads_back_to_has_no_path() {
        SharedPaths shared = of("id/%c3%A9", "id/x");
        assertThat(shared.isTaken(BASE + "id/%c3%A9#part")).isFalse();
        SharedPaths mixed = of("id/\u00e9%C3%A9");
        assertThat(mixed.isTaken(BASE + "id/\u00e9%C3%A9#part")).isTrue();
        assertThat(mixed.owner(BASE + "id/\u00e9%C3%A9")).isEqualTo(Optional.empty());
    }

    @Test
    void things_of_a_base_that_ends_in_a_hash_are_parts_of_one_document() {
        Set<String> iris = Set.of("https://example.org/k#a", "https://example.org/k#b%20c");
        assertThat(SharedPaths.among(iris.stream(), new IriPaths("https://example.org/k#"), new Described(iris))
                        .owners())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "id/a%2Fb, DELIMITER",
        "id/a%5Cb, DELIMITER",
        "id/100%25, DELIMITER",
        "id/a//b, EMPTY_SEGMENT",
        "/id/a, EMPTY_SEGMENT",
        "id/a?b, QUERY",
        "id/a;b, PARAMETER",
        "id/../b, DOT_SEGMENT",
        "id/%2E%2e/b, DOT_SEGMENT",
        "id/.b, HIDDEN",
        "id/%2Eb/c, HIDDEN",
        "id/a.ttl, FORM_SUFFIX",
        "id/a.html/b, FORM_SUFFIX",
        "id/a%2Ettl, FORM_SUFFIX",
        "id/a\u202Eb, INVISIBLE",
        "id/a%E2%80%8B, INVISIBLE",
        "id/%0A, INVISIBLE",
        "id/%C3, NOT_UTF8",
    })
    void what_a_path_cannot_carry_is_named(String name, Obstacle obstacle) {
        assertThat(PATHS.obstacles(BASE + name)).containsExactly(obstacle);
    }

    @ParameterizedTest
    @CsvSource({
        "id/a",
        "id/a/",
        "id/a%20b",
        "id/what%3F",
        "id/a.b",
        "id/v1.ttlx",
        "id/\u4e2d",
        "id/a:b@c!$&'()*+=~",
        "dataset"
    })
    void ordinary_names_meet_no_obstacle(String name) {
        assertThat(PATHS.obstacles(BASE + name)).isEmpty();
    }

    @Test
    void a_name_longer_than_a_file_name_meets_one() {
        assertThat(PATHS.obstacles(BASE + "id/" + "\u4e2d".repeat(66))).isEmpty();
        assertThat(PATHS.obstacles(BASE + "id/" + "\u4e2d".repeat(67))).containsExactly(Obstacle.TOO_LONG);
        assertThat(PATHS.obstacles(BASE + "id/" + "part/".repeat(200))).containsExactly(Obstacle.TOO_LONG);
    }
}
