package org.torchgraph.content;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.lang3.math.NumberUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.Chromium;
import org.torchgraph.kit.StaticHost;

/**
 * Walks the static site of this checkout that answers queries in the browser, in Chromium over a server of files. It is
 * no part of the build, because the engine is none: {@code bench/static-site} packs it, writes the site and runs this.
 */
class StaticSiteWalk {
    private static final Path FOLDER = Path.of(System.getProperty("site.folder", "target/static-site"));
    private static final long MAX_FIRST_MILLIS = 3000;
    private static final long MAX_FIRST_BYTES = 2_500_000;

    private static final String OWN =
            """
            PREFIX htz: <https://w3id.org/torchgraph/def#>
            SELECT ?zone ?province { ?zone a htz:Zone ; htz:province ?province } ORDER BY ?zone""";

    @AutoClose
    private static final Chromium chromium = Chromium.launch();

    private final StaticHost host = new StaticHost(FOLDER);
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> requested = new ConcurrentSkipListSet<>();
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void open() {
        context = chromium.browser().newContext();
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // The editor sets styles inline, which the policy of the server forbids too.
            if (message.type().equals("error") && !message.text().contains("Applying inline style")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        context.onRequest(request -> requested.add(request.url()));
    }

    @AfterEach
    void close() {
        context.close();
        host.close();
    }

    private void visit(String path) {
        page.navigate(host.web().url(path));
    }

    private void run(String query) {
        page.locator(".tabPanel.active .CodeMirror-code").click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(query);
        page.keyboard().press("Escape");
        page.locator(".tabPanel.active .yasqe_queryButton").click();
    }

    private Locator outcome() {
        return page.locator(".tabPanel.active .outcome .refusal");
    }

    @Test
    void first_own_query_is_fast_and_light() throws IOException {
        visit("/en/sparql.html");
        assertThat(page.locator(".tabPanel.active .CodeMirror-code")).isVisible();
        long began = System.nanoTime();
        run(OWN);
        Locator link = page.locator(".tabPanel.active .yasr a.iri").first();
        link.waitFor();
        long millis = (System.nanoTime() - began) / 1_000_000;
        long bytes = 0;
        for (String url : requested) {
            bytes += sent(url);
        }
        System.out.printf(
                "first own query: %d ms, %d bytes sent compressed, in %d files%n", millis, bytes, requested.size());
        assertThat(complaints).isEmpty();
        assertThat(millis).isLessThan(MAX_FIRST_MILLIS);
        assertThat(bytes).isLessThan(MAX_FIRST_BYTES);
        link.click();
        assertThat(page.locator("h1")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/en/.*\\.html"));
    }

    /** Returns the length of a file as a host that compresses sends it. */
    private long sent(String url) throws IOException {
        if (!url.startsWith(host.web().site())) {
            return 0;
        }
        String path = url.substring(host.web().site().length()).replaceFirst("[?#].*", "");
        Path file = FOLDER.resolve(PercentEncoding.text(path).orElseThrow().substring(1));
        byte[] content = Files.readAllBytes(file);
        if (path.endsWith(".gz")) {
            return content.length;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.size();
    }

    @Test
    void every_question_has_the_rows_of_the_server() throws IOException {
        visit("/en/sparql.html");
        int equal = 0;
        int inOrder = 0;
        List<String> other = new ArrayList<>();
        List<ExpectedAnswer> all = ExpectedAnswer.all();
        for (ExpectedAnswer expected : all) {
            String csv = String.valueOf(page.evaluate(
                    """
                    async ([name, given]) => {
                      const engine = await import(new URL("../assets/static-engine.js", location.href));
                      const { csv } = await import(new URL("../assets/static-tables.js", location.href));
                      const { bound } = await import(new URL("../assets/static-question.js", location.href));
                      const text = await (await fetch("queries/" + name + ".html")).text();
                      const html = new DOMParser().parseFromString(text, "text/html");
                      const template = JSON.parse(html.getElementById("asked").dataset.template);
                      try {
                        return csv(JSON.parse(await engine.ask(bound(template, given))));
                      } catch (failed) {
                        return "failed: " + failed.message;
                      }
                    }""",
                    List.of(expected.question(), given(expected))));
            List<List<Object>> rows = rows(csv);
            List<List<Object>> wanted = rows(expected.text());
            if (rows.equals(wanted)) {
                inOrder++;
            }
            if (counted(rows).equals(counted(wanted))) {
                equal++;
            } else {
                other.add(expected.name());
                System.out.println(difference(expected.name(), rows, wanted));
            }
        }
        System.out.printf(
                "questions: %d of %d answers have equal rows, %d in the same order; other: %s%n",
                equal, all.size(), inOrder, other);
        assertThat(other).isEmpty();
    }

    private static Map<String, String> given(ExpectedAnswer expected) {
        Map<String, String> given = new LinkedHashMap<>();
        String name = expected.name().replaceFirst("\\.csv$", "");
        if (name.contains("@")) {
            for (String pair : name.substring(name.indexOf('@') + 1).split("&")) {
                given.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return given;
    }

    private static List<List<Object>> rows(String csv) throws IOException {
        try (CSVParser parser = CSVParser.parse(csv, CSVFormat.DEFAULT)) {
            return parser.stream()
                    .map(row -> row.stream().map(StaticSiteWalk::value).toList())
                    .toList();
        }
    }

    /** Returns a number by its value, because an engine may write 1.50 as 1.5. */
    private static Object value(String cell) {
        return NumberUtils.isParsable(cell) ? new BigDecimal(cell).stripTrailingZeros() : cell;
    }

    private static Map<List<Object>, Integer> counted(List<List<Object>> rows) {
        Map<List<Object>, Integer> counted = new LinkedHashMap<>();
        rows.forEach(row -> counted.merge(row, 1, Integer::sum));
        return counted;
    }

    private static String difference(String name, List<List<Object>> rows, List<List<Object>> wanted) {
        List<List<Object>> more = new ArrayList<>(rows);
        wanted.forEach(more::remove);
        List<List<Object>> less = new ArrayList<>(wanted);
        rows.forEach(less::remove);
        return name + ": " + rows.size() + " rows, not " + wanted.size() + "\n  more: "
                + more.stream().limit(3).toList() + "\n  less: "
                + less.stream().limit(3).toList();
    }

    @Test
    void a_question_is_asked_with_another_value_also_without_a_connection() {
        visit("/en/queries/zones-by-province.html");
        String before = page.locator("h1").textContent();
        page.locator("#p-group").selectOption("id/zone-group/evaluation-2024-first-ten");
        page.locator("form.params button").click();
        Locator rows = page.locator("section[aria-labelledby=h-answer] tbody tr");
        rows.first().waitFor();
        page.waitForFunction("before => document.querySelector('h1').textContent !== before", before);
        assertThat(page.locator("section[aria-labelledby=h-cite]")).isHidden();
        assertThat(page).hasURL(Pattern.compile(".*/en/queries/zones-by-province\\.html\\?group=.*"));
        String csv = page.waitForDownload(() -> page.locator("section[aria-labelledby=h-answer] a[download]")
                        .click())
                .suggestedFilename();
        assertThat(csv).isEqualTo("zones-by-province.csv");
        assertThat(page.locator("section[aria-labelledby=h-answer] td a").first())
                .hasAttribute("href", Pattern.compile(".*\\.html(#.*)?"));
        page.waitForFunction("() => navigator.serviceWorker.controller");
        page.waitForFunction(
                """
                async () => {
                  const [name] = await caches.keys();
                  const kept = await (await caches.open(name)).keys();
                  return ["wasm.gz", "nq.gz", "zones-by-province.html", "static-worker.js", "static-tables.js"]
                    .every((end) => kept.some(({ url }) => url.endsWith(end)));
                }""");
        long count = rows.count();
        host.close();
        page.reload();
        rows.first().waitFor();
        page.waitForFunction("() => document.querySelector('h1').textContent.includes(':')");
        assertThat(rows).hasCount((int) count);
        page.locator("#p-group").selectOption("id/zone-group/national-high-tech-zones");
        page.locator("form.params button").click();
        page.waitForFunction("before => document.querySelector('h1').textContent === before", before);
        rows.first().waitFor();
        System.out.println("without a connection: the question was loaded again and asked with two values");
        assertThat(complaints).isEmpty();
    }

    @Test
    void what_is_refused_is_said_and_a_long_query_is_stopped() {
        visit("/zh/sparql.html");
        run("SELECT * { SERVICE SILENT <http://example.org/> { ?s ?p ?o } }");
        assertThat(outcome()).containsText("SERVICE");
        run("INSERT DATA { <http://example.org/a> <http://example.org/b> 1 }");
        assertThat(outcome()).containsText("只读");
        run("SELECT * { ?s ?p }");
        assertThat(outcome()).containsText("无法回答");
        run("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?i) }");
        assertThat(outcome()).containsText("已停止");
        run(OWN);
        page.locator(".tabPanel.active .yasr a.iri").first().waitFor();
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_value_that_is_none_is_refused_in_a_sentence() {
        visit("/en/queries/documents-since.html?year=20x5");
        assertThat(page.locator("section[aria-labelledby=h-answer] .refusal")).containsText("20x5");
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_page_from_a_disk_says_what_it_needs() {
        page.navigate(FOLDER.toAbsolutePath()
                .resolve("en/queries/zones-by-province.html")
                .toUri()
                .toString());
        assertThat(page.locator("#from-disk")).isVisible();
        assertThat(page.locator("section[aria-labelledby=h-answer] tbody tr").first())
                .isVisible();
    }
}
