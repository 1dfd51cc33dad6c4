package org.torchgraph.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.MouseButton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.torchgraph.kit.ReaderTest;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.site.words.SiteFiles;

/** The editor speaks the language of the page, whatever it shows. */
class EditorWordsTest extends ReaderTest {
    private static final String YASGUI = "/META-INF/resources/webjars/zazuko__yasgui/4.5.0/build/yasgui.min.js";

    /** Names of keys, languages, formats and programs, which are the same in Chinese. */
    private static final Set<String> SAME =
            Set.of("SPARQL", "JSON", "CSV", "cURL", "Ctrl", "Enter", "Esc", "Delete", "Shift", "F");

    /**
     * What is seen or named in the editor: its texts, names, titles, placeholders and generated content, without the
     * asker's text and the data.
     */
    private static final String SEEN =
            """
            () => {
              const place = document.getElementById("editor");
              const own = ".CodeMirror-line, .CodeMirror-hints, .dataTable td, .dt-column-title, svg.chart text, .outcome code, .yasqe_tooltip strong";
              const seen = [];
              for (const element of place.querySelectorAll("*")) {
                if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(own)) continue;
                for (const name of ["aria-label", "title", "placeholder", "aria-description", "alt"])
                  if (element.hasAttribute(name) && !element.matches("th")) seen.push(element.getAttribute(name));
                // A column is named by its variable, and then by what a press does.
                if (element.matches("th[aria-label]")) seen.push(element.ariaLabel.slice(element.textContent.length));
                for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) seen.push(node.data);
                for (const pseudo of ["::before", "::after"]) {
                  const content = getComputedStyle(element, pseudo).content;
                  if (content.startsWith('"')) seen.push(content);
                }
              }
              return seen;
            }""";

    @Override
    protected Browser.NewContextOptions reader() {
        return new Browser.NewContextOptions().setLocale("zh-CN");
    }

    @BeforeEach
    void set() {
        page.setDefaultTimeout(12_000);
    }

    private void asks(String query) {
        page.navigate(site.url("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
        in_front(".yasqe_queryButton").click();
    }

    private Locator in_front(String selector) {
        return page.locator(".tabPanel.active " + selector).first();
    }

    private void speaks_chinese(String when) {
        Set<String> words = new TreeSet<>();
        for (Object text : (List<?>) page.evaluate(SEEN)) {
            Pattern.compile("[A-Za-z]+").matcher((String) text).results().forEach(word -> words.add(word.group()));
        }
        words.removeAll(SAME);
        assertThat(words).as(when).isEmpty();
    }

    @Test
    void a_table_and_all_its_controls_are_in_chinese() {
        asks("SELECT * { ?s ?p ?o } LIMIT 120");
        assertThat(in_front(".dt-info")).hasText("第 1 至 50 行，共 120 行");
        assertThat(in_front(".yasr_response_chip")).hasText(Pattern.compile("120 行，用时 [\\d.]+ 秒"));
        speaks_chinese("table");
        in_front(".tableFilter").pressSequentially("nothing like it");
        assertThat(in_front(".dt-info")).hasText("没有行 （筛选自 120 行）");
        speaks_chinese("filtered");
        in_front("th.dt-orderable-asc").click();
        assertThat(in_front("th.dt-ordering-asc")).hasAttribute("aria-label", Pattern.compile("s：.+"));
        speaks_chinese("sorted");
        in_front(".select_response").click();
        assertThat(in_front(".overlay_btn")).hasText("全部显示");
        speaks_chinese("response");
    }

    @Test
    void answers_that_are_no_table_are_in_chinese() {
        asks("ASK { ?s ?p ?o }");
        assertThat(in_front(".booleanResult")).hasText("是");
        speaks_chinese("yes");
        asks("ASK { ?s ?p 123456789 }");
        assertThat(in_front(".outcome .refusal")).isVisible();
        assertThat(in_front(".booleanResult")).hasText("否");
        speaks_chinese("no, and why");
        asks("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 50");
        assertThat(in_front(".yasr_fallback_info")).hasText("这个结果没有“表格”视图，现为“原文”视图。");
        speaks_chinese("triples");
    }

    @Test
    void refusals_are_in_chinese() {
        asks("SELECT * { ?s ?p }");
        assertThat(in_front(".outcome")).containsText("查询无法解析：第 1 行第 18 列不应有“}”。");
        in_front(".parseErrorIcon").hover();
        assertThat(in_front(".yasqe_tooltip")).containsText("查询到此无法继续。");
        speaks_chinese("syntax error");
        for (Map.Entry<String, String> refused : Map.of(
                        "SELECT * { ?s no:where ?o }", "查询无法解析：第 1 行第 15 列的 no:where 用了未声明的前缀。",
                        "SELECT * { ?s ?p", "查询无法解析：到第 1 行第 16 列就结束了，尚不完整。",
                        "SELECT * { SERVICE <urn:x:y> { ?s ?p ?o } }", "不允许使用 SERVICE：查询只面向本数据集。")
                .entrySet()) {
            asks(refused.getKey());
            assertThat(in_front(".outcome p")).hasText(refused.getValue());
        }
    }

    @Test
    void a_query_that_runs_out_of_time_is_told_in_the_language_of_the_page() {
        String query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }";
        try (TestSite slow = TestSite.of(ZonesExtract.read(), TestSite.seconds(1))) {
            sites.add(slow.url("/"));
            Map<String, String> said = Map.of("zh", "查询超时：未能在 1 秒内完成。", "en", "The query did not end within 1 s.");
            said.forEach((lang, sentence) -> {
                page.navigate(slow.url("/sparql?lang=" + lang + "&query=")
                        + URLEncoder.encode(query, StandardCharsets.UTF_8));
                in_front(".yasqe_queryButton").click();
                assertThat(in_front(".outcome p")).hasText(sentence);
                assertThat(in_front(".outcome button")).hasCount(0);
                assertThat(in_front(".yasr")).isHidden();
                assertThat(in_front(".yasqe_queryButton.busy")).hasCount(0);
            });
        }
    }

    @Test
    void tabs_their_menu_and_links_are_in_chinese() {
        asks("ASK {}");
        in_front(".yasqe_share").click();
        assertThat(page.locator(".yasqe_sharePopup input")).isFocused();
        speaks_chinese("share");
        page.locator("#editor .addTab").click();
        assertThat(page.locator("#editor [role=tab]").last()).hasText(Pattern.compile("查询 \\d.*"));
        page.locator("#editor [role=tab]").last().click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        assertThat(page.locator("#editor [role=menuitem]")).hasCount(6);
        speaks_chinese("menu");
    }

    @Test
    void in_english_nothing_is_in_chinese() {
        page.navigate(site.url("/sparql?lang=en&query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%2060"));
        in_front(".yasqe_queryButton").click();
        assertThat(in_front(".dt-info")).hasText("Rows 1 to 50 of 60");
        List<String> chinese = new ArrayList<>();
        for (Object text : (List<?>) page.evaluate(SEEN)) {
            if (((String) text).matches(".*\\p{IsHan}.*")) {
                chinese.add((String) text);
            }
        }
        assertThat(chinese).isEmpty();
    }

    @Test
    void each_sentence_that_is_replaced_is_one_of_this_version_of_yasgui() throws IOException {
        Properties own = SiteFiles.properties("yasgui.properties");
        try (InputStream file = getClass().getResourceAsStream(YASGUI)) {
            String script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            own.forEach((key, sentence) -> assertThat(((String) sentence).split("\\{\\d}"))
                    .as((String) key)
                    .allSatisfy(part -> assertThat(script).contains(part.strip())));
        }
    }
}
