package org.torchgraph.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.Accessibility;
import org.torchgraph.kit.ReaderTest;

/** Asking saved questions in Chromium. */
class QuestionsInBrowserTest extends ReaderTest {

    @Test
    void a_table_is_sorted_by_the_heading_that_is_pressed_and_empty_cells_come_last() {
        page.setViewportSize(1280, 800);
        page.navigate(site.url("/queries/targets-due-in?lang=en"));
        Locator heading = page.locator("thead th").filter(new Locator.FilterOptions().setHasText("share"));
        Locator shares = page.locator("tbody td[data-label=Share]");
        int rows = shares.count();
        heading.locator("button").click();
        assertThat(heading).hasAttribute("aria-sort", "ascending");
        assertThat(shares.first()).hasText("50%");
        assertThat(shares.last()).containsText("—");
        heading.locator("button").click();
        assertThat(heading).hasAttribute("aria-sort", "descending");
        assertThat(shares.first()).hasText("50%");
        Locator names = page.locator("tbody td[data-label=Target]");
        List<String> before = names.allInnerTexts();
        page.locator("thead th").first().locator("button").click();
        assertThat(names).hasCount(rows);
        assertThat(names.allInnerTexts())
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER)
                .hasSameElementsAs(before);
        assertThat(heading).not().hasAttribute("aria-sort", Pattern.compile(".*"));
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/queries",
                "/queries/policy-timeline?",
                "/queries/issuers?",
                "/queries/quantity-series?",
                "/queries/indicator-tree?",
                "/queries/first-level-weights?",
                "/queries/target-outcome?this=id/target/2022-plan/number-of-zones",
                "/queries/sub-goals?",
                "/queries/lineage?",
                "/queries/zones?",
                "/brief/policy/2020-state-council-high-quality-development?",
                "/queries/system-counterparts?",
                "/queries/stages?embed=1",
                "/compare?",
                "/compare?thing=id/policy/2020-state-council-high-quality-development&thing=id/policy/2021-most-green-development-action-plan"
            })
    void pages_have_no_fault_when_chinese_dark_and_narrow_or_english_light_and_wide(String path) {
        for (String lang : List.of("zh", "en")) {
            page.setViewportSize(lang.equals("zh") ? 320 : 1280, 800);
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setColorScheme(lang.equals("zh") ? ColorScheme.DARK : ColorScheme.LIGHT));
            page.navigate(site.url(path + (path.contains("?") ? "&" : "?") + "lang=" + lang));
            assertThat(Accessibility.faults(page)).as(lang).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(lang)
                    .isEqualTo(true);
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void a_question_is_asked_about_another_thing_and_the_answer_taken_away() throws Exception {
        page.navigate(site.url("/queries/quantity-series"));
        page.locator("#p-quantity").selectOption("id/quantity/number-of-enterprises");
        page.locator("main form button").click();
        assertThat(page).hasURL(Pattern.compile(".*quantity=id%2Fquantity%2Fnumber-of-enterprises"));
        assertThat(page.locator("#p-quantity")).hasValue("id/quantity/number-of-enterprises");
        assertThat(page.locator("svg.chart .mark").first()).isVisible();
        Download csv = page.waitForDownload(
                () -> page.locator(".downloads a[href*='.csv']").first().click());
        assertThat(Files.readString(csv.path()))
                .contains("number-of-enterprises")
                .doesNotContain("number-of-zones");
        assertThat(errors).isEmpty();
    }

    @Test
    void a_picture_is_saved_as_svg_and_drawn_as_png_twice_as_large() throws Exception {
        page.navigate(site.url("/queries/zones?lang=zh"));
        Download svg =
                page.waitForDownload(() -> page.locator(".save a").first().click());
        assertThat(svg.suggestedFilename()).isEqualTo("zones.svg");
        assertThat(Files.readString(svg.path())).contains("年份未载");
        Download png =
                page.waitForDownload(() -> page.locator(".save button").first().click());
        assertThat(png.suggestedFilename()).isEqualTo("zones.png");
        BufferedImage picture = ImageIO.read(png.path().toFile());
        assertThat(picture.getWidth()).isEqualTo(1920);
        assertThat(IntStream.range(0, picture.getHeight())
                        .mapToObj(y -> picture.getRGB(picture.getWidth() / 2, y))
                        .distinct()
                        .count())
                .as("colours in the middle")
                .isGreaterThan(2);
        assertThat(errors).isEmpty();
    }

    @Test
    void paper_has_whole_tables_and_no_buttons_and_a_brief_is_printed_by_a_press() {
        page.navigate(site.url("/queries/policy-timeline?lang=en"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String gone : List.of(".site-nav", ".downloads", ".rest", ".save", ".lang")) {
            assertThat(page.locator(gone).first()).isHidden();
        }
        assertThat(page.locator("svg.chart").first()).isVisible();
        assertThat(page.locator(".chrono").first()).isHidden();
        assertThat(page.locator(".site-foot .on-paper")).containsText("/queries/policy-timeline");
        page.navigate(site.url("/?lang=en"));
        assertThat(page.locator(".folded td").first()).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        assertThat(page.locator(".folded td").first()).isHidden();
        page.navigate(site.url("/brief/policy/2020-state-council-high-quality-development?lang=en"));
        page.evaluate("window.print = () => { document.title = 'printed'; }");
        page.locator("[data-print]").click();
        assertThat(page).hasTitle("printed");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("[data-print]")).isHidden();
        assertThat(page.locator(".site-head")).isHidden();
        assertThat(page.locator(".masthead")).isVisible();
        assertThat(errors).isEmpty();
    }

    @Test
    void on_a_phone_time_runs_down_years_have_room_and_a_graph_moves_in_a_frame_that_lets_the_page_scroll() {
        page.setViewportSize(320, 700);
        page.navigate(site.url("/queries/policy-timeline"));
        assertThat(page.locator("svg.chart")).isHidden();
        assertThat(page.locator(".chrono li"))
                .hasCount(page.locator("main tbody tr").count());
        String latest = page.locator(".chrono a").last().getAttribute("href");
        page.locator(".chrono a").last().click();
        assertThat(page).hasURL(site.url(latest));

        page.navigate(site.url("/queries/quantity-series"));
        assertThat(page.locator("svg.chart")).isVisible();
        assertThat(
                        page.evaluate(
                                """
                        () => {
                          const years = [...document.querySelectorAll(".chart .axis[text-anchor=middle]")]
                            .map((year) => year.getBoundingClientRect()).filter((box) => box.width);
                          return years.length > 2 && years.every((box, at) => !at || years[at - 1].right < box.left);
                        }
                        """))
                .isEqualTo(true);

        page.navigate(site.url("/queries/lineage"));
        Locator frame = page.locator(".picture .scroll");
        assertThat(frame.evaluate("frame => frame.scrollWidth > frame.clientWidth"))
                .isEqualTo(true);
        frame.focus();
        page.keyboard().press("ArrowRight");
        page.waitForFunction("() => document.querySelector('.picture .scroll').scrollLeft > 0");
        frame.scrollIntoViewIfNeeded();
        frame.hover();
        int before = (int) page.evaluate("Math.round(window.scrollY)");
        page.mouse().wheel(0, 200);
        page.waitForFunction("before => window.scrollY > before", before);
        assertThat(errors).isEmpty();
    }

    @Test
    void without_script_a_question_is_asked_and_a_tree_opened() {
        try (BrowserContext plain = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("zh-CN"))) {
            Page still = plain.newPage();
            still.navigate(site.url("/queries"));
            assertThat(still.locator("[data-filter]")).isHidden();
            still.locator("main a[href='/queries/indicator-tree']").click();
            assertThat(still.locator("[data-copy]").first()).isHidden();
            assertThat(still.locator(".tree a[href='/doc/indicator/2021/rd-institutions']"))
                    .isHidden();
            still.locator(".tree .leaf > li > details > summary").first().click();
            assertThat(still.locator(".tree a[href='/doc/indicator/2021/rd-institutions']"))
                    .isVisible();
            still.locator("#p-this").selectOption("id/indicator-system/2024");
            still.locator("main form button").click();
            assertThat(still.locator("main table")).isVisible();
            assertThat(still.locator("#p-this")).hasValue("id/indicator-system/2024");
        }
    }

    @Test
    void the_list_is_narrowed_by_what_is_typed() {
        page.navigate(site.url("/queries"));
        int all = page.locator(".questions > li").count();
        int wanted = page.locator(".questions > li", new Page.LocatorOptions().setHasText("province"))
                .count();
        assertThat(wanted).isBetween(1, 10);
        page.locator("#filter").pressSequentially("Province");
        assertThat(page.locator(".questions > li:visible")).hasCount(wanted);
        assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("Policy")))
                .isHidden();
        assertThat(page.getByText(wanted + " of " + all + " questions")).isVisible();
        page.locator("#filter").fill("");
        assertThat(page.locator(".questions > li:visible")).hasCount(all);
        assertThat(errors).isEmpty();
    }

    @Test
    void the_code_to_embed_shows_the_answer_inside_another_page() throws IOException {
        page.navigate(site.url("/queries/targets-due-in?year=2025&lang=zh"));
        String code = page.locator("#code-embed").textContent();
        String bare = code.replace("embed=1", "").replaceFirst("iframe", "iframe id=bare");
        byte[] elsewhere = ("<!doctype html><title>Elsewhere</title>" + code + bare).getBytes(StandardCharsets.UTF_8);
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(200, elsewhere.length);
            exchange.getResponseBody().write(elsewhere);
            exchange.close();
        });
        other.start();
        try {
            String address = "http://127.0.0.1:" + other.getAddress().getPort() + "/";
            sites.add(address);
            page.navigate(address);
            FrameLocator frame = page.frameLocator("iframe:not(#bare)");
            assertThat(frame.locator("h1")).hasText("某年到期的量化目标");
            assertThat(frame.locator("table")).isVisible();
            assertThat(page.frameLocator("#bare").locator("table")).hasCount(0);
        } finally {
            other.stop(0);
        }
    }
}
