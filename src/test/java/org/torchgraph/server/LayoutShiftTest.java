package org.torchgraph.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.ChromiumTest;

/** What is read does not move: each page keeps the room that comes to be filled. */
class LayoutShiftTest extends ChromiumTest {
    /** 0.1 is called good; what moves here is the width of a button. */
    private static final double LITTLE = 0.005;

    /** What follows a press within half a second was asked for, and is not counted. */
    private static final String OBSERVED =
            """
            window.shift = 0;
            window.shifted = [];
            new PerformanceObserver((list) => list.getEntries().filter((entry) => !entry.hadRecentInput).forEach((entry) => {
              window.shift += entry.value;
              window.shifted.push(...entry.sources.map((source) => (source.node?.outerHTML ?? source.node?.data ?? "").slice(0, 120)));
            })).observe({ type: "layout-shift", buffered: true });
            """;

    private static final String PLACES =
            """
            () => [".brand svg", ".site-nav"].map((part) => {
              const { x, y, width, height } = document.querySelector(".site-head " + part).getBoundingClientRect();
              return [x, y, width, height].map(Math.round).join(" ");
            })""";

    private static final String PLACES_WITHOUT =
            """
            (last) => {
              const part = document.querySelector(".site-head " + last);
              const next = part.nextSibling, parent = part.parentNode;
              part.remove();
              const places = (%s)();
              parent.insertBefore(part, next);
              return places;
            }"""
                    .formatted(PLACES);

    /** @param comes what is seen when the answer is there, or null when nothing is asked */
    private void keeps_its_place(String path, int width, String comes) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800))) {
            context.addInitScript(OBSERVED);
            Page page = context.newPage();
            page.navigate(site.url(path));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            if (comes != null) {
                page.route(url -> url.endsWith("/sparql"), LayoutShiftTest::late);
                page.locator(".tabPanel.active .yasqe_queryButton").click();
                assertThat(page.locator(".tabPanel.active " + comes)).isVisible();
            }
            // Shifts are told after the frame in which they were.
            page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))");
            assertThat((Number) page.evaluate("window.shift"))
                    .as(width + " " + page.evaluate("window.shifted"))
                    .satisfies(shift -> assertThat(shift.doubleValue()).isLessThan(LITTLE));
        }
    }

    private static void late(Route route) {
        try {
            Thread.sleep(800);
            route.resume();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search?q=高新区",
                "/queries",
                "/queries/stages",
                "/queries/targets-due-in",
                "/doc/policy/2021-most-green-development-action-plan",
                "/doc/org/most",
                "/doc/indicator-system/2021",
                "/def",
                "/sparql",
                "/sparql?query=ASK%20%7B%7D"
            })
    void a_page_does_not_move_while_it_loads(String path) {
        keeps_its_place(path, 1280, null);
        keeps_its_place(path, 360, null);
    }

    /** A head is read in pieces on a slow line; the parts that are there stand where they will stay. */
    @ParameterizedTest
    @CsvSource({"1280", "700", "360"})
    void parts_of_the_head_keep_their_place_when_the_last_ones_come(int width) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800))) {
            Page page = context.newPage();
            for (String language : new String[] {"en", "zh"}) {
                page.navigate(site.url("/queries?lang=" + language));
                for (String last : new String[] {".lang", ".head-tools"}) {
                    assertThat(page.locator(".site-head " + last).count()).isEqualTo(1);
                    assertThat(page.evaluate(PLACES_WITHOUT, last))
                            .as(width + " " + language + " " + last)
                            .isEqualTo(page.evaluate(PLACES));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1280", "360"})
    void the_editor_does_not_move_when_the_answer_comes(int width) {
        keeps_its_place("/sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%2060", width, ".dt-info");
        keeps_its_place("/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20123456789%20%7D", width, ".outcome .refusal");
        keeps_its_place("/sparql?query=ASK%20%7B%20%3Fs", width, ".outcome .refusal");
    }
}
