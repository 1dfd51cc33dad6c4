package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.TestSite;

/** What a reader of Chinese is told, also when something is wrong. */
class PagesInChineseTest {
    private static final Pattern LEAD =
            Pattern.compile("<p class=\"(?:lead|refusal)\"(?: role=\"alert\")?>([^<]*)</p>");

    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.ofThisCheckout();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String page(String path) {
        return site.get(path, "Accept", "text/html", "Accept-Language", "zh-CN").body();
    }

    /** The sentence has no tag of another language, and so is in that of the page. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /doc/policy/nope|没有页面 /doc/policy/nope：图谱中没有关于它的记载。
                    /nope|图谱中没有关于 &lt;https://w3id.org/torchgraph/nope> 的记载。
                    /queries/nope|没有问题 nope；问题页列有全部。
                    /queries/targets-due-in?year=soon|参数 year 不能是“soon”：须是 2025 这样的值，类型为 &lt;http://www.w3.org/2001/XMLSchema#gYear>。
                    /export/torchgraph.exe|没有导出文件 /export/torchgraph.exe；导出页列有全部。
                    """)
    void a_refusal_says_why_in_chinese(String path, String sentence) {
        Matcher said = LEAD.matcher(page(path));
        assertThat(said.results().map(found -> found.group(1).replace("&gt;", ">")))
                .contains(sentence);
    }

    @Test
    void a_claim_is_named_by_the_name_of_its_property() {
        assertThat(page("/doc/claim/1991-circular-number")).contains(" · 发文字号 · 国发〔1991〕12号</h1>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/doc/graph/policies/2021-most-green-development-action-plan",
                "/doc/claim/1991-circular-number",
                "/doc/source/chronicle-1988-2021",
                "/doc/dataset/zone-counts"
            })
    void no_term_is_named_by_its_prefix_alone(String path) {
        String read = page(path).replaceAll("(?s)<(code|pre|script)\\b.*?</\\1>|<span class=\"pred\">.*?</span>", "");
        assertThat(read).doesNotContainPattern(">[^<]*\\b(dc|dct|eli|htz|qb|rdf|skos):[a-zA-Z]");
    }

    @ParameterizedTest
    @CsvSource({
        "/doc/target/2022-plan/number-of-zones, ≈ 220 个园区, 220 zones",
        "/queries/targets-due-in?year=2025, ≤ 0.4 吨标准煤每万元, tce",
        "/queries/quantity-series, 个园区, zones<"
    })
    void a_unit_is_told_in_chinese(String path, String told, String absent) {
        assertThat(page(path)).contains(told).doesNotContainPattern(">[^<]*" + absent);
    }

    @Test
    void a_claim_without_a_status_is_accepted() {
        assertThat(page("/queries/zone-story?this=id/zone/taiyuan"))
                .contains("<span class=\"muted\">采纳</span>", "有争议")
                .doesNotContainPattern("data-label=\"状态\"[^>]*><div>\\s*<span class=\"muted\">未给出");
    }

    @Test
    void the_symbol_of_a_unit_stays_with_the_unit_and_on_english_pages() {
        assertThat(page("/doc/unit/zone")).contains(">zones<");
        assertThat(site.get("/doc/target/2022-plan/number-of-zones", "Accept", "text/html", "Accept-Language", "en")
                        .body())
                .contains("≈ 220 zones");
    }

    @Test
    void the_way_to_a_question_ends_with_its_title() {
        assertThat(page("/queries/stages"))
                .contains("<li aria-current=\"page\" lang=\"zh-Hans\" dir=\"auto\">高新区的发展阶段及其起止</li>");
    }
}
