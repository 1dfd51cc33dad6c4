package org.torchgraph.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.ChromiumTest;

/** What is read does not move: each page keeps the room that comes to be filled. */
class LayoutShiftTest extends ChromiumTest {
    /** 0.1 is called good; what moves here is the width of a button. */
    private static final double LITTLE = 0.005;

    /** Chromium forgives a shift that follows a press; here all are counted. */
    private static final String OBSERVED =
            """
            window.shift = 0;
            window.shifted = [];
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
              window.shift += entry.value;
              window.shifted.push(...entry.sources.map((source) => (source.node?.outerHTML ?? source.node?.data ?? "").slice(0, 120)));
            })).observe({ type: "layout-shift", buffered: true });
            """;

    private void keeps_its_place(String path, int width, boolean asks) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800))) {
            context.addInitScript(OBSERVED);
            Page page = context.newPage();
            page.navigate(site.url(path));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            if (asks) {
                page.locator(".tabPanel.active .yasqe_queryButton").click();
                assertThat(page.locator(".tabPanel.active .dt-info")).isVisible();
            }
            // Shifts are told after the frame in which they were.
            page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))");
            assertThat((Number) page.evaluate("window.shift"))
                    .as(width + " " + page.evaluate("window.shifted"))
                    .satisfies(shift -> assertThat(shift.doubleValue()).isLessThan(LITTLE));
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
        keeps_its_place(path, 1280, false);
        keeps_its_place(path, 360, false);
    }

    @ParameterizedTest
    @CsvSource({"1280", "360"})
    void the_editor_does_not_move_when_the_answer_comes(int width) {
        keeps_its_place("/sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%2060", width, true);
    }
}
