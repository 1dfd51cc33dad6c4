package org.torchgraph.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.torchgraph.kit.PrefixProxy;
import org.torchgraph.kit.ReaderTest;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.query.Limits;

/** A reader in Chromium, of the site that a proxy shows below a path of its own. */
class MountedBrowserTest extends ReaderTest {
    private static final String POLICY = "/doc/policy/2021-most-green-development-action-plan";

    @AutoClose
    private static TestSite behind;

    @AutoClose
    private static PrefixProxy proxy;

    private static String root;

    @BeforeAll
    static void mount() {
        behind = TestSite.of(ZonesExtract.read(), Limits.standard(), TrustedProxies.at(List.of("127.0.0.1")));
        proxy = new PrefixProxy(behind.web(), "/torchgraph");
        root = proxy.origin() + "/torchgraph";
    }

    @BeforeEach
    void only_what_lies_below_the_path_may_be_asked() {
        sites.clear();
        sites.addAll(List.of(root + "/", "data:"));
    }

    @Test
    void a_reader_goes_from_home_by_a_suggestion_to_a_thing_and_walks_its_links() {
        page.navigate(root + "/?lang=en");
        page.locator("#q").pressSequentially("Special Action on Green");
        page.getByRole(AriaRole.OPTION).first().click();
        assertThat(page).hasURL(root + POLICY + "?lang=en");
        assertThat(page.locator("h1")).containsText("Special Action on Green Development");
        page.locator("#walk > summary").click();
        assertThat(page.locator("#walk li").first()).isVisible();
        page.locator("#all > summary").click();
        page.locator("#statements .said > a").first().click();
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.url()).startsWith(root + "/");
        page.locator("#site-q").fill("carbon");
        page.locator("#site-q").press("Enter");
        assertThat(page.locator(".hits a").first()).isVisible();
        assertThat(page.url()).startsWith(root + "/search?");
        assertThat(errors).isEmpty();
    }

    @Test
    void a_question_is_asked_and_its_query_opened_in_the_editor_and_run() {
        page.navigate(root + "/queries/targets-due-in?lang=en");
        page.locator("#p-year").selectOption("2025");
        page.locator("form.params button").click();
        assertThat(page.locator(".grid tbody tr, table tbody tr").first()).isVisible();
        assertThat(page.url()).startsWith(root + "/queries/targets-due-in?");
        page.locator("details:has(> .in a[href*='/sparql?query=']) > summary").click();
        page.locator("a[href*='/sparql?query=']").first().click();
        page.locator(".tabPanel.active .yasqe_queryButton").click();
        assertThat(page.locator(".tabPanel.active .yasr a.iri").first()).isVisible();
        assertThat(page.url()).startsWith(root + "/sparql?");
        page.locator(".tabPanel.active .yasr a.iri").first().click();
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.url()).startsWith(root + "/doc/");
    }
}
