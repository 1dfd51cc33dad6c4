package org.torchgraph.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.torchgraph.kit.ReaderTest;

/** The site with the keyboard alone: nothing is clicked, and nothing is focused but by keys. */
class KeyboardTest extends ReaderTest {
    /** More stops than any page here has before what is looked for. */
    private static final int STOPS = 120;

    /** Where the keyboard is: whether that is seen, and whether it is what is looked for. */
    private static final String AT =
            """
            (wanted) => {
              const at = document.activeElement;
              // A text in lines is typed into a field that is not seen itself.
              const shown = at.closest(".CodeMirror") && at.tagName === "TEXTAREA" ? at.closest(".CodeMirror") : at;
              const style = getComputedStyle(shown);
              const box = shown.getBoundingClientRect();
              return {
                name: shown.outerHTML.slice(0, 150),
                found: at.matches(wanted),
                nowhere: at === document.body,
                outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
                seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
              };
            }""";

    private Keyboard keys;

    @Override
    protected Browser.NewContextOptions reader() {
        return new Browser.NewContextOptions().setLocale("en-GB").setReducedMotion(ReducedMotion.REDUCE);
    }

    @BeforeEach
    void set() {
        page.setDefaultTimeout(12_000);
        keys = page.keyboard();
    }

    /** From stop to stop, each of them seen, until one is what is looked for. */
    private void go(String key, String wanted) {
        for (int stop = 0; stop < STOPS; stop++) {
            keys.press(key);
            Map<?, ?> at = (Map<?, ?>) page.evaluate(AT, wanted);
            if (at.get("nowhere").equals(true)) {
                continue; // from the last stop on, the browser's own frame comes before the first
            }
            assertThat(at.get("outlined")).as("outline of " + at.get("name")).isEqualTo(true);
            assertThat(at.get("seen")).as("in view: " + at.get("name")).isEqualTo(true);
            if (at.get("found").equals(true)) {
                return;
            }
        }
        throw new AssertionError("The key " + key + " never leads to " + wanted);
    }

    @Test
    void from_home_by_search_to_a_policy_its_goal_and_the_evidence() {
        page.navigate(site.url("/"));
        go("Tab", ".skip");
        go("Tab", "#q");
        keys.type("green development");
        keys.press("Enter");
        page.waitForURL(Pattern.compile(".*/search\\?q=green.*"));
        go("Tab", ".hits a[href*='/doc/policy/2021-most-green-development-action-plan']");
        keys.press("Enter");
        assertThat(page.locator("h1")).containsText("Special Action on Green Development");
        go("Tab", "main a[href*='/doc/target/']");
        keys.press("Enter");
        page.waitForURL(Pattern.compile(".*/doc/target/.*"));
        go("Tab", "details.ev > summary");
        keys.press("Enter");
        assertThat(page.locator("details.ev[open] .ev-pop")).isVisible();
        keys.press("Escape");
        assertThat(page.locator("details.ev[open]")).hasCount(0);
        assertThat(page.locator("details.ev > summary:focus")).hasCount(1);
        go("Shift+Tab", ".lang > summary");
        keys.press("Enter");
        go("Tab", ".lang a[hreflang='zh-Hans']");
        keys.press("Enter");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
    }

    @Test
    void a_saved_query_is_asked_with_another_value_and_its_csv_taken() throws IOException {
        page.navigate(site.url("/"));
        go("Tab", ".site-nav a[href^='/queries']");
        keys.press("Enter");
        page.waitForURL(site.url("/queries"));
        go("Tab", "#filter");
        keys.type("targets due");
        go("Tab", "a[href^='/queries/targets-due-in']");
        keys.press("Enter");
        page.waitForURL(site.url("/queries/targets-due-in"));
        go("Tab", "#p-year");
        keys.type("2010");
        assertThat(page.locator("#p-year")).hasValue("2010");
        go("Tab", "main form button");
        keys.press("Enter");
        page.waitForURL(Pattern.compile(".*year=2010.*"));
        go("Tab", "main a[href$='.csv?year=2010']");
        Download csv = page.waitForDownload(() -> keys.press("Enter"));
        assertThat(Files.readString(csv.path()))
                .startsWith("target,")
                .contains("id/target/eleventh-plan/world-class-parks");
    }

    @Test
    void a_query_is_written_run_and_left_and_a_result_followed() {
        page.navigate(site.url("/"));
        go("Tab", ".site-nav a[href^='/sparql']");
        keys.press("Enter");
        assertThat(page.locator(".tabPanel.active .CodeMirror-code")).isVisible();
        go("Tab", ".skip");
        keys.press("Enter");
        go("Tab", "main summary");
        assertThat(page.locator("#editor-keys")).containsText("Esc leaves the text");
        go("Tab", ".yasqe .CodeMirror textarea");
        assertThat(page.locator(".yasqe .CodeMirror textarea:focus")).hasAttribute("aria-describedby", "editor-keys");
        keys.press("Control+a");
        keys.type("SELECT ?p { ?p a <https://w3id.org/torchgraph/def#Policy> } ORDER BY ?p LIMIT 3");
        // A list of names may be open; it takes the first of the two.
        keys.press("Escape");
        keys.press("Escape");
        assertThat(page.locator(".yasqe_queryButton:focus")).hasCount(1);
        keys.press("Enter");
        assertThat(page.locator(".tabPanel.active .dt-info")).hasText("Rows 1 to 3 of 3");
        go("Tab", ".yasr a.iri");
        keys.press("Enter");
        page.waitForURL(Pattern.compile(".*/doc/(policy|document)/.*"));
    }

    @Test
    void tabs_are_made_named_closed_and_brought_back() {
        page.navigate(site.url("/sparql"));
        assertThat(page.locator(".tabPanel.active .CodeMirror-code")).isVisible();
        go("Tab", "#editor .addTab");
        keys.press("Enter");
        assertThat(page.locator("#editor [role=tab]")).hasCount(2);
        go("Shift+Tab", "#editor [role=tab]");
        keys.press("F2");
        keys.press("Control+a");
        keys.type("Mine");
        keys.press("Delete");
        keys.press("ArrowLeft");
        keys.press("Enter");
        assertThat(page.locator("#editor [role=tab]:focus")).containsText("Mine");
        assertThat(page.locator("#editor [role=tab]")).hasCount(2);
        keys.press("Delete");
        assertThat(page.locator("#editor [role=tab]")).hasCount(1);
        assertThat(page.locator("#editor [role=tab]:focus")).hasCount(1);
        keys.press("Shift+F10");
        assertThat(page.locator("#editor [role=menuitem]:focus")).hasText("New tab");
        keys.press("ArrowUp");
        assertThat(page.locator("#editor [role=menuitem]:focus")).hasText("Reopen the last closed tab");
        keys.press("Enter");
        assertThat(page.locator("#editor [role=menu]")).hasCount(0);
        assertThat(page.locator("#editor [role=tab]:focus")).containsText("Mine");
    }
}
