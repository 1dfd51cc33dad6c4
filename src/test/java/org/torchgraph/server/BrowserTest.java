package org.torchgraph.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.Accessibility;
import org.torchgraph.kit.ReaderTest;
import org.torchgraph.kit.StaticHost;
import org.torchgraph.site.files.StaticSearchIndex;

/** What a reader does, done in Chromium. */
class BrowserTest extends ReaderTest {
    private static final String POLICY = "/doc/policy/2021-most-green-development-action-plan";

    private void visit(String path) {
        assertThat(page.navigate(site.url(path)).status()).isEqualTo(200);
    }

    @Test
    void axe_finds_a_picture_without_words_and_a_name_that_is_not_the_visible_one() {
        page.setContent(
                "<html lang=en><title>t</title><main><h1>t</h1><img src='data:,'><button aria-label=Cancel>Send</button></main>");
        assertThat(String.join("\n", Accessibility.faults(page))).contains("image-alt", "label-content-name-mismatch");
    }

    @Test
    void a_reader_goes_from_home_to_a_policy_and_its_evidence() {
        visit("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Special Action on Green Development"))
                .first()
                .click();
        assertThat(page).hasURL(site.url(POLICY));
        assertThat(page.locator("h1")).containsText("Special Action on Green Development");
        page.locator(".ev > summary").first().click();
        assertThat(page.locator(".ev[open] .ev-pop").first()).isVisible();
        page.locator("details.lang > summary").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("中文")).click();
        assertThat(page.locator("h1")).hasText("国家高新区绿色发展专项行动实施方案");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
        assertThat(errors).isEmpty();
    }

    @Test
    void a_reader_searches_filters_and_goes_to_a_policy() {
        visit("/?lang=zh");
        page.locator("#q").fill("国科发火[2021]28号");
        page.locator("#q").press("Enter");
        assertThat(page.locator(".hits li").nth(1)).isVisible();
        page.locator(".facet input[value='def#Policy']").check();
        page.locator("#filters button").click();
        assertThat(page.locator(".hits li")).hasCount(1);
        assertThat(page.locator(".facet input[value='def#Policy']")).isChecked();
        assertThat(page.locator(".hits mark").first()).hasText("国科发火〔2021〕28号");
        page.locator(".hits a").click();
        assertThat(page).hasURL(site.url(POLICY + "?lang=zh"));
        assertThat(errors).isEmpty();
    }

    @Test
    void the_search_of_the_static_site_puts_names_and_questions_first_and_says_what_it_left_out(@TempDir Path folder)
            throws IOException {
        Files.writeString(
                folder.resolve("search.html"),
                """
                <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Search</title><link rel="icon" href="data:,"><script src="index.js" defer></script>
                <script src="search.js" defer></script><p id="found" data-without="Left out:"></p><ol id="hits"></ol></html>
                """);
        Files.writeString(
                folder.resolve("index.js"),
                """
                window.staticIndex = [["doc/a.html", "Green plan for zones", "", "Policy", ""], ["queries/q.html", "Green plans", "", "", ""],
                  ["doc/b.html", "Green plan", "绿色规划", "Policy", ""], ["doc/c.html", "Green", "", "", ""]];
                """);
        try (InputStream script =
                        StaticSearchIndex.class.getResourceAsStream("/org/torchgraph/site/assets/static-search.js");
                StaticHost host = new StaticHost(folder)) {
            Files.copy(script, folder.resolve("search.js"));
            sites.add(host.web().url("/"));
            page.navigate(host.web().url("/search.html?q=green+plan"));
            assertThat(page.locator("#hits a"))
                    .hasText(new String[] {"Green plan", "Green plans", "Green plan for zones"});
            assertThat(page.locator("#found")).hasText("3");
            page.navigate(host.web().url("/search.html?q=which+green+plan+for+unicorns"));
            assertThat(page.locator("#hits a"))
                    .hasText(new String[] {"Green plans", "Green plan", "Green plan for zones"});
            assertThat(page.locator("#found")).hasText("3 · Left out: unicorns");
            page.navigate(host.web().url("/search.html?q=绿色的规划"));
            assertThat(page.locator("#hits a")).hasText("Green plan");
            page.navigate(host.web().url("/search.html?q=unicorns"));
            assertThat(page.locator("#found")).hasText("0");
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void suggestions_are_reached_by_the_keyboard() {
        visit("/doc/org/most?lang=zh");
        page.locator("#site-q").pressSequentially("国家高新区绿色发展专项行动");
        assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
        assertThat(page.getByRole(AriaRole.COMBOBOX)).hasAttribute("aria-expanded", "true");
        assertThat(Accessibility.faults(page)).isEmpty();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.COMBOBOX)).hasAttribute("aria-expanded", "false");
        page.keyboard().press("ArrowDown");
        String active = page.locator("#site-q").getAttribute("aria-activedescendant");
        assertThat(page.locator("#" + active)).hasAttribute("aria-selected", "true");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(site.url(POLICY + "?lang=zh"));
        assertThat(errors).isEmpty();
    }

    @Test
    void search_and_the_first_page_work_without_scripts() {
        try (BrowserContext plain = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"))) {
            Page bare = plain.newPage();
            bare.navigate(site.url("/"));
            assertThat(bare.locator("svg.chart a").first()).isVisible();
            bare.locator("#q").fill("green development");
            bare.locator("#q-form button").click();
            bare.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Special Action on Green Development"))
                    .first()
                    .click();
            assertThat(bare).hasURL(site.url(POLICY));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=zones", "/search?q=nothingatall", "/search", "/search?q=zones&page=9999"})
    void search_and_the_first_page_have_no_fault_when_dark_or_on_a_small_phone(String path) {
        page.setViewportSize(320, 700);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        for (String lang : List.of("zh", "en")) {
            page.navigate(site.url(path + (path.contains("?") ? "&" : "?") + "lang=" + lang));
            assertThat(Accessibility.faults(page)).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void a_question_is_asked_with_another_value() {
        visit("/queries/targets-due-in");
        assertThat(page.locator("main table")).containsText("energy intensity");
        page.locator("select[name=year]").selectOption("2010");
        page.locator("main form button").click();
        assertThat(page).hasURL(Pattern.compile(".*year=2010.*"));
        assertThat(page.locator("select[name=year]")).hasValue("2010");
        assertThat(page.locator("main")).not().containsText("energy intensity");
        page.navigate(site.url("/queries/targets-due-in?year=soon"));
        assertThat(page.locator("main")).containsText("soon");
        assertThat(page.locator("main")).containsText("year");
    }

    @Test
    void the_editor_runs_a_query_and_shows_its_rows() {
        visit(
                "/sparql?query=SELECT%20%3Ftitle%20%7B%20%3Fp%20a%20%3Chttps%3A%2F%2Fw3id.org%2Ftorchgraph%2Fdef%23Policy%3E"
                        + "%20%3B%20%3Chttp%3A%2F%2Fpurl.org%2Fdc%2Fterms%2Ftitle%3E%20%3Ftitle%20%7D");
        page.locator(".yasqe_queryButton").first().click();
        assertThat(page.locator(".yasr table")).containsText("国家高新区绿色发展专项行动实施方案");
    }

    @Test
    void the_editor_opens_with_the_query_of_the_link_each_time() {
        for (String name : List.of("One", "Two", "Three", "Four", "Two")) {
            visit("/sparql?query=ASK%20%7B%20%3F" + name + "%20%3Fp%20%3Fo%20%7D");
            assertThat(page.locator(".tabPanel.active .CodeMirror-code")).containsText("?" + name);
        }
        assertThat(errors).noneMatch(error -> error.contains("Uncaught") || error.contains("uninitialized"));
    }

    @Test
    void without_script_a_query_can_still_be_sent() {
        try (BrowserContext plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page still = plain.newPage();
            still.navigate(site.url("/sparql"));
            still.locator("textarea").fill("ASK { ?s ?p ?o }");
            still.locator("main form button").click();
            still.waitForURL(site.url("/sparql"));
            assertThat(still.locator("body")).containsText("true");
        }
    }

    @Test
    void the_canonical_name_is_copied() {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        visit(POLICY);
        page.locator("#cite > summary").click();
        page.locator("[data-copy=iri]").click();
        assertThat(page.evaluate("navigator.clipboard.readText()"))
                .isEqualTo("https://w3id.org/torchgraph/id/policy/2021-most-green-development-action-plan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                POLICY,
                "/queries",
                "/queries/targets-due-in",
                "/queries/stages",
                "/queries/issuers",
                "/search?q=green",
                "/def",
                "/export",
                "/about",
                "/versions",
                "/doc/org/most",
                "/doc/indicator-system/2021"
            })
    void pages_have_no_accessibility_fault_and_no_console_error(String path) {
        visit(path);
        // The terms of a vocabulary are alike, and all of them take axe a minute: the first stand for the others.
        page.evaluate("document.querySelectorAll('.terms > :nth-child(n + 13)').forEach((term) => term.remove())");
        assertThat(Accessibility.faults(page)).isEmpty();
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", POLICY, "/queries/targets-due-in", "/queries/policies", "/def"})
    void pages_do_not_scroll_sideways_on_a_phone(String path) {
        page.setViewportSize(360, 740);
        visit(path);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }
}
