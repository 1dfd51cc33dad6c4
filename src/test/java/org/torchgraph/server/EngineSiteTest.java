package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.BlackBoxSuite;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.TestSite;
import org.torchgraph.query.Limits;

/** A site over a plain Fuseki, which keeps how values are spelled: its pages are the same to the byte. */
class EngineSiteTest extends SameAnswers {
    @AutoClose
    private static final PlainFuseki engine = new PlainFuseki().with(PUBLICATION);

    @AutoClose
    private static TestSite memory;

    @AutoClose
    private static TestSite remote;

    @BeforeAll
    static void open() {
        RemoteDataset dataset = RemoteDataset.open(engine.address(), PUBLICATION.base(), Limits.standard());
        memory = memoryLike(dataset);
        remote = TestSite.of(PUBLICATION.withoutStatements(), dataset).searchable();
    }

    @Override
    TestSite memory() {
        return memory;
    }

    @Override
    TestSite stored() {
        return remote;
    }

    /** A part of them, since each takes requests of the engine. */
    @Override
    boolean isAsked(String thing) {
        return Math.floorMod(thing.hashCode(), 4) == 0;
    }

    @Override
    List<String> kept(String path, String text) {
        return text.lines().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/doc/policy/2021-most-green-development-action-plan.ttl",
                "/doc/policy/2021-most-green-development-action-plan?lang=en",
                "/doc/zone/zhongguancun?lang=zh",
                "/def.ttl",
                "/dataset.ttl",
                "/export/torchgraph.ttl",
                "/data?default",
                "/data?graph=https://w3id.org/torchgraph/graph/policies/2021-most-green-development-action-plan"
            })
    void pages_are_the_same_to_the_byte(String path) {
        HttpResponse<String> expected = memory.get(path);
        assertThat(expected.statusCode()).isEqualTo(200);
        assertThat(remote.get(path).body().replace("127.0.0.1:" + remote.port(), "host"))
                .isEqualTo(expected.body().replace("127.0.0.1:" + memory.port(), "host"));
    }

    @Test
    void queries_have_the_union_and_paths_with_open_ends() {
        assertUnionSame();
    }

    @Test
    void the_black_box_suite_passes() throws Exception {
        BlackBoxSuite.passesAt(remote);
    }

    @Test
    void a_second_front_end_answers_alike_and_its_end_does_not_matter_to_the_first() {
        String path = "/doc/zone/zhongguancun.ttl";
        RemoteDataset again = RemoteDataset.open(engine.address(), PUBLICATION.base(), Limits.standard());
        try (TestSite second = TestSite.of(PUBLICATION.withoutStatements(), again)) {
            HttpResponse<String> theirs = second.get(path);
            assertThat(theirs.body()).isEqualTo(remote.get(path).body());
            assertThat(theirs.headers().firstValue("ETag"))
                    .isEqualTo(remote.get(path).headers().firstValue("ETag"));
        }
        assertThat(remote.get("/doc/zone/chengdu.ttl").statusCode()).isEqualTo(200);
        assertThat(remote.get("/sparql?format=json&query=" + PercentEncoding.value("ASK { ?s ?p 4711 }"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void health_names_the_store() {
        assertThat(remote.get("/health").body()).contains("\"sparql\"");
    }
}
