package org.torchgraph.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.kit.Deployment;

/** Each request of {@code docs/http.md} is answered as the page says, and as HTTP says whatever the page does. */
class HttpTableTest {
    private static final HttpTable TABLE = HttpTable.read();

    /** Statuses that the page names once for all paths. */
    private static final Set<Integer> EVERYWHERE = Set.of(204, 304, 405, 410, 412, 413, 414, 431, 503);

    /** What one answer need not share with the next. */
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "last-modified", "fuseki-request-id");

    @AutoClose
    private static final Deployment site = Deployment.open();

    static List<HttpTable.Row> requests() {
        return TABLE.requests();
    }

    static Stream<HttpTable.Row> reads() {
        return TABLE.requests().stream().filter(row -> row.method().equals("GET"));
    }

    static Stream<String> paths() {
        return TABLE.requests().stream().map(HttpTable.Row::path).distinct();
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    private static HttpResponse<String> send(String method, HttpTable.Row row, String... fields) {
        return site.web().send(method, row.path(), BodyPublishers.ofString(row.body()), fields);
    }

    private static HttpResponse<String> get(String path, String... fields) {
        return site.web().get(path, fields);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void each_request_is_answered_as_the_page_says(HttpTable.Row row) {
        String tag = row.text().contains("{ETag}") ? header(send("GET", row, row.unconditionalFields()), "ETag") : "";
        String[] fields =
                row.fields().stream().map(field -> field.replace("{ETag}", tag)).toArray(String[]::new);
        HttpResponse<String> response = row.body().isEmpty()
                ? site.web().send(row.method(), row.path(), BodyPublishers.noBody(), fields)
                : send(row.method(), row, fields);
        assertThat(response.statusCode()).isEqualTo(row.status());
        row.claims().forEach(claim -> assertHolds(response, claim.replace("{ETag}", tag)));
    }

    private static void assertHolds(HttpResponse<String> response, String claim) {
        if (claim.startsWith("no ")) {
            assertThat(response.headers().map()).doesNotContainKey(claim.substring(3));
        } else if (claim.startsWith("…")) {
            assertThat(response.body()).contains(claim.substring(1, claim.length() - 1));
        } else if (claim.contains(": ")) {
            String name = claim.substring(0, claim.indexOf(": "));
            String value = header(response, name);
            String wanted = claim.substring(claim.indexOf(": ") + 2);
            assertThat(", " + value + ", ").as(name).contains(", " + wanted + ", ");
        } else if (claim.contains("/")) {
            assertThat(header(response, "Content-Type")).isEqualTo(claim);
        } else {
            assertThat(header(response, claim)).as(claim).isNotEmpty();
        }
    }

    @Test
    void the_first_table_lists_the_statuses_that_the_requests_show() {
        Map<HttpTable.Paths, Set<Integer>> shown = new TreeMap<>(Comparator.comparing(TABLE.paths()::indexOf));
        TABLE.paths().forEach(paths -> shown.put(paths, new TreeSet<>()));
        TABLE.requests().stream()
                .filter(row -> !EVERYWHERE.contains(row.status()))
                .forEach(row -> {
                    String path = row.path().replaceFirst("\\?.*", "");
                    HttpTable.Paths paths = TABLE.paths().stream()
                            .max(Comparator.comparingInt(each -> each.fit(path)))
                            .orElseThrow();
                    assertThat(paths.statuses()).as(row.text()).contains(row.status());
                    shown.get(paths).add(row.status());
                });
        shown.forEach((paths, statuses) ->
                assertThat(statuses).as(paths.patterns().toString()).isEqualTo(new TreeSet<>(paths.statuses())));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void head_has_the_headers_of_get_and_nothing_else(HttpTable.Row row) {
        String[] fields = row.unconditionalFields();
        HttpResponse<String> get = get(row.path(), fields);
        HttpResponse<String> head = site.web().send("HEAD", row.path(), BodyPublishers.noBody(), fields);
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(lasting(head)).isEqualTo(lasting(get));
        assertThat(lasting(get)).containsKey("content-length");
    }

    private static Map<String, List<String>> lasting(HttpResponse<?> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeAll(OF_THE_MOMENT);
        return headers;
    }

    @ParameterizedTest
    @MethodSource("reads")
    void what_has_a_tag_is_304_to_its_holder_with_the_headers_that_caches_need(HttpTable.Row row) {
        String[] fields = row.unconditionalFields();
        HttpResponse<String> get = get(row.path(), fields);
        String tag = header(get, "ETag");
        if (tag.isEmpty()) {
            assertThat(get.statusCode() != 200 || header(get, "Cache-Control").equals("no-store"))
                    .isTrue();
            return;
        }
        assertThat(tag).matches("\"[^\"]+\"");
        List<String> conditional = new ArrayList<>(List.of(fields));
        conditional.addAll(List.of("If-None-Match", tag));
        HttpResponse<String> again = get(row.path(), conditional.toArray(String[]::new));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Content-Length")).isEmpty();
        for (String name :
                List.of("ETag", "Vary", "Cache-Control", "Content-Location", "Access-Control-Allow-Origin")) {
            assertThat(header(again, name)).as(name).isEqualTo(header(get, name));
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a_tag_is_of_one_form_language_and_coding(String path) {
        Map<String, String> contents = new TreeMap<>();
        for (String accept : List.of("*/*", "text/html", "application/ld+json")) {
            for (String[] how :
                    new String[][] {{"Accept-Language", "en"}, {"Accept-Language", "zh"}, {"Accept-Encoding", "gzip"}
                    }) {
                HttpResponse<String> response = get(path, "Accept", accept, how[0], how[1]);
                String tag = header(response, "ETag");
                String before = tag.isEmpty() ? null : contents.putIfAbsent(tag, response.body());
                assertThat(before).as(tag).isIn(null, response.body());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void every_path_can_be_asked_from_another_origin(String path) {
        HttpResponse<String> preflight = site.web()
                .send(
                        "OPTIONS",
                        path,
                        BodyPublishers.noBody(),
                        "Origin",
                        "https://example.org",
                        "Access-Control-Request-Method",
                        "GET",
                        "Access-Control-Request-Headers",
                        "if-none-match, accept");
        if (preflight.statusCode() == 400) {
            assertThat(path).contains("%00");
            return;
        }
        assertThat(preflight.statusCode()).isEqualTo(204);
        // Assistants send all by POST, and no stream is offered.
        String methods = path.equals("/mcp") ? "POST, OPTIONS" : "GET, HEAD";
        assertThat(header(preflight, "Access-Control-Allow-Methods")).contains(methods, "OPTIONS");
        assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("Accept", "If-None-Match");
        assertThat(header(preflight, "Allow")).contains(methods, "OPTIONS");
        for (HttpResponse<String> response : List.of(preflight, get(path), get(path, "Accept", "image/png"))) {
            assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void a_problem_is_a_document_that_says_its_status_and_nothing_of_the_inside(HttpTable.Row row) {
        HttpResponse<String> response = send(row.method(), row, row.unconditionalFields());
        assertThat(response.statusCode()).isLessThan(500);
        if (header(response, "Content-Type").equals("application/problem+json")) {
            assertThat(response.body())
                    .contains("\"status\":" + response.statusCode(), "\"type\":\"/about#", "\"detail\":\"")
                    .doesNotContain("Exception", "org.", "\\tat ", "<");
            assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        }
    }
}
