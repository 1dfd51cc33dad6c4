package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.StandInEngine;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.query.Limits;

/** How often the engine is asked for one answer, counted between the site and the engine. */
class RoundTripsTest {
    @AutoClose
    private static final PlainFuseki fuseki = new PlainFuseki().with(ZonesExtract.read());

    @AutoClose
    private static final StandInEngine engine =
            new StandInEngine(fuseki.address().query());

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void open() throws InterruptedException {
        RemoteDataset dataset =
                RemoteDataset.open(engine.address(), ZonesExtract.read().base(), Limits.standard());
        site = TestSite.of(ZonesExtract.read().withoutStatements(), dataset).searchable();
        // What is made once for all pages is there when the site can be searched.
        // Names are matched ahead once the index is ready, in a thread of its own that asks the engine too.
        Instant end = Instant.now().plus(Duration.ofMinutes(3));
        for (int before = -1; before != engine.requests().size() || isMatchingAhead(); Thread.sleep(1000)) {
            assertThat(Instant.now()).isBefore(end);
            before = engine.requests().size();
        }
    }

    private static boolean isMatchingAhead() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("names"));
    }

    private static List<String> asked(String path) {
        return asked(path, 200);
    }

    private static List<String> asked(String path, int status, String... headers) {
        int before = engine.requests().size();
        assertThat(site.get(path, headers).statusCode()).as(path).isEqualTo(status);
        return engine.requests().subList(before, engine.requests().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/doc/zone/zhongguancun.ttl",
                "/doc/org/ndrc.html",
                "/doc/indicator-system/2021.ttl",
                "/doc/policy/2021-most-green-development-action-plan.ttl",
                "/doc/source/chronicle-1988-2021.jsonld",
                "/search.json?q=zhongguancun",
                "/search?q=plan&lang=en",
                "/search?q=2021&page=2&lang=zh"
            })
    void a_new_answer_takes_two_and_then_none(String path) {
        assertThat(asked(path)).as(path).hasSizeLessThanOrEqualTo(2);
        assertThat(asked(path)).as(path).isEmpty();
    }

    @Test
    void what_is_unknown_takes_none() {
        assertThat(asked("/doc/policy/none", 404)).isEmpty();
        assertThat(asked("/id/policy/none", 404)).isEmpty();
    }

    @Test
    void a_panel_takes_one_for_its_question_and_two_for_what_that_names() {
        // A policy of this publication has one panel.
        assertThat(asked("/doc/policy/2020-state-council-high-quality-development.html?lang=en"))
                .hasSizeBetween(1, 2 + 3);
        assertThat(asked("/doc/policy/2020-state-council-high-quality-development.html?lang=zh"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"concepts-by-goals", "target-outcome", "zones-of-province"})
    void the_form_of_a_question_takes_as_many_however_many_things_it_offers(String question) {
        // The thing of the default, those of its class, what else they are, and their names; and the answer with names.
        assertThat(asked("/queries/" + question + "?lang=en", 200, "Accept", "text/html"))
                .hasSizeLessThanOrEqualTo(4 + 3);
    }

    @Test
    void a_request_names_no_property_that_no_statement_has() {
        assertThat(asked("/doc/org/most.ttl"))
                .anyMatch(query -> query.contains("prefLabel"))
                .noneMatch(query -> query.contains("foaf"));
    }

    @Test
    void no_request_names_all_graphs_for_a_page() {
        assertThat(asked("/doc/org/state-council.html")).isNotEmpty().noneMatch(query -> query.contains("FROM"));
    }
}
