package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.torchgraph.dataset.Availability;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.StandInEngine;
import org.torchgraph.kit.StandInEngine.Fault;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;

/** A site whose engine does not answer serves what it has, says so, and refuses the rest in words. */
class SilentEngineTest {
    private static final String PAGE = "/doc/zone/zhongguancun.html?lang=en";
    private static final String CHINESE = "/doc/zone/zhongguancun.html?lang=zh";
    /** Things that nobody has asked for, one for each fault. */
    private static final List<String> UNSEEN = ZonesExtract.read()
            .quads()
            .map(quad -> quad.getSubject().toString())
            .filter(iri -> iri.startsWith(ZonesExtract.read().base() + "id/org/"))
            .map(iri -> iri.substring(ZonesExtract.read().base().length() + "id/".length()))
            .distinct()
            .sorted()
            .limit(Fault.values().length)
            .toList();

    private static final String NOTICE = "<aside class=\"silence\"";
    private static final List<String> DATA = List.of(
            "/doc/zone/zhongguancun.ttl",
            "/queries/targets-due-in.csv?year=2025",
            "/export/torchgraph.nt",
            "/search.json?q=zhongguancun");

    private static final String CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"targets-due-in\","
                    + "\"arguments\":{\"year\":2025}}}";

    @AutoClose
    private static final PlainFuseki fuseki = new PlainFuseki().with(ZonesExtract.read());

    @AutoClose
    private static final StandInEngine engine =
            new StandInEngine(fuseki.address().query());

    @AutoClose
    private static RemoteDataset dataset;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void open() {
        dataset = RemoteDataset.open(engine.address(), ZonesExtract.read().base(), Limits.standard());
        site = TestSite.of(ZonesExtract.read().withoutStatements(), dataset).searchable();
    }

    @AfterEach
    void mend() throws InterruptedException {
        engine.has(Fault.NONE);
        await(() -> !isSilent());
    }

    private static boolean isSilent() {
        return dataset.availability().flatMap(Availability::silentSince).isPresent();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(20);
        }
    }

    /** Looks at the engine as a watch does now and then. */
    private static void look() {
        try {
            dataset.statedVersion();
        } catch (QueryFailedException silent) {
            assertThat(silent.kind().name()).isIn("FAILED", "OUT_OF_TIME");
        }
    }

    private static void hasNoMark(HttpResponse<?> reply) {
        assertThat(reply.headers().firstValue("Warning")).isEmpty();
        assertThat(reply.headers().firstValue("ETag")).isPresent();
        assertThat(reply.headers().firstValue("Cache-Control")).contains("public, no-cache");
    }

    private static void hasMark(HttpResponse<?> reply) {
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Warning").orElseThrow())
                .startsWith("110 torchgraph \"The store has not answered since 20");
        assertThat(reply.headers().firstValue("ETag")).isEmpty();
        assertThat(reply.headers().firstValue("Last-Modified")).isEmpty();
        assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(reply.headers().firstValue("Torchgraph-Version"))
                .contains(dataset.snapshot().version());
    }

    private static String withoutNotice(String html) {
        int begin = html.indexOf(NOTICE);
        String end = "</aside>\n";
        return html.substring(0, begin) + html.substring(html.indexOf(end, begin) + end.length());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "ERROR"},
            mode = EnumSource.Mode.EXCLUDE)
    void what_is_kept_is_served_marked_and_the_rest_refused_until_the_engine_answers(Fault fault) throws Exception {
        HttpResponse<String> page = site.get(PAGE);
        HttpResponse<String> chinese = site.get(CHINESE);
        List<HttpResponse<String>> data = DATA.stream().map(site::get).toList();
        hasNoMark(page);
        data.forEach(SilentEngineTest::hasNoMark);
        assertThat(site.post("/mcp", "application/json", CALL).body())
                .contains("\"version\":")
                .doesNotContain("storeSilentSince");
        assertThat(site.get("/health").body()).contains("\"engine\":{\"answers\":true}");

        engine.has(fault);
        look();
        assertThat(isSilent()).isTrue();
        assertThat(site.get("/health").body())
                .contains("\"status\":\"ok\"", "\"engine\":{\"answers\":false,\"silentSince\":\"20");

        HttpResponse<String> marked = site.get(PAGE, "If-None-Match", tag(page));
        hasMark(marked);
        assertThat(marked.body()).contains(NOTICE, "has not answered since 20");
        assertThat(withoutNotice(marked.body())).isEqualTo(page.body());
        HttpResponse<String> markedChinese = site.get(CHINESE);
        assertThat(markedChinese.body()).contains(NOTICE, "没有应答").doesNotContain("has not answered");
        assertThat(withoutNotice(markedChinese.body())).isEqualTo(chinese.body());
        assertThat(gunzipped(site.bytes(PAGE, "Accept-Encoding", "gzip"))).isEqualTo(marked.body());
        for (int i = 0; i < data.size(); i++) {
            HttpResponse<String> same = site.get(DATA.get(i), "If-None-Match", tag(data.get(i)));
            hasMark(same);
            assertThat(same.body()).as(DATA.get(i)).isEqualTo(data.get(i).body());
        }
        hasNoMark(site.get("/assets/style.css"));
        assertThat(site.post("/mcp", "application/json", CALL).body())
                .contains("\"storeSilentSince\":\"20", "has not answered since 20");

        String unread = "/doc/" + UNSEEN.get(fault.ordinal()) + ".ttl";
        HttpResponse<String> unseen = site.get(unread);
        assertThat(unseen.statusCode()).isEqualTo(503);
        assertThat(unseen.headers().firstValue("Retry-After")).isPresent();
        assertThat(unseen.headers().firstValue("Warning")).isEmpty();
        assertThat(unseen.body())
                .contains("\"status\":503")
                .doesNotContain(engine.address().query());
        assertThat(site.get("/sparql?query=ASK%7B?s%20?p%20%22" + fault + "%22%7D")
                        .statusCode())
                .isEqualTo(503);

        engine.has(Fault.NONE);
        await(() -> !isSilent());
        HttpResponse<String> again = site.get(PAGE);
        hasNoMark(again);
        assertThat(again.body()).isEqualTo(page.body());
        assertThat(tag(again)).isEqualTo(tag(page));
        assertThat(site.get(PAGE, "If-None-Match", tag(page)).statusCode()).isEqualTo(304);
        assertThat(gunzipped(site.bytes(PAGE, "Accept-Encoding", "gzip"))).isEqualTo(page.body());
        hasNoMark(site.get(unread));
        assertThat(site.get("/health").body()).contains("\"engine\":{\"answers\":true}");
    }

    private static String tag(HttpResponse<?> reply) {
        return reply.headers().firstValue("ETag").orElseThrow();
    }

    private static String gunzipped(HttpResponse<byte[]> reply) throws IOException {
        assertThat(reply.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream whole = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
            return new String(whole.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "GONE", "SLOW"},
            mode = EnumSource.Mode.EXCLUDE)
    void an_answer_that_is_none_is_never_shown(Fault fault) throws Exception {
        engine.has(fault);
        String query = "/sparql?format=json&query=SELECT*%7B?s%20a%20?o%20FILTER(?o%20!=%20%22" + fault + "%22)%7D";
        HttpResponse<String> refused = site.get(query);
        assertThat(refused.statusCode()).as(refused.body()).isIn(502, 503);
        assertThat(refused.body()).contains("\"status\":50").doesNotContain("Error 42000", "maintained", "memory");
        engine.has(Fault.NONE);
        await(() -> !isSilent());
        assertThat(site.get(query).statusCode()).isEqualTo(200);
    }

    @Test
    void clients_whose_queries_the_engine_cannot_answer_do_not_keep_others_from_it() {
        engine.has(Fault.ERROR);
        for (int i = 0; i < 5; i++) {
            assertThat(site.get("/sparql?query=ASK%7B?s%20?p%20" + i + "%7D").statusCode())
                    .isEqualTo(503);
        }
        engine.has(Fault.NONE);
        assertThat(isSilent()).isFalse();
        hasNoMark(site.get(PAGE));
    }
}
