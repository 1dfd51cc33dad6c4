package org.torchgraph.dataset.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineVersionsTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final Instant LATER = NOW.plus(EngineVersions.PATIENCE);

    private static EngineVersions serving(String... versions) {
        EngineVersions served = new EngineVersions();
        for (String version : versions) {
            served.serve(version);
        }
        return served;
    }

    @ParameterizedTest
    @CsvSource({
        "1.9.0, 1.10.0, true",
        "1.10.0, 1.9.0, false",
        "1, 1.0, false",
        "1, 1.0.1, true",
        "2026-11-29, 2026-11-30, true",
        "2026-11-30T08:00:00Z, 2026-11-30T08:00:01Z, true",
        "3f9a, 4f9a, false",
        "1.0, second, false"
    })
    void numbers_and_dates_have_an_order_and_other_versions_have_none(String version, String other, boolean isOlder) {
        assertThat(EngineVersions.isOlder(version, other)).isEqualTo(isOlder);
    }

    @Test
    void a_version_that_was_served_before_is_behind_and_a_new_one_is_not() {
        EngineVersions versions = serving("a", "b");
        assertThat(versions.isBehind("a", NOW)).isTrue();
        assertThat(versions.isBehind("b", NOW)).isFalse();
        assertThat(versions.isBehind("c", NOW)).isFalse();
        assertThat(serving("2").isBehind("1", NOW)).isTrue();
    }

    @Test
    void an_older_version_that_stays_is_meant_and_one_that_comes_and_goes_is_not() {
        EngineVersions versions = serving("a", "b");
        versions.isBehind("a", NOW);
        assertThat(versions.isBehind("a", LATER)).isFalse();

        EngineVersions flapping = serving("a", "b");
        flapping.isBehind("a", NOW);
        flapping.isBehind("b", NOW);
        assertThat(flapping.isBehind("a", LATER)).isTrue();
    }

    @Test
    void versions_after_one_that_somebody_went_back_to_are_new_again() {
        EngineVersions versions = serving("a", "b", "c", "a");
        assertThat(versions.isBehind("b", NOW)).isFalse();
    }
}
