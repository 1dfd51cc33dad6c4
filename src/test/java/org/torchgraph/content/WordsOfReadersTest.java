package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.Checkout;
import org.torchgraph.kit.TestSite;

/** What readers of this publication type and see first. */
class WordsOfReadersTest {
    @AutoClose
    private static final TestSite site = Checkout.site().searchable();

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

    private static int answers(String path) {
        return (int) site.get(path).body().lines().count() - 1;
    }

    @ParameterizedTest
    @CsvSource({
        "国科发火〔2021〕28号, id/policy/2021-most-green-development-action-plan",
        "国科发火[2021]28号, id/policy/2021-most-green-development-action-plan",
        "国发（2020）7号, id/policy/2020-state-council-high-quality-development",
        "国发 2020 7, id/policy/2020-state-council-high-quality-development",
        "绿色发展, concept/new-development-concepts/green",
        "科技部, id/org/most",
        "most, id/org/most",
        "Ministry of Science and Technology, id/org/most",
        "国办, id/org/state-council-general-office",
        "中关村, id/zone/zhongguancun",
        "大旺综合经济开发区, id/zone/zhaoqing",
        "昆山国家级星火技术密集区, id/zone/kunshan",
        "双碳, concept/guiding-idea/carbon-peak-and-neutrality",
        "高新区, id/zone-group/national-high-tech-zones",
        "国家高新技术产业开发区, id/zone-group/national-high-tech-zones",
        "国家高新区绿色发展专项行动实施方案, id/policy/2021-most-green-development-action-plan",
        "id/org/most, id/org/most",
        "Guofa [2020] No. 7, id/policy/2020-state-council-high-quality-development",
        "guofa 2020 7, id/policy/2020-state-council-high-quality-development",
        "Chuanfufa [2021] No. 28, id/policy/2021-sichuan-high-quality-development",
        "四川, concept/province/510000",
        "高质量发展, id/stage/high-quality"
    })
    void what_people_type_finds_what_they_mean_first(String text, String first) {
        assertThat(iris(json(q(text)), "hits")).startsWith(first);
    }

    @ParameterizedTest
    @CsvSource({"四川", "Sichuan", "四川省"})
    void a_province_finds_its_zones_before_the_sources_that_name_it(String province) {
        JsonObject found = json(q(province));
        List<String> zones = iris(json("/search.json?class=def%23Zone&province=concept/province/510000"), "hits");
        List<String> hits = iris(found, "hits");
        assertThat(hits).containsAll(zones);
        assertThat(zones).hasSizeGreaterThan(5).contains("id/zone/chengdu");
        assertThat(hits.stream().takeWhile(hit -> !hit.startsWith("id/source/")))
                .containsAll(zones)
                .hasSizeLessThan(hits.size());
    }

    @ParameterizedTest
    @CsvSource({
        "due in 2025, targets-due-in?year=2025",
        "2025年到期, targets-due-in?year=2025",
        "targets due in 2030, targets-due-in?year=2030",
        "比较, compare-policies"
    })
    void words_of_a_question_find_it(String text, String question) {
        assertThat(json(q(text)).getJsonArray("questions").getJsonObject(0).getString("page"))
                .isEqualTo("/queries/" + question);
    }

    @ParameterizedTest
    @CsvSource({
        "四川的高新区, id/zone/chengdu",
        "which zones are in Sichuan, id/zone/chengdu",
        "targets due in 2025, id/target/2022-plan/number-of-zones",
        "2025年到期的量化目标, id/target/2022-plan/number-of-zones"
    })
    void a_sentence_finds_what_it_speaks_of(String text, String thing) {
        JsonObject found = json(q(text));
        assertThat(iris(found, "hits")).contains(thing);
        assertThat(found.getBoolean("loose"))
                .isEqualTo(!found.getJsonArray("without").isEmpty());
    }

    @Test
    void hits_without_all_words_begin_with_those_that_have_the_year() {
        assertThat(json(q("2010年批准的高新区")).getJsonArray("hits").subList(0, 3).toString())
                .contains("2010")
                .doesNotContain("2012-zones", "1991-zones");
    }

    @ParameterizedTest
    @CsvSource({"2010年批准的高新区, zones-by-approval-year", "targets due in 2025, targets-due-in"})
    void a_sentence_finds_the_question_that_it_asks(String text, String question) {
        assertThat(json(q(text)).getJsonArray("questions").toString()).contains("\"name\":\"" + question + "\"");
    }

    @ParameterizedTest
    @CsvSource({"高质量发展", "创新驱动", "绿色发展", "high-quality development", "innovation"})
    void policies_with_the_words_in_their_titles_come_before_all_that_are_not_so_named_whole(String text) {
        List<String> hits = iris(json(q(text)), "hits");
        int first = IntStream.range(0, hits.size())
                .filter(at -> hits.get(at).startsWith("id/policy/"))
                .findFirst()
                .orElseThrow();
        assertThat(hits.subList(0, first)).allMatch(hit -> hit.matches("(id/stage|concept|id/goal)/.*"));
        assertThat(first).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "北京市新技术产业开发, id/policy/1988-beijing-interim-regulation",
        "国家高新区绿色发展, id/policy/2021-most-green-development-action-plan",
        "国家高新技术产业开发区“十二五, id/policy/2013-most-twelfth-five-year-plan"
    })
    void a_policy_is_suggested_before_the_sources_that_tell_of_it(String text, String first) {
        List<String> suggested = iris(json("/search/suggest?" + q(text).replaceFirst(".*?\\?", "")), "suggestions");
        assertThat(suggested).startsWith(first);
    }

    @Test
    void zones_of_a_year_say_how_many_have_none_and_lead_to_them() {
        int unknown = answers("/queries/zones.csv?year=unknown");
        assertThat(unknown).isGreaterThan(20);
        assertThat(page("/queries/zones?year=2010&lang=en").body())
                .contains(
                        unknown + " more rows have no value on record",
                        "href=\"/queries/zones?lang=en&amp;year=unknown\"")
                .contains(">not on record</option>");
        assertThat(page("/queries/zones?year=2010&province=510000&lang=zh").body())
                .contains("另有 " + answers("/queries/zones.csv?year=unknown&province=510000") + " 行没有载明“批准年份”");
        for (String query : List.of("", "&year=unknown", "&province=510000")) {
            assertThat(page("/queries/zones?lang=en" + query).body()).doesNotContain("no value on record");
        }
    }

    @Test
    void what_has_the_number_comes_before_what_names_it() {
        assertThat(json(q("国发[1991]12")).getJsonArray("hits"))
                .hasSizeGreaterThan(5)
                .extracting(hit -> hit.asJsonObject().getJsonArray("numbers").toString())
                .allMatch(numbers -> numbers.contains("〔1991〕12"));
    }

    @Test
    void synonyms_find_the_same_things() {
        JsonObject one = json(q("高新区"));
        assertThat(one.getInt("total"))
                .isGreaterThan(20)
                .isEqualTo(json(q("国家高新区")).getInt("total"))
                .isEqualTo(json(q("国家高新技术产业开发区")).getInt("total"));
    }

    @Test
    void the_first_page_has_the_policies_by_stage_and_level_and_says_that_they_are_a_selection() {
        String body = page("/?lang=en").body();
        assertThat(body)
                .contains("a selection, not every policy", "Policies by stage and level", "id=\"q\"")
                .containsSubsequence(
                        "<svg class=\"chart wide\"",
                        ">start-up stage<",
                        ">State Council<",
                        ">ministries and commissions<",
                        ">local<",
                        "</figure>")
                .containsSubsequence("<ol class=\"chrono\"", "Interim Regulations", "</ol>");
        int drawn = (int) site.get("/queries/policy-timeline.csv")
                .body()
                .lines()
                .skip(1)
                .map(row -> row.split(",", -1))
                .filter(cells -> !cells[0].isEmpty() && !cells[2].isEmpty())
                .count();
        String picture = body.substring(body.indexOf("<svg class=\"chart wide\""));
        assertThat(picture.substring(0, picture.indexOf("<ol")).split("class=\"mark\"", -1))
                .hasSize(drawn + 3 + 1);
        assertThat(body).contains("1 without “Date” not drawn", "1 without “Level” not drawn");
        assertThat(body.split("<ul class=\"questions\">")[1].split("</ul>")[0].split("<li>", -1))
                .hasSize(7);
        assertThat(page("/?lang=zh").body()).contains("选编", "各阶段、各层级的政策", "高质量发展");
    }
}
