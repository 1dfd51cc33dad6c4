package org.torchgraph.content;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.kit.Checkout;
import org.torchgraph.kit.Chromium;
import org.torchgraph.kit.TestSite;

/**
 * Twelve tasks of readers, from the first page, on a phone, in both languages. What a reader types is no click; each
 * press on a link, a button or a part that opens is one.
 */
class TwelveTasksTest {
    private static final int MOST_CLICKS = 3;
    private static final double MOST_SCREENS = 8;
    private static final int MOST_STOPS = 150;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    @AutoClose
    private static final TestSite site = Checkout.site().searchable();

    @AutoClose
    private static final Chromium chromium = Chromium.launch();

    private BrowserContext context;
    private Page page;
    private int clicks;

    private void start(String language) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(PHONE_WIDTH, PHONE_HEIGHT));
        page = context.newPage();
        page.navigate(site.url("/?lang=" + language));
    }

    @AfterEach
    void end_within_three_clicks() {
        if (context != null) {
            context.close();
        }
        assertThat(clicks).isLessThanOrEqualTo(MOST_CLICKS);
    }

    private void search(String words) {
        Locator box = page.locator("input[name=q]").first();
        box.fill(words);
        box.press("Enter");
        page.waitForURL(Pattern.compile(".*/search\\?.*"));
    }

    private void click(Locator what) {
        what.first().click();
        clicks++;
    }

    /** Presses a link to a page of the site, which a reader sees. */
    private void follow(String path) {
        click(page.locator("main a[href*='" + path + "']").first());
        page.waitForURL(url -> url.contains(path));
    }

    private void sees(String... texts) {
        for (String text : texts) {
            assertThat(page.locator("main")).containsText(text);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, targets due in 2025, Ministry of Science and Technology, not met", "zh, 2025年到期的量化目标, 科学技术部, 未达成"})
    void which_targets_were_due_in_2025_who_set_them_and_were_they_met(
            String language, String words, String issuer, String reading) {
        start(language);
        search(words);
        follow("/queries/targets-due-in");
        sees(issuer, reading);
        assertThat(page.url()).contains("year=2025");
    }

    @ParameterizedTest
    @CsvSource({"en, MOST, Ministry of Industry and Information Technology", "zh, 科技部, 工业和信息化部"})
    void what_became_of_the_ministry_of_science(String language, String words, String today) {
        start(language);
        search(words);
        follow("/doc/org/most");
        sees(today);
    }

    @ParameterizedTest
    @CsvSource({"en, compare indicator systems", "zh, 指标体系 比较"})
    void how_the_indicators_changed_from_2008_to_2021_and_2024(String language, String words) {
        start(language);
        search(words);
        follow("/queries/systems-compared");
        sees("2008", "2021", "2024");
    }

    @ParameterizedTest
    @CsvSource({"en, goals that no indicator measures", "zh, 没有指标衡量的目标"})
    void which_goals_nobody_measures(String language, String words) {
        start(language);
        search(words);
        follow("/queries/unmeasured-goals");
        assertThat(page.locator("main table tbody tr").count()).isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({"en, zones approved in 2010", "zh, 2010年批准的高新区"})
    void the_zones_approved_in_2010_as_a_workbook(String language, String words) throws Exception {
        start(language);
        search(words);
        follow("/queries/zones?year=2010");
        Download download = page.waitForDownload(
                () -> click(page.locator("main a[href*='.xlsx']").first()));
        Path file = download.path();
        assertThat(download.suggestedFilename()).endsWith(".xlsx").contains("zones");
        assertThat(Files.size(file)).isGreaterThan(3000);
    }

    @ParameterizedTest
    @CsvSource({"en, green development", "zh, 绿色发展"})
    void policies_on_green_development(String language, String words) {
        start(language);
        search(words);
        follow("/doc/policy/2021-most-green-development-action-plan");
        sees("2021");
    }

    @ParameterizedTest
    @CsvSource({
        "en, energy intensity, Ministry of Science and Technology, Implementation Plan for the Special Action",
        "zh, 能耗强度, 科学技术部, 国家高新区绿色发展专项行动实施方案"
    })
    void a_target_is_cited_with_its_issuer_and_document(String language, String words, String issuer, String document) {
        start(language);
        search(words);
        follow("/doc/target/2021-green/energy-intensity-all");
        click(page.locator("#cite summary"));
        assertThat(page.locator("#cite-line")).containsText(issuer);
        assertThat(page.locator("#cite-line")).containsText(document);
    }

    @ParameterizedTest
    @CsvSource({"en, indicator system 2021", "zh, 2021年 指标体系"})
    void the_system_of_2021_as_turtle_with_its_indicators(String language, String words) throws Exception {
        start(language);
        search(words);
        follow("/doc/indicator-system/2021");
        click(page.locator("#download summary"));
        String turtle = page.locator("#download a[href*='parts']").first().getAttribute("href");
        assertThat(site.get(turtle).body()).contains("indicator/2021/energy-per-value-added> a ");
    }

    @ParameterizedTest
    @CsvSource({"en, energy intensity, under copyright", "zh, 能耗强度, 著作权"})
    void what_the_source_says_and_where(String language, String words, String reserved) {
        start(language);
        search(words);
        follow("/doc/target/2021-green/energy-intensity-all");
        click(page.locator("#evidence .spot a"));
        page.waitForURL(url -> url.contains("/doc/evidence/"));
        sees("246–251", reserved);
    }

    @ParameterizedTest
    @CsvSource({"en, No earlier version", "zh, 没有更早"})
    void what_changed_since_the_last_version(String language, String none) {
        start(language);
        click(page.locator("footer a[href*='/versions']"));
        page.waitForURL(url -> url.contains("/versions"));
        sees("1.0.0", none);
    }

    @ParameterizedTest
    @CsvSource({"en, Twelfth Five-Year", "zh, 十二五"})
    void the_twelfth_and_the_thirteenth_plan_side_by_side(String language, String words) {
        start(language);
        search(words);
        follow("/doc/policy/2013-most-twelfth-five-year-plan");
        click(page.locator(".tools a[href*='/compare']"));
        page.waitForURL(url -> url.contains("/compare"));
        page.locator("main form select[name=thing]")
                .first()
                .selectOption("https://w3id.org/torchgraph/id/policy/2017-most-thirteenth-five-year-plan");
        click(page.locator("main form button.primary"));
        page.waitForURL(url -> url.contains("thirteenth"));
        assertThat(page.locator("main table").first()).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"en, Zhongguancun", "zh, 中关村"})
    void the_zone_of_zhongguancun(String language, String words) {
        start(language);
        search(words);
        click(page.locator("main .hits a").first());
        page.waitForURL(url -> url.contains("/doc/zone/"));
        sees("1988");
    }

    /** Every policy, before all its statements. */
    @Test
    void a_policy_page_is_short_on_a_phone_and_by_the_keyboard() {
        start("zh");
        Map<String, Double> screens = new TreeMap<>();
        Map<String, Integer> stops = new TreeMap<>();
        List<String> policies = site.get("/queries/policies.csv?labels=zh")
                .body()
                .lines()
                .flatMap(line -> Stream.of(line.split("[,\"]")))
                .filter(cell -> cell.startsWith("https://w3id.org/torchgraph/id/policy/"))
                .distinct()
                .toList();
        assertThat(policies).hasSizeGreaterThan(20);
        for (String policy : policies) {
            page.navigate(site.url(policy.replace("https://w3id.org/torchgraph/id", "/doc") + "?lang=zh"));
            screens.put(
                    policy,
                    ((Number) page.evaluate("document.querySelector('#all').getBoundingClientRect().top")).doubleValue()
                            / PHONE_HEIGHT);
            stops.put(
                    policy,
                    ((Number)
                                    page.evaluate(
                                            """
                            [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
                              .filter((stop) => !stop.closest("footer") && stop.checkVisibility() && stop.tabIndex >= 0).length"""))
                            .intValue());
        }
        System.err.println(screens + "\n" + stops);
        assertThat(screens)
                .allSatisfy((policy, length) -> assertThat(length).as(policy).isLessThanOrEqualTo(MOST_SCREENS));
        assertThat(stops)
                .allSatisfy((policy, count) -> assertThat(count).as(policy).isLessThanOrEqualTo(MOST_STOPS));
    }

    @Test
    void a_brief_is_one_sheet_of_paper_and_names_what_it_leaves_out() {
        start("en");
        // A4 less the margins of the style sheet, in pixels of 1/96 inch.
        page.setViewportSize(680, 994);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String thing : List.of(
                "policy/2021-most-green-development-action-plan",
                "policy/2020-state-council-high-quality-development",
                "target/2021-green/energy-intensity-all",
                "zone/zhongguancun")) {
            for (String lang : List.of("zh", "en")) {
                page.navigate(site.url("/brief/" + thing + "?lang=" + lang));
                assertThat(((Number) page.evaluate("document.querySelector('.sheet').offsetHeight")).doubleValue())
                        .as(thing + " " + lang)
                        .isBetween(500.0, 994.0);
            }
        }
        page.navigate(site.url("/brief/target/2021-green/energy-intensity-all?lang=en"));
        assertThat(page.locator(".sheet")).containsText("Also on the whole page");
    }
}
