package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;

/** What a reader of Chinese is told, also when something is wrong. */
class PagesInChineseTest {
    private static final Pattern LEAD =
            Pattern.compile("<p class=\"(?:lead|refusal)\"(?: role=\"alert\")?>([^<]*)</p>");

    @AutoClose
    private static final TestSite site = ZonesExtract.site();

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
                    /queries/targets-due-in?year=soon|参数 year 不能是“soon”：须是 2025 这样的年份。
                    /export/torchgraph.exe|没有导出文件 /export/torchgraph.exe；导出页列有全部。
                    /search/suggest?x=1|建议只有一个参数 q，即已键入的文字。
                    /search.json?x=1|没有参数 x；检索的参数有 q, page, lang
                    /resource?iri=x|“x”不是完整的 IRI，例如 https://example.org/x 或 urn:isbn:9780306406157。
                    /data?graph=x{0}|图须以绝对 IRI 指名，不能是 &lt;x{0}>。
                    /doc/org/most?page=x|page 是页码，须是从 1 起的整数，不能是 x。
                    /data|请指明哪个图：?default 是所有图的并集，或用 ?graph=IRI 指一个。连同各图的整体见导出页。
                    """)
    void a_refusal_says_why_in_chinese(String path, String sentence) {
        String escaped = path.replace("{", "%7B").replace("}", "%7D");
        Matcher said = LEAD.matcher(page(escaped));
        assertThat(said.results().map(found -> found.group(1).replace("&gt;", ">")))
                .anySatisfy(told -> assertThat(told).startsWith(sentence));
        // Chosen in the address it is the same, whatever the client's own language.
        String chosen = escaped + (path.contains("?") ? "&" : "?") + "lang=zh";
        assertThat(LEAD.matcher(site.get(chosen, "Accept", "text/html").body()).results())
                .anySatisfy(
                        told -> assertThat(told.group(1).replace("&gt;", ">")).startsWith(sentence));
    }

    @ParameterizedTest
    @CsvSource({
        "/search/suggest?x=1, 建议只有一个参数 q, Suggestions take one parameter q",
        "/queries/targets-due-in.csv?year=%FF, 参数不是 UTF-8, not the percent-encoding of UTF-8",
        "/doc/nope?a=1, 没有页面 /doc/nope, There is no document /doc/nope"
    })
    void a_problem_document_is_in_chinese_for_who_asks_for_it(String path, String chinese, String english) {
        String accepting = site.get(path, "Accept-Language", "zh-CN").body();
        assertThat(site.get(path + "&lang=zh-Hans").body()).contains(chinese).doesNotContain(english);
        assertThat(accepting).contains(english).doesNotContain(chinese);
        assertThat(site.get(path + "&lang=en").body()).isEqualTo(accepting);
    }

    /** The sentences of other problems, and what means something to a format, are values as any other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\": it wants an IRI, whole or relative to <y>, such as z'",
                "Nothing is known of <urn:x:y>.",
                "{0} {1,choice,0#none} '{'",
                "$1 (.*) \\E"
            })
    void a_value_that_looks_like_a_sentence_chooses_none(String value) {
        String path = "/queries/targets-due-in?year=" + PercentEncoding.value(value);
        assertThat(refusal(page(path))).isEqualTo("参数 year 不能是“" + value + "”：须是 2025 这样的年份。");
        assertThat(refusal(site.get(path, "Accept", "text/html").body()))
                .isEqualTo("The parameter year cannot be \"" + value + "\": it wants a year such as 2025.");
    }

    private static String refusal(String html) {
        return Jsoup.parse(html).selectFirst(".refusal").wholeText();
    }

    @Test
    void a_claim_is_named_by_the_name_of_its_property() {
        assertThat(page("/doc/claim/1991-circular-number")).contains(" · 文号 · 国发〔1991〕12号</h1>");
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
        "/doc/target/2022-plan/number-of-zones, ≈ 220 家高新区, 220 zones",
        "/queries/targets-due-in?year=2025, ≤ 0.4 吨标准煤每万元, tce",
        "/queries/quantity-series, 家高新区, zones<"
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
