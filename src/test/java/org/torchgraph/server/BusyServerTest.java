package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;

/** A server whose places for queries are taken, and pages with a query that does not end. */
class BusyServerTest {
    private static final String ENDLESS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o";
    private static final String BEHIND = "X-Forwarded-For";
    private static final String FRONT = "#+ title.en: %1$s\n#+ title.zh: %1$s\n";

    @TempDir
    Path root;

    @AutoClose("shutdownNow")
    private final ExecutorService clients = Executors.newCachedThreadPool();

    private Publication publication;

    @BeforeEach
    void publication() {
        StringBuilder many = new StringBuilder("<id/kite> a ex:Kite ; ex:name \"kite\" .\n<id/still> a ex:Still .\n");
        for (int i = 0; i < 400; i++) {
            many.append("<id/item/%d> ex:next <id/item/%d> ; ex:name \"item %d\" .\n".formatted(i, i + 1, i));
        }
        for (int i = 0; i < 10; i++) {
            many.append("<id/few/%d> ex:few %d .\n".formatted(i, i));
        }
        publication = PublicationFolder.in(root)
                .turtle(
                        "ontology/prefixes.ttl",
                        """
                        <graph/ontology/prefixes> sh:declare
                            [ sh:prefix "ex" ; sh:namespace "http://example.org/def#"^^xsd:anyURI ] ,
                            [ sh:prefix "xsd" ; sh:namespace "http://www.w3.org/2001/XMLSchema#"^^xsd:anyURI ] .
                        """)
                .turtle("data/many.ttl", many.toString())
                .write("queries/endless.rq", named("?s ex:name ?name . " + ENDLESS))
                .write(
                        "queries/hinted.rq",
                        named("?s ex:name ?name . ?a ex:few ?b . ?c ex:few ?d FILTER(STRSTARTS(?name, 'item 3'))"))
                .write("queries/first.rq", panel("Kite", 1, "?this ex:name ?name"))
                .write("queries/second.rq", panel("Kite", 2, ENDLESS + " BIND('never' AS ?name)"))
                .write("queries/third.rq", panel("Kite", 3, ENDLESS + " BIND(STR(?o) AS ?name)"))
                .write("queries/fourth.rq", panel("Kite", 4, "?this a ?class BIND('fourth of it' AS ?name)"))
                .write("queries/fifth.rq", panel("Still", 1, "?this a ?class BIND('fifth of it' AS ?name)"))
                .read();
    }

    /** Quick for a name that is not there; the values that a form suggests are all names. */
    private static String named(String pattern) {
        return FRONT.formatted("named") + "#+ param: name xsd:string none \"name\"\n"
                + "PREFIX ex: <http://example.org/def#>\nSELECT ?s ?name { " + pattern + " }";
    }

    private static String panel(String of, int rank, String pattern) {
        return FRONT.formatted("panel " + rank) + "#+ panel: ex:" + of + " " + rank
                + "\n#+ param: this xsd:anyURI id/kite \"thing\"\nPREFIX ex: <http://example.org/def#>\n"
                + "SELECT (MAX(?name) AS ?most) { ?this a ?type . " + pattern + " }";
    }

    private TestSite site(Duration time, int places) {
        return TestSite.of(publication, new Limits(time, 64 << 10, places, 64L << 20, 100_000));
    }

    private static String sparql(String text) {
        return "/sparql?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private <T> List<Future<T>> atOnce(int times, Callable<T> asking) {
        List<Future<T>> asked = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            asked.add(clients.submit(asking));
        }
        return asked;
    }

    private static void assertNotKept(HttpResponse<?> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "ETag")).isEmpty();
        assertThat(header(page, "Last-Modified")).isEmpty();
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_panel_that_does_not_end_says_so_in_its_place_and_the_others_stand() {
        try (TestSite site = site(Duration.ofSeconds(3), 4)) {
            long begin = System.nanoTime();
            HttpResponse<String> english = site.get("/doc/kite", "Accept", "text/html", "Accept-Language", "en");
            assertNotKept(english);
            assertThat(english.body())
                    .contains("kite", "fourth of it", "The query did not end within 3 s.")
                    .doesNotContain("never");
            assertThat(english.body().split("The query did not end", -1)).hasSize(3);
            HttpResponse<String> chinese = site.get("/doc/kite", "Accept", "text/html", "Accept-Language", "zh");
            assertNotKept(chinese);
            assertThat(chinese.body())
                    .contains("fourth of it", "查询超时：未能在 3 秒内完成。")
                    .doesNotContain("did not end");
            // Two pages with two such panels each: one deadline for each page.
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(11));
            assertThat(header(site.get("/doc/still", "Accept", "text/html"), "ETag"))
                    .isNotEmpty();
            assertThat(header(site.get("/doc/kite.ttl"), "ETag")).isNotEmpty();
        }
    }

    @Test
    void a_form_without_the_values_that_it_should_suggest_is_not_kept() {
        try (TestSite site = site(Duration.ofSeconds(2), 2)) {
            assertNotKept(site.get("/queries/endless?lang=en", "Accept", "text/html"));
            assertThat(header(site.get("/queries/endless.csv"), "ETag")).isNotEmpty();
        }
    }

    @Test
    void a_client_has_a_share_of_the_places_and_pages_have_their_own() throws Exception {
        Limits limits = new Limits(Duration.ofSeconds(20), 64 << 10, 4, 64L << 20, 100_000);
        try (TestSite site = TestSite.of(publication, limits, TrustedProxies.at(List.of("127.0.0.1")))) {
            String kept = sparql("ASK {}");
            site.get(kept, BEHIND, "192.0.2.1");
            List<Future<HttpResponse<String>>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String query = sparql("SELECT (COUNT(*) AS ?x) { " + ENDLESS + " } #" + i);
                // What comes before the address that the proxy saw is the client's own invention.
                String client = i % 2 == 0 ? "192.0.2.1" : "203.0.113." + i + ", 192.0.2.1:400" + i;
                all.add(clients.submit(() -> site.get(query, BEHIND, client)));
            }
            Set<Future<HttpResponse<String>>> refused = new HashSet<>();
            while (refused.size() < 4) {
                all.stream().filter(Future::isDone).forEach(refused::add);
                Thread.sleep(10);
            }
            for (Future<HttpResponse<String>> one : refused) {
                assertThat(status(one)).isEqualTo(429);
                assertThat(header(one.get(), "RateLimit-Policy"))
                        .isEqualTo("\"queries\";q=2;qu=\"concurrent-requests\"");
                assertThat(header(one.get(), "RateLimit")).isEqualTo("\"queries\";r=0");
                assertThat(header(one.get(), "Retry-After")).isNotEmpty();
                assertThat(one.get().body()).contains("\"code\":\"client-share\"", "2 queries");
            }
            String share = sparql("SELECT (COUNT(*) AS ?y) { " + ENDLESS + " } #");
            for (String network : List.of("2001:db8::1", "[2001:db8:0:0:1::2]:80")) {
                clients.submit(() -> site.get(share + network.length(), BEHIND, network));
            }
            for (int i = 0; i < 2; i++) {
                HttpResponse<String> page = site.get("/doc/still?n=" + i, "Accept", "text/html", BEHIND, "192.0.2.1");
                assertThat(page.body()).contains("fifth of it");
                assertThat(header(page, "ETag")).isNotEmpty();
                assertThat(site.get("/health", BEHIND, "192.0.2.1").statusCode())
                        .isEqualTo(200);
                assertThat(site.get("/assets/style.css", BEHIND, "192.0.2.1").statusCode())
                        .isEqualTo(200);
                assertThat(site.get(kept, BEHIND, "192.0.2.1").statusCode()).isEqualTo(200);
            }
            assertThat(all.stream().filter(one -> !one.isDone())).hasSize(2);
            assertThat(site.get(sparql("ASK { ?s ?p ?o }"), BEHIND, "2001:db8:0:0:ffff::3")
                            .statusCode())
                    .isEqualTo(429);
            for (Future<HttpResponse<String>> one : all) {
                assertThat(status(one)).isEqualTo(refused.contains(one) ? 429 : 503);
            }
            assertThat(site.get(sparql("ASK { ?o ?p ?s }"), BEHIND, "192.0.2.1").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_page_made_while_all_places_were_taken_is_made_again_afterwards() throws Exception {
        try (TestSite site = site(Duration.ofSeconds(4), 2)) {
            boolean inNeed = false;
            for (int attempt = 0; attempt < 15 && !inNeed; attempt++) {
                String path = "/queries/hinted?name=none" + attempt + "&lang=";
                assertThat(site.get(path + "en", "Accept", "text/html").body()).contains("item 39");
                List<Future<HttpResponse<String>>> heavy = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String page = "/queries/endless?name=item%20" + (8 * attempt + i);
                    heavy.add(clients.submit(() -> site.get(page, "Accept", "text/html")));
                }
                Thread.sleep(30);
                HttpResponse<String> page = site.get(path + "zh", "Accept", "text/html");
                inNeed = !page.body().contains("item 39");
                for (Future<HttpResponse<String>> one : heavy) {
                    // The values that it should suggest did not come in time.
                    assertThat(header(one.get(), "Cache-Control")).isEqualTo("no-store");
                }
                if (inNeed) {
                    assertNotKept(page);
                }
                HttpResponse<String> afterwards = site.get(path + "zh", "Accept", "text/html");
                assertThat(afterwards.body()).contains("item 39");
                assertThat(header(afterwards, "ETag")).isNotEmpty();
            }
            assertThat(inNeed).as("a page was made in need").isTrue();
        }
    }

    @Test
    void the_same_query_asked_at_once_takes_one_place() throws Exception {
        String rows = "SELECT (COUNT(*) AS ?x) { ?a ex:next ?b . ?c ex:next ?d . ?e ex:few ?f . ?g ex:few ?h"
                + " FILTER(?f < %1$d && ?h < %1$d) }";
        String query = null;
        Duration once = Duration.ZERO;
        try (TestSite site = site(Duration.ofSeconds(120), 1)) {
            for (int size = 1; size <= 10 && once.compareTo(Duration.ofMillis(400)) < 0; size++) {
                query = "PREFIX ex: <http://example.org/def#> " + rows.formatted(size);
                long begin = System.nanoTime();
                assertThat(site.get(sparql(query)).statusCode()).isEqualTo(200);
                once = Duration.ofNanos(System.nanoTime() - begin);
            }
        }
        assertThat(once).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        try (TestSite site = site(once.multipliedBy(6), 1)) {
            String asked = sparql(query);
            for (Future<HttpResponse<String>> answer : atOnce(24, () -> site.get(asked, "Accept", "text/csv"))) {
                assertThat(status(answer)).isEqualTo(200);
                assertThat(answer.get().body())
                        .isEqualTo(site.get(asked, "Accept", "text/csv").body());
            }
        }
    }

    @Test
    void who_asks_for_what_runs_out_of_time_is_refused_in_time_too() throws Exception {
        try (TestSite site = site(Duration.ofSeconds(2), 1)) {
            String endless = sparql("SELECT (COUNT(*) AS ?x) { " + ENDLESS + " }");
            long begin = System.nanoTime();
            for (Future<HttpResponse<String>> answer : atOnce(12, () -> site.get(endless))) {
                assertThat(status(answer)).isEqualTo(503);
                assertThat(header(answer.get(), "Retry-After")).isNotEmpty();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(12));
            assertThat(site.get(sparql("ASK {}")).statusCode()).isEqualTo(200);
        }
    }

    private static int status(Future<HttpResponse<String>> answer) throws InterruptedException, ExecutionException {
        return answer.get().statusCode();
    }
}
