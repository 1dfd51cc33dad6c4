package org.torchgraph.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.Accessibility;
import org.torchgraph.kit.ReaderTest;

/** The pages of things of each class, read and walked in Chromium. */
class ThingPagesInBrowserTest extends ReaderTest {
    private static final String POLICY = "/doc/policy/2021-most-green-development-action-plan";
    private static final String TARGET = "/doc/target/2021-green/energy-intensity-all";

    @AfterEach
    void nothing_failed_and_nothing_was_asked_of_another_site() {
        assertThat(errors).isEmpty();
        assertThat(requests).extracting(Request::url).allMatch(url -> url.startsWith(site.url("/")));
    }

    private Locator link(Locator within, String name) {
        return within.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private boolean isLoaded(String file) {
        return requests.stream().anyMatch(request -> request.url().contains(file));
    }

    @Test
    void a_reader_goes_from_search_to_policy_to_goal_to_evidence() {
        page.navigate(site.url("/search?q=green+development+action&lang=en"));
        page.locator(".hits a")
                .filter(new Locator.FilterOptions().setHasText("Special Action on Green Development"))
                .first()
                .click();
        assertThat(page).hasURL(site.url(POLICY + "?lang=en"));
        link(page.locator("#panel-policy-goals"), "energy intensity in 2025, zones as a whole")
                .click();
        assertThat(page).hasURL(site.url(TARGET + "?lang=en"));
        assertThat(page.locator("#panel-target-outcome")).containsText("≤ 0.4 tce/10⁴ CNY");
        page.locator("#evidence a")
                .filter(new Locator.FilterOptions().setHasText("lines 246–251"))
                .click();
        assertThat(page.locator("h1")).hasText("chronicle of national high-tech zone policies, 1988-2021 · 246–251");
        assertThat(page.locator("#statements")).containsText("F244E5F7FC0203");
    }

    @Test
    void the_links_are_drawn_when_asked_for_and_walked_by_the_keyboard() {
        page.navigate(site.url(TARGET + "?lang=en"));
        page.waitForLoadState();
        assertThat(isLoaded("walk.js") || isLoaded("cytoscape")).isFalse();
        page.locator("#walk > summary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#walk canvas").first()).isVisible();
        assertThat(page.locator("#walk [role=status]"))
                .hasText(Pattern.compile("energy intensity in 2025, zones as a whole: \\d+ neighbours are shown"));
        Locator quantity = page.locator("#walk li")
                .filter(new Locator.FilterOptions().setHasText("on quantity →"))
                .getByRole(AriaRole.BUTTON);
        quantity.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#walk [role=status]")).containsText("energy use per unit of industrial value added: ");
        assertThat(page.locator("#walk li")
                        .filter(new Locator.FilterOptions().setHasText("← on quantity"))
                        .first())
                .isVisible();
        assertThat(Accessibility.faults(page)).isEmpty();
        page.locator("#walk a").click();
        assertThat(page).hasURL(site.url("/doc/quantity/energy-per-industrial-value-added?lang=en"));
    }

    @Test
    void without_scripts_the_links_stand_as_text() {
        try (BrowserContext plain = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"))) {
            Page bare = plain.newPage();
            bare.navigate(site.url(TARGET));
            bare.locator("#walk > summary").click();
            assertThat(bare.locator("#walk")).containsText("Without scripts");
            bare.locator("#all > summary").click();
            link(bare.locator("#statements"), "energy use per unit of industrial value added")
                    .click();
            assertThat(bare).hasURL(site.url("/doc/quantity/energy-per-industrial-value-added"));
        }
    }

    @Test
    void a_row_of_a_panel_opens_its_evidence_over_the_table_with_scripts_and_without_and_on_a_phone() {
        for (boolean scripts : List.of(true, false)) {
            for (int width : List.of(1280, 320)) {
                try (BrowserContext reader = browser.newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(scripts)
                        .setViewportSize(width, 800)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("en-GB"))) {
                    Page read = reader.newPage();
                    read.navigate(site.url(POLICY));
                    Locator last = read.locator("#panel-policy-goals > .scroll tbody tr")
                            .last();
                    Locator mark = last.locator("details.ev").first();
                    mark.locator("summary").focus();
                    read.keyboard().press("Enter");
                    Locator note = mark.locator(".ev-pop");
                    assertThat(note).isVisible();
                    assertThat(note.locator("dt")).containsText(new String[] {"Source", "Basis"});
                    // Hit by the pointer where it is drawn: no edge of the table cuts it off.
                    note.getByRole(AriaRole.LINK).last().click();
                    assertThat(read).hasURL(site.url("/doc/concept/basis/stated"));
                }
            }
        }
    }

    @Test
    void the_first_paint_needs_one_page_and_one_sheet_and_little_is_sent() {
        page.navigate(site.url("/doc/indicator-system/2021"));
        page.waitForLoadState();
        assertThat(requests)
                .extracting(Request::resourceType)
                .filteredOn(type -> type.equals("document") || type.equals("stylesheet"))
                .containsExactly("document", "stylesheet");
        assertThat(page.locator("head script[src]:not([defer])")).hasCount(0);
        int sent = requests.stream()
                .mapToInt(request -> request.sizes().responseBodySize)
                .sum();
        assertThat(sent).isPositive().isLessThan(150 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                POLICY,
                TARGET,
                "/doc/target/2022-plan/number-of-zones",
                "/doc/goal/2021-green/carbon-peak-some",
                "/doc/org/most",
                "/doc/indicator-system/2021",
                "/doc/indicator/2021/green-livability",
                "/doc/quantity/energy-per-industrial-value-added",
                "/doc/zone/zhongguancun",
                "/doc/concept/new-development-concepts/green",
                "/doc/claim/2021-green-energy-all-comparator",
                "/doc/evidence/2021-green-targets",
                "/doc/source/chronicle-1988-2021",
                "/doc/graph/policies/2021-most-green-development-action-plan"
            })
    void a_page_of_each_class_has_no_fault_on_a_small_phone_light_in_one_language_and_dark_in_the_other(String path) {
        page.setViewportSize(320, 700);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            String lang = scheme == ColorScheme.LIGHT ? "en" : "zh";
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(page.navigate(site.url(path + "?lang=" + lang)).status()).isEqualTo(200);
            assertThat(Accessibility.faults(page)).as(scheme + " " + lang).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }
}
