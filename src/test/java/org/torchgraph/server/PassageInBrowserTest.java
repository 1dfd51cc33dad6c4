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
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.Accessibility;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.ReaderTest;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.evidence.SourceText;

/** A reader compares an own copy of a source with the passage of a page, in Chromium. */
class PassageInBrowserTest extends ReaderTest {
    /** A text with white space, a character beyond the first plane, and one that NFC composes. */
    private static final String TEXT = "《放风筝的办法》\n第一条\u3000𠮷地可以放风筝，\n 见 cafe\u0301 一图，\t不得少于 30 只。\n第二条 其余不变。\n";

    private static final String PASSAGE = TEXT.substring(TEXT.indexOf("𠮷"), TEXT.indexOf("\n第二条"));

    @TempDir
    static Path root;

    @AutoClose
    private static TestSite kites;

    @BeforeAll
    static void publish() {
        SourceText text = new SourceText(TEXT.getBytes(StandardCharsets.UTF_8));
        int start = TEXT.codePointCount(0, TEXT.indexOf(PASSAGE));
        int end = start + PASSAGE.codePointCount(0, PASSAGE.length());
        kites = TestSite.of(
                PublicationFolder.in(root)
                        .write(
                                "site.ttl",
                                """
                                PREFIX site: <https://w3id.org/torchgraph/site#>
                                PREFIX ex: <http://example.org/def#>
                                [] a site:Settings ; site:evidence ex:evidence ; site:quoteDigest ex:quote ; site:sourceDigest ex:file .
                                """)
                        .turtle(
                                "data/kites.ttl",
                                """
                                PREFIX oa: <http://www.w3.org/ns/oa#>
                                <id/goal> skos:prefLabel "thirty kites"@en ; ex:evidence <id/passage> .
                                <id/claim> ex:evidence <id/passage> ; rdf:subject <id/rule> ; rdf:predicate dct:extent ; rdf:object 30 .
                                <id/rule> skos:prefLabel "rule on kites"@en .
                                <id/office> skos:prefLabel "Office of Wind"@en .
                                <id/text> skos:prefLabel "text"@en ; dct:title "How to fly kites"@en ; dct:publisher <id/office> ;
                                    dct:issued "2021-02-03"^^xsd:date ; ex:file "%s" .
                                <id/passage> oa:hasSource <id/text> ; ex:quote "%s" ; oa:hasSelector <id/passage#at> , <id/passage#lines> .
                                <id/passage#at> oa:start %d ; oa:end %d .
                                <id/passage#lines> rdf:value "%s" .
                                """
                                        .formatted(
                                                text.fileDigest(),
                                                text.passageDigest(start, end),
                                                start,
                                                end,
                                                text.lineFragment(start, end)))
                        .read(),
                TestSite.seconds(20));
    }

    private void read(String address) {
        sites.clear();
        sites.add(kites.url("/"));
        page.navigate(kites.url(address));
        page.waitForLoadState();
        requests.clear();
    }

    @AfterEach
    void the_comparison_asked_nothing_of_any_server() {
        // The icon of the site may come late.
        assertThat(requests).extracting(Request::url).allMatch(url -> url.equals(kites.url("/assets/torch.svg")));
        assertThat(errors).isEmpty();
    }

    private void choose(String name, byte[] content) {
        page.locator("#own-file").setInputFiles(new FilePayload(name, "text/plain", content));
    }

    private void paste(String text) {
        page.locator("#own-text").fill(text);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Compare"))
                .click();
    }

    private Locator outcome() {
        return page.locator("#outcome");
    }

    private List<String> ownLines() {
        return page.locator("#own-lines p").allTextContents();
    }

    @Test
    void the_page_of_a_passage_says_where_it_is_and_what_rests_on_it_and_reproduces_nothing() {
        read("/doc/passage?lang=en");
        assertThat(page.locator(".said-so"))
                .hasText("The text is under copyright and not reproduced here."
                        + " It is lines 2–3 of How to fly kites, Office of Wind, 3 February 2021.");
        assertThat(page.locator("#passage")).containsText("Characters 14–45 of the text.");
        assertThat(page.locator("#rests li")).hasText(new String[] {"thirty kites", "“rule on kites dct:extent 30”"});
        assertThat(page.locator("#all")).not().containsText("风筝");
        read("/doc/rule?lang=en");
        assertThat(page.locator("#passage, #check, script[src*='passage.js']")).hasCount(0);
    }

    @Test
    void the_right_copy_fits_and_its_lines_stand_beside_what_rests_on_them() {
        read("/doc/passage?lang=en");
        choose("kites.txt", TEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(outcome()).containsText("It is the same text");
        assertThat(outcome().locator("li:visible"))
                .hasText(new String[] {"The digest of the whole file agrees.", "The digest of the passage agrees."});
        assertThat(ownLines()).isEqualTo(TEXT.lines().skip(1).limit(2).toList());
        assertThat(page.locator("#own-rests li")).hasCount(2);
        page.locator("#check [type=reset]").click();
        assertThat(page.locator("#own-lines")).isHidden();
        assertThat(ownLines()).isEmpty();
        assertThat(page.locator("#outcome > :visible, #outcome li:visible")).hasCount(0);
    }

    @Test
    void a_wrong_copy_gets_the_usual_causes_and_no_lines() {
        read("/doc/passage?lang=en");
        choose("kites.txt", TEXT.replace("30", "３０").getBytes(StandardCharsets.UTF_8));
        assertThat(outcome()).containsText("It is not the same text, and the passage was not found in it");
        assertThat(outcome()).containsText("Usual causes: a reprint or another edition");
        assertThat(outcome().getByText("It is the same text")).isHidden();
        assertThat(page.locator("#own-lines")).isHidden();
        assertThat(ownLines()).isEmpty();
    }

    @Test
    void the_passage_alone_fits_however_it_is_wrapped_and_leaves_the_whole_open() {
        read("/doc/passage?lang=en");
        paste(PASSAGE.replace("\n", "").replace("，", "，\n\n").replace("e\u0301", "é"));
        assertThat(outcome().locator("li:visible")).hasText(new String[] {
            "The whole is not decided: only a part of the text was given.", "The digest of the passage agrees."
        });
        assertThat(page.locator("#own-lines")).containsText("不得少于 30 只。");
        paste("放风筝");
        assertThat(outcome()).containsText("No part of the text that was tried");
        assertThat(outcome()
                        .getByText("The digest of the passage agrees.", new Locator.GetByTextOptions().setExact(true)))
                .isHidden();
    }

    @Test
    void a_copy_that_is_stored_otherwise_still_has_the_passage() {
        read("/doc/passage?lang=en");
        choose("kites.txt", TEXT.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(outcome().locator("li:visible")).containsText(new String[] {"differs", "passage agrees"});
        choose("kites.txt", ("又一个标题\n" + TEXT).getBytes(StandardCharsets.UTF_8));
        assertThat(outcome().locator("li:visible")).containsText(new String[] {"differs", "at another place"});
        assertThat(ownLines()).isEqualTo(TEXT.lines().skip(1).limit(2).toList());
        choose("kites.txt", TEXT.getBytes(Charset.forName("GB18030")));
        assertThat(outcome()).containsText("read as UTF-16 or GB 18030");
        assertThat(outcome()).containsText("It is the same text");
    }

    @Test
    void what_is_no_text_and_nothing_at_all_get_a_sentence() {
        read("/doc/passage?lang=en");
        paste("  ");
        assertThat(outcome()).containsText("There is nothing to compare yet");
        choose("kites.pdf", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8));
        assertThat(outcome()).containsText("This is not a plain text");
        choose("kites.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0, 1, 2});
        assertThat(outcome()).containsText("This is not a plain text");
        assertThat(outcome().getByText("There is nothing to compare yet")).isHidden();
    }

    @Test
    void where_the_browser_has_no_digests_or_no_scripts_a_sentence_stands_instead_of_the_form() {
        page.addInitScript("Object.defineProperty(crypto, 'subtle', { value: undefined })");
        read("/doc/passage?lang=en");
        assertThat(page.locator("#check-none")).containsText("only on pages that are read over https");
        assertThat(page.locator("#trial")).isHidden();
        try (BrowserContext plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page bare = plain.newPage();
            bare.navigate(kites.url("/doc/passage?lang=zh"));
            assertThat(bare.locator("#check-none")).containsText("比对需要脚本");
            assertThat(bare.locator("#trial")).isHidden();
        }
    }

    @Test
    void the_check_has_no_accessibility_fault_on_a_small_phone_in_any_state() {
        page.setViewportSize(320, 700);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            read("/doc/passage?lang=" + (scheme == ColorScheme.LIGHT ? "en" : "zh"));
            page.locator("#check details > summary").click();
            for (String copy : List.of(TEXT, "a".repeat(300))) {
                choose("kites.txt", copy.getBytes(StandardCharsets.UTF_8));
                assertThat(outcome().locator(".verdict:visible")).hasCount(1);
                assertThat(Accessibility.faults(page)).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(scheme + " " + outcome().innerText())
                        .isEqualTo(true);
            }
            requests.clear();
        }
    }
}
