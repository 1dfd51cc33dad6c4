package org.torchgraph.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.MouseButton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.torchgraph.kit.Accessibility;
import org.torchgraph.kit.ReaderTest;

/** What somebody who writes queries does, done in Chromium. */
class EditorBrowserTest extends ReaderTest {
    private static final String TITLES =
            """
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX htz: <https://w3id.org/torchgraph/def#>
            SELECT ?policy ?title {
              ?policy a htz:Policy ; dct:title ?title
              FILTER(CONTAINS(?title, "绿色发展专项行动"))
            }""";

    private static final String TRIPLES = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 40";

    @BeforeEach
    void set() {
        page.setDefaultTimeout(12_000);
    }

    private void visit(String query, String lang) {
        page.navigate(site.url("/sparql?lang=" + lang + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
        // An answer that was kept may be shown in lines too.
        assertThat(page.locator(".tabPanel.active .yasqe .CodeMirror-code")).isVisible();
    }

    private void run() {
        page.locator(".tabPanel.active .yasqe_queryButton").click();
    }

    private void write(String text) {
        page.locator(".tabPanel.active .CodeMirror-code").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(text);
        page.keyboard().press("Escape");
    }

    @Test
    void a_result_leads_to_our_page_of_it() {
        visit("ASK {}", "zh");
        write(TITLES);
        run();
        page.locator(".tabPanel.active .yasr a.iri").first().click();
        assertThat(page).hasURL(site.url("/doc/policy/2021-most-green-development-action-plan?lang=zh"));
    }

    @Test
    void the_address_of_a_query_that_was_run_is_its_link() {
        visit("ASK {}", "zh");
        write(TITLES);
        run();
        assertThat(page.locator(".tabPanel.active .yasr a.iri").first()).isVisible();
        Page other = context.newPage();
        other.navigate(page.url());
        assertThat(other.locator(".tabPanel.active .CodeMirror-code")).containsText("绿色发展专项行动");
    }

    @Test
    void a_draft_is_there_after_a_reload_and_a_link_comes_before_it() {
        page.navigate(site.url("/sparql?lang=en"));
        write("ASK { ?draft ?of ?mine }");
        page.reload();
        assertThat(page.locator(".tabPanel.active .CodeMirror-code")).containsText("?draft");
        visit("ASK { ?given ?by ?link }", "en");
        assertThat(page.locator(".tabPanel.active .CodeMirror-code")).containsText("?given");
        page.navigate(site.url("/sparql?lang=en"));
        assertThat(page.locator("#editor .tabsList [role=tab]")).hasCount(2);
    }

    @Test
    void a_syntax_error_is_told_with_its_line_in_the_language_of_the_page() {
        visit("SELECT *\nWHERE {\n  ?s ?p }", "zh");
        run();
        assertThat(page.locator(".tabPanel.active .outcome")).containsText("查询无法解析：第 3 行");
        assertThat(page.locator(".tabPanel.active .fault-line")).hasCount(1);
        visit("SELECT * { SERVICE <urn:x:y> { ?s ?p ?o } }", "en");
        run();
        assertThat(page.locator(".tabPanel.active .outcome")).containsText("SERVICE is not offered");
        assertThat(page.locator(".tabPanel.active .yasr")).isHidden();
    }

    @Test
    void an_answer_without_rows_is_explained() {
        String query = "SELECT * {\n  ?p a ?c .\n  ?p <urn:x:none> ?n .\n}";
        visit(query, "zh");
        run();
        assertThat(page.locator(".tabPanel.active .outcome")).containsText("模式（第 3 行）之前的部分合起来还有行，加上它就没有了");
        visit(query, "en");
        run();
        assertThat(page.locator(".tabPanel.active .outcome")).containsText("the pattern on line 3");
        assertThat(page.locator(".tabPanel.active .outcome code")).containsText("urn:x:none");
        visit("ASK {}", "en");
        run();
        assertThat(page.locator(".tabPanel.active .booleanResult")).isVisible();
        assertThat(page.locator(".tabPanel.active .outcome")).isEmpty();
    }

    @Test
    void an_example_is_chosen_and_run_by_the_keyboard_and_the_editor_is_left() {
        page.navigate(site.url("/sparql?lang=en"));
        assertThat(page.locator(".tabPanel.active .CodeMirror-code")).isVisible();
        page.locator("details.more > summary").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        String title = page.locator(".examples a:focus").textContent();
        page.keyboard().press("Enter");
        assertThat(page.locator("#editor .tabsList .active")).containsText(title);
        assertThat(page.locator(".tabPanel.active .CodeMirror-focused")).isVisible();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".tabPanel.active .yasr table")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("Tab");
        assertThat(page.locator(".tabPanel.active .CodeMirror-focused")).hasCount(0);
    }

    @Test
    void our_own_terms_are_completed_by_label_too() {
        visit("ASK {}", "en");
        page.locator(".tabPanel.active .CodeMirror-code").click();
        page.keyboard().press("Control+a");
        page.keyboard().press("Delete");
        page.keyboard().type("SELECT * { ?x a Polic");
        assertThat(page.locator(".CodeMirror-hint").first()).containsText("htz:Policy");
        page.keyboard().press("Enter");
        assertThat(page.locator(".tabPanel.active .CodeMirror-code")).containsText("?x a htz:Policy");
        assertThat(page.locator(".tabPanel.active .CodeMirror-code"))
                .containsText("PREFIX htz: <https://w3id.org/torchgraph/def#>");
    }

    @Test
    void numbers_are_drawn_as_bars() {
        visit("SELECT ?c (COUNT(*) AS ?n) { ?x a ?c } GROUP BY ?c ORDER BY DESC(?n) LIMIT 5", "zh");
        run();
        page.locator(".tabPanel.active .select_bars").click();
        assertThat(page.locator(".tabPanel.active .yasr svg.chart rect")).hasCount(5);
        assertThat(page.locator(".tabPanel.active .select_bars")).hasText("图");
        assertThat(page.locator(".tabPanel.active .select_table")).hasText("表格");
    }

    @Test
    void without_script_the_examples_are_links() {
        try (BrowserContext plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page still = plain.newPage();
            still.navigate(site.url("/sparql?lang=en"));
            still.locator("details.more > summary").click();
            still.locator(".examples a").first().click();
            assertThat(still.locator("textarea")).containsText("SELECT");
            assertThat(still.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void the_editor_has_no_accessibility_fault_light_and_wide_or_dark_and_narrow() {
        visit(TITLES, "zh");
        has_no_fault_in_either_look("before a query");
        for (String query : List.of(TITLES, "SELECT * {\n ?s ?p }", "ASK { ?s <urn:x:none> 1 }", TRIPLES)) {
            visit(query, "zh");
            run();
            assertThat(page.locator(
                                    ".tabPanel.active .yasr table, .tabPanel.active .refusal, .tabPanel.active .overlay_btn")
                            .first())
                    .isVisible();
            has_no_fault_in_either_look(query);
        }
    }

    /** Scheme and width have nothing to do with each other: each is met once. */
    private void has_no_fault_in_either_look(String where) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.setViewportSize(scheme == ColorScheme.DARK ? 320 : 1280, 800);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            has_no_fault(scheme + " " + where);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("scrolls sideways: " + where)
                    .isEqualTo(true);
        }
    }

    @Test
    void the_menu_of_a_tab_and_the_link_to_share_have_no_accessibility_fault() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            visit("ASK {}", "zh");
            page.locator(".tabPanel.active .yasqe_share").click();
            assertThat(page.locator(".yasqe_sharePopup input")).isFocused();
            has_no_fault("share " + scheme);
            page.keyboard().press("Escape");
            page.locator("#editor [role=tab]").last().click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
            assertThat(page.locator("#editor [role=menuitem]").first()).isFocused();
            has_no_fault("menu " + scheme);
        }
    }

    private void has_no_fault(String where) {
        assertThat(Accessibility.faults(page)).as(where).isEmpty();
    }
}
