package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.query.Limits;
import org.torchgraph.search.SearchRequest;

/** Searches over HTTP. */
class SearchPagesTest {
    private static final String GREEN = "id/policy/2021-most-green-development-action-plan";

    @AutoClose
    private static final TestSite site = ZonesExtract.site().searchable();

    @ParameterizedTest
    @CsvSource({"比较, en, /compare?lang=en", "compare, zh, /compare?lang=zh", "Versions, en, /versions?lang=en"})
    void a_page_of_the_site_is_found_by_its_name(String text, String lang, String href) {
        String path = "/search?lang=" + lang + "&q=" + PercentEncoding.value(text);
        assertThat(Jsoup.parse(page(path).body()).select("p.found a").eachAttr("href"))
                .containsExactly(href);
        assertThat(Jsoup.parse(page(path + "x").body()).select("p.found")).isEmpty();
    }

    private static HttpResponse<String> page(String path) {
        return site.get(path, "Accept", "text/html");
    }

    private static String q(String text) {
        return "/search.json?q=" + PercentEncoding.value(text);
    }

    private static JsonObject json(String path) {
        HttpResponse<String> response = site.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return Json.createReader(new StringReader(response.body())).readObject();
    }

    private static List<String> iris(JsonObject found, String list) {
        return found.getJsonArray(list).stream()
                .map(JsonValue::asJsonObject)
                .map(hit -> hit.getString("iri").replace("https://w3id.org/torchgraph/", ""))
                .toList();
    }

    @Test
    void a_goal_is_filtered_by_what_its_policy_has() {
        JsonObject found =
                json(q("能耗强度") + "&issuer=id/org/most&stage=id/stage/high-quality&year=2025&class=def%23Target");
        assertThat(iris(found, "hits"))
                .containsExactly(
                        "id/target/2021-green/energy-intensity-all", "id/target/2021-green/energy-intensity-half");
        assertThat(found.getJsonArray("facets").stream()
                        .map(facet -> facet.asJsonObject().getString("name")))
                .containsExactly("class", "year", "issuer", "stage", "province");
        assertThat(json(q("能耗强度") + "&issuer=id/org/state-council").getInt("total"))
                .isZero();
        assertThat(json(q("能耗强度") + "&issuer=id/org/most&issuer=id/org/state-council")
                        .getInt("total"))
                .isEqualTo(2);
    }

    @Test
    void a_page_and_its_json_say_the_same() {
        JsonObject found = json(q("绿色发展"));
        HttpResponse<String> page = page("/search?q=" + PercentEncoding.value("绿色发展") + "&lang=zh");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<mark>绿色发展</mark>", "href=\"/doc/policy/2021-most-green-development-action-plan?lang=zh\"")
                .contains(found.getInt("total") + " 个结果", "/search.json?q=%E7%BB%BF%E8%89%B2%E5%8F%91%E5%B1%95\">JSON")
                .contains("name=\"class\" value=\"def#Policy\"");
        assertThat(page.headers().firstValue("Link").orElse("")).contains("/search.json?q=", "rel=\"alternate\"");
        assertThat(page.headers().firstValue("Vary").orElse("")).contains("Accept-Language", "Accept");
        assertThat(iris(found, "hits")).contains(GREEN);
    }

    @Test
    void json_comes_by_accept_too_and_does_not_depend_on_the_language() {
        String path = "/search?q=carbon";
        HttpResponse<String> accepted = site.get(path, "Accept", "application/json", "Accept-Language", "zh");
        assertThat(accepted.body())
                .isEqualTo(site.get("/search.json?q=carbon&lang=en").body());
        assertThat(accepted.headers().firstValue("Torchgraph-Version")).isPresent();
        assertThat(accepted.headers().firstValue("Vary").orElse(""))
                .contains("Accept")
                .doesNotContain("Language");
        assertThat(site.get(path, "Accept", "text/turtle").statusCode()).isEqualTo(406);
    }

    @Test
    void a_search_has_a_tag_of_its_version_and_is_not_sent_twice(@TempDir Path root) {
        String path = q("carbon");
        String tag = site.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");
        assertThat(site.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(site.get(q("carbon") + "&page=1").headers().firstValue("ETag"))
                .contains(tag);
        assertThat(site.get(q("coal")).headers().firstValue("ETag")).isNotEqualTo(tag);
        Path changed = ZonesExtract.copiedTo(root)
                .append("data/zones.ttl", "\n# changed\n")
                .root();
        try (TestSite other = TestSite.of(PublicationReader.read(changed, Optional.empty()), Limits.standard())
                .searchable()) {
            assertThat(other.get(path).headers().firstValue("ETag")).isPresent().isNotEqualTo(Optional.of(tag));
        }
    }

    @Test
    void an_empty_search_is_a_form_with_help() {
        for (String path : List.of("/search", "/search?q=", "/search?q=%20%E3%80%80", "/search?q=&year=")) {
            HttpResponse<String> page = page(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body())
                    .contains("How to search", "href=\"/doc/org/most\"")
                    .doesNotContain("class=\"hits\"");
        }
    }

    private static int answers(String path) {
        return (int) site.get(path).body().lines().count() - 1;
    }

    @Test
    void filters_alone_list_what_they_let_through() {
        int policies = answers("/queries/things.csv?class=https://w3id.org/torchgraph/def%23Policy");
        assertThat(json("/search.json?class=def%23Policy").getInt("total"))
                .isEqualTo(policies)
                .isEqualTo(6);
        assertThat(page("/search?class=def%23Policy").body()).contains(policies + " things pass", "checked");
    }

    @ParameterizedTest
    @CsvSource({
        "/search?q=zones&page=9999, 404, There is no page 9999, 没有第 9999 页",
        "/search?q=zones&page=0, 400, page is the number of a page, page 是页码",
        "/search?q=zones&page=-1, 400, page is the number of a page, page 是页码",
        "/search?q=zones&page=99999999999, 400, page is the number of a page, page 是页码",
        "/search?q=zones&q=red, 400, given more than once, 给了不止一次"
    })
    void what_cannot_be_searched_gets_a_page_that_helps(String path, int status, String english, String chinese) {
        HttpResponse<String> page = page(path);
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains(english, "id=\"q\"", "How to search", "value=\"zones\"");
        assertThat(page(path + "&lang=zh").body()).contains(chinese, "怎样检索");
        HttpResponse<String> problem = site.get(path);
        assertThat(problem.statusCode()).isEqualTo(status);
        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.body()).contains(english);
    }

    @Test
    void a_text_that_is_too_long_is_refused() {
        assertThat(site.get(q("x".repeat(SearchRequest.MAX_CHARACTERS))).statusCode())
                .isEqualTo(200);
        assertThat(site.get(q("x".repeat(SearchRequest.MAX_CHARACTERS + 1))).statusCode())
                .isEqualTo(400);
        assertThat(page("/search?q=" + "x".repeat(5000)).statusCode()).isEqualTo(400);
        assertThat(site.get("/search/suggest?q=" + "x".repeat(5000)).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "(",
                "[1 TO",
                "a AND",
                "*",
                "?",
                "~",
                "\\",
                "lang:en",
                "\u0000",
                "<script>alert(1)</script>",
                "^5",
                "高新区 OR"
            })
    void nothing_typed_is_a_fault_of_the_server(String text) {
        assertThat(site.get(q(text)).statusCode()).isEqualTo(200);
        HttpResponse<String> page = page("/search?q=" + PercentEncoding.value(text));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script>alert");
        assertThat(site.get("/search/suggest?q=" + PercentEncoding.value(text)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void suggestions_are_few_and_have_a_page() {
        JsonObject found = json("/search/suggest?q=energ");
        assertThat(iris(found, "suggestions"))
                .contains("id/target/2021-green/energy-intensity-all")
                .hasSizeBetween(2, 8);
        assertThat(found.getJsonArray("suggestions").getJsonObject(0).getString("page"))
                .startsWith("/doc/");
        assertThat(json("/search/suggest?q=").getJsonArray("suggestions")).isEmpty();
        assertThat(site.get("/search/suggest?q=a&page=2").statusCode()).isEqualTo(400);
        assertThat(site.get("/search/suggest?q=a&q=b").statusCode()).isEqualTo(400);
    }

    @Test
    void questions_stand_above_the_things_and_open_for_the_year_that_is_typed() {
        JsonObject found = json(q("targets due in 2024"));
        assertThat(found.getJsonArray("questions"))
                .extracting(question -> question.asJsonObject().getString("page"))
                .containsExactly("/queries/targets-due-in?year=2024");
        String page = page("/search?q=2024" + PercentEncoding.value("年到期") + "&lang=zh")
                .body();
        assertThat(page)
                .contains("href=\"/queries/targets-due-in?year=2024&amp;lang=zh\"", "某年<mark>到期</mark>的量化目标")
                .doesNotContain("没有找到");
        assertThat(site.get("/queries/targets-due-in?year=2024&lang=zh").statusCode())
                .isEqualTo(200);
        String hits = page("/search?q=indicators&lang=en").body();
        assertThat(hits)
                .containsSubsequence("id=\"h-found\"", "/queries/indicator-tree?lang=en", "<ol class=\"hits\"")
                .contains("href=\"/search?lang=en#order\"");
        assertThat(page("/search?q=zhongguancun").body()).doesNotContain("id=\"h-found\"");
        assertThat(json("/search.json?q=indicators&year=2021").getJsonArray("questions"))
                .isEmpty();
        assertThat(found.getInt("total")).isEqualTo(found.getJsonArray("hits").size());
    }

    @Test
    void a_question_is_suggested_by_its_title() {
        JsonObject question =
                json("/search/suggest?q=targets+due").getJsonArray("questions").getJsonObject(0);
        assertThat(question.getString("name")).isEqualTo("targets-due-in");
        assertThat(question.getString("page")).isEqualTo("/queries/targets-due-in");
        assertThat(question.getJsonArray("names")).hasSize(2);
        assertThat(json("/search/suggest?q=").getJsonArray("questions")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, 'Policy', How hits are ordered", "zh, '政策', 结果怎样排序"})
    void the_help_says_how_hits_are_ordered_and_which_class_comes_first(String lang, String leading, String heading) {
        assertThat(page("/search?lang=" + lang).body())
                .containsSubsequence("id=\"order\"", heading, "3000", ">" + leading + "<", "700");
    }

    @Test
    void hostile_labels_are_shown_as_text(@TempDir Path root) {
        String evil = "<img src=x onerror=alert(1)> needle \u202Eegdirb";
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle(
                        "data/evil.ttl",
                        "<id/evil> a ex:T ; skos:prefLabel \"%s\"@en ; dct:description \"%s %s\"@en ; dct:issued \"2020-01-01\"^^xsd:date ."
                                        .formatted(evil, evil, "y".repeat(1 << 20))
                                + " ex:T skos:prefLabel \"<b>needle</b>\"@en .");
        try (TestSite other = TestSite.of(folder.read(), Limits.standard()).searchable()) {
            HttpResponse<String> page = other.get("/search?q=needle", "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("&lt;img src=x onerror=alert(1)&gt; <mark>needle</mark>", "&lt;b&gt;<mark>needle</mark>")
                    .doesNotContain("<img", "<b>")
                    .hasSizeLessThan(40_000);
            assertThat(other.get("/search.json?q=needle&year=2020").body()).contains("\"total\":1");
        }
    }

    @Test
    void every_page_has_a_search_box_and_each_only_one_with_a_name() {
        for (String path : List.of("/", "/queries", "/doc/org/most", "/search?q=zones", "/about")) {
            String body = page(path).body();
            assertThat(body.split("role=\"search\"", -1)).as(path).hasSize(2);
            assertThat(body).contains("action=\"/search\"");
        }
    }

    @Test
    void a_page_of_hits_is_light() {
        byte[] body = site.bytes(
                        "/search?q=" + PercentEncoding.value("高新区"), "Accept", "text/html", "Accept-Encoding", "gzip")
                .body();
        byte[] home = site.bytes("/", "Accept", "text/html", "Accept-Encoding", "gzip")
                .body();
        int shared = List.of("/assets/style.css", "/assets/site.js", "/assets/suggest.js").stream()
                .mapToInt(path -> site.bytes(path, "Accept-Encoding", "gzip").body().length)
                .sum();
        assertThat(shared + Math.max(body.length, home.length)).isLessThan(150_000);
    }

    @Test
    void each_page_of_hits_leads_to_the_next_with_the_same_search() {
        assertThat(page("/search?q=&class=def%23Goal").body())
                .contains("rel=\"next\" href=\"?q=&amp;class=def%23Goal&amp;page=2\"")
                .doesNotContain("rel=\"prev\"");
        assertThat(page("/search?q=&class=def%23Goal&page=2").body()).contains("Page 2 of", "rel=\"prev\"");
    }
}
