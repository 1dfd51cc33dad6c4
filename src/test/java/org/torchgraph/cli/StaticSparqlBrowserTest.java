package org.torchgraph.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.Chromium;
import org.torchgraph.kit.StaticHost;

/** Questions and queries in the browser, over the static site alone. */
class StaticSparqlBrowserTest {
    @TempDir
    static Path root;

    @TempDir
    static Path target;

    @AutoClose
    private static final Chromium chromium = Chromium.launch();

    private static final Browser browser = chromium.browser();

    @BeforeAll
    static void write() throws IOException, InterruptedException {
        StaticSparqlSite.publication(root);
        StaticSparqlSite.written(root, target, "engine");
    }

    @Test
    void a_question_is_asked_with_other_values_also_when_the_host_is_gone() {
        StaticHost host = new StaticHost(target);
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.navigate(host.web().url("/engine/en/queries/items.html"));
            assertThat(page.locator("#from-disk")).isHidden();
            ask(page, "2022");
            Locator answer = page.locator("section[aria-labelledby=h-answer]");
            assertThat(answer.locator("td a")).hasText("seven");
            assertThat(answer.locator("td a")).hasAttribute("href", host.web().url("/engine/en/doc/item/7.html"));
            assertThat(answer.locator("tbody")).containsText("\"2022\"^^<http://www.w3.org/2001/XMLSchema#gYear>");
            assertThat(answer.locator("tbody")).containsText("<id/most>");
            assertThat(answer.locator(".number")).hasText("60,000");
            assertThat(page.locator("h1")).hasText(Pattern.compile("Items: .*2022"));
            assertThat(page).hasURL(Pattern.compile(".*items\\.html\\?of=id%2Fmost&year=2022"));
            ask(page, "20x2");
            assertThat(answer.locator(".refusal")).containsText("20x2");
            assertThat(answer.locator("table")).hasCount(0);
            page.waitForFunction("() => navigator.serviceWorker.controller");
            page.waitForFunction(
                    """
                    async () => {
                      const [name] = await caches.keys();
                      const kept = await (await caches.open(name)).keys();
                      return [".wasm.gz", ".nq.gz", "items.html", "static-worker.js", "static-tables.js", "style.css"]
                        .every((end) => kept.some(({ url }) => url.endsWith(end)));
                    }""");
            host.close();
            page.navigate(page.url());
            ask(page, "2023");
            assertThat(answer.locator("tbody")).containsText("\"2023\"");
            assertThat(complaints).isEmpty();
        } finally {
            host.close();
        }
    }

    private static void ask(Page page, String year) {
        page.locator("#p-year").fill(year);
        page.locator("form.params button").click();
    }

    @Test
    void an_engine_that_did_not_start_is_started_again_by_the_next_question() {
        try (StaticHost host = new StaticHost(target);
                BrowserContext context = browser.newContext(
                        new Browser.NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.BLOCK))) {
            Page page = context.newPage();
            String engine = "**/assets/engine/stand-in*.js";
            context.route(
                    engine,
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/javascript")
                            .setBody("export default () => { throw new Error('not today'); };")));
            page.navigate(host.web().url("/engine/en/queries/items.html"));
            ask(page, "2022");
            Locator answer = page.locator("section[aria-labelledby=h-answer]");
            assertThat(answer.locator(".refusal")).containsText("not today");
            context.unroute(engine);
            ask(page, "2022");
            assertThat(answer.locator("td a")).hasText("seven");
        }
    }

    @Test
    void the_file_of_an_answer_goes_with_the_answer() {
        try (StaticHost host = new StaticHost(target);
                BrowserContext context = browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
            Page page = context.newPage();
            page.navigate(host.web().url("/engine/en/queries/items.html"));
            ask(page, "2022");
            Locator file = page.locator("a[download]");
            assertThat(file).hasCount(1);
            String first = file.getAttribute("href");
            assertThat(page.evaluate("address => fetch(address).then(() => true)", first))
                    .isEqualTo(true);
            ask(page, "2023");
            assertThat(file).not().hasAttribute("href", first);
            assertThat(page.evaluate("address => fetch(address).then(() => true, () => false)", first))
                    .isEqualTo(false);
        }
    }

    @Test
    void the_editor_asks_the_engine_and_says_what_it_refuses() {
        try (StaticHost host = new StaticHost(target);
                BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(
                    host.web().url("/engine/en/sparql.html?query=SELECT%20%3Fx%20%7B%20%3Fx%20%3Fp%20%3Fo%20%7D"));
            Locator query = page.locator(".tabPanel.active .yasqe_queryButton");
            query.click();
            Locator thing = page.locator(".tabPanel.active .yasr a.iri").first();
            assertThat(thing).hasAttribute("href", host.web().url("/engine/en/doc/item/7.html"));
            assertThat(page.locator(".lang a")).hasAttribute("href", Pattern.compile(".*zh/sparql\\.html\\?query=.*"));
            run(page, "SELECT * { <id/wrong> ?p ?o }");
            Locator refusal = page.locator(".tabPanel.active .outcome .refusal");
            assertThat(refusal).containsText("it is wrong");
            run(page, "SELECT * { service <http://example.org/> { ?s ?p ?o } }");
            assertThat(refusal).containsText("SERVICE is refused");
            run(page, "INSERT DATA { <a:a> <a:b> <a:c> }");
            assertThat(refusal).containsText("updates are refused");
            run(page, "SELECT * { <id/late> ?p ?o }");
            assertThat(refusal).containsText("10 seconds");
            run(page, "SELECT * { ?s ?p 7 }");
            assertThat(thing).isVisible();
        }
    }

    private static void run(Page page, String query) {
        page.locator(".tabPanel.active .CodeMirror-code").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(query);
        page.keyboard().press("Escape");
        page.locator(".tabPanel.active .yasqe_queryButton").click();
    }
}
