package org.torchgraph.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.Chromium;

/** What other people's values look like. */
class OddDataInBrowserTest {
    private static final String TURTLE =
            """
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            <id/all> skos:prefLabel "طائرة ورقية (kite)!"@ar , "all of it"@en , "全部"@zh-Hans ; skos:definition "1. cut\\n2. fold\\n3. fly"@en ;
                skos:memberList ( <id/c> "second" ( 4 5 ) ) ; ex:said "kite: (!) אבג"@he ; ex:turned "also \\u202Egnp.exe"@en ;
                ex:word "%s" ; ex:prose "%s"@en ; foaf:depiction <https://upload.example.org/a.jpg> , <data:image/svg+xml,%%3Csvg%%20xmlns='http://www.w3.org/2000/svg'%%20width='40'%%20height='30'%%3E%%3Crect%%20width='40'%%20height='30'%%20fill='teal'/%%3E%%3C/svg%%3E> ;
                ex:on "2021-02-03+08:00"^^xsd:date ; ex:size 10 , 9 , -1 ; rdfs:subClassOf [ owl:unionOf ( ex:Kite ex:Box ) ] .
            <id/all> ex:near <id/c> {| ex:source "a book" |} . <id/c> skos:prefLabel "c"@en .
            ex:Kite a owl:Class ; rdfs:label "Kite"@en . ex:Box a owl:Class ; rdfs:label "Box kite"@en .
            """
                    .formatted("w".repeat(4000), "word and ".repeat(600));

    private static final int NARROW = 390;

    @TempDir
    private static Path folder;

    @AutoClose
    private static OddData data;

    @AutoClose
    private static Chromium chromium;

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private BrowserContext context;

    @BeforeAll
    static void start() {
        data = OddData.of(folder, TURTLE);
        chromium = Chromium.launch();
    }

    @BeforeEach
    void open() {
        errors.clear();
    }

    @AfterEach
    void nothing_fails_and_nothing_is_asked_of_another_host() {
        context.close();
        assertThat(errors).isEmpty();
    }

    private Page page(String lang, int width) {
        context = chromium.browser().newContext(new NewContextOptions().setViewportSize(width, 900));
        Page page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(data.site().url("/"))
                    && !request.url().startsWith("data:")) {
                errors.add(request.url());
            }
        });
        page.navigate(data.site().url("/doc/all?lang=" + lang));
        return page;
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "zh, 1280", "en, 390", "zh, 390"})
    void no_value_makes_the_page_wider_than_the_screen(String lang, int width) {
        Page page = page(lang, width);
        page.locator("details.long").all().forEach(Locator::click);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        assertThat(page.locator("table.statements img")).isVisible();
        assertThat((Boolean) page.evaluate("document.querySelector('table.statements img').naturalWidth > 0"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "zh, 390"})
    void a_table_is_one_to_who_listens_however_it_is_laid_out(String lang, int width) {
        Page page = page(lang, width);
        assertThat(page.getByRole(AriaRole.TABLE).first()).isVisible();
        assertThat(page.getByRole(AriaRole.ROWHEADER).first()).isVisible();
        assertThat(page.getByRole(AriaRole.CELL).first()).isVisible();
        assertThat(page.locator("[role=cell], [role=row], [role=table]").count() > 0)
                .isEqualTo(width == NARROW);
        page.setViewportSize(width == NARROW ? 1280 : NARROW, 900);
        page.waitForFunction("wanted => (document.querySelector('[role=cell]') != null) === wanted", width != NARROW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void lines_are_kept_lists_are_numbered_and_long_texts_are_folded(String lang) {
        Page page = page(lang, 1280);
        Locator definition =
                page.locator(".value:has-text('2. fold') span[dir]").first();
        assertThat(definition).hasCSS("white-space", "pre-line");
        assertThat(definition.boundingBox().height)
                .isGreaterThan(2.5
                        * page.locator(".value:has-text('10') .number").first().boundingBox().height);
        assertThat(page.locator("ol.members").first().locator("> li")).hasCount(3);
        Locator folded = page.locator("details.long").first();
        assertThat(folded.locator("> div")).isHidden();
        folded.locator("> summary").click();
        assertThat(folded.locator("> div")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void a_value_that_turns_its_text_turns_nothing_after_it(String lang) {
        Page page = page(lang, 1280);
        // What is left of the text after it is painted is what follows: the tag of the language is to its right.
        Locator turned = page.locator(".value:has-text('gnp')");
        assertThat(turned.locator("span[dir]").first()).hasCSS("unicode-bidi", "isolate");
        Locator hebrew = page.locator(".value:has-text('אבג')");
        assertThat(hebrew.locator(".tag").boundingBox().x)
                .isGreaterThan(hebrew.locator("span[dir]").boundingBox().x);
        assertThat(hebrew.locator("span[dir]")).hasCSS("unicode-bidi", "isolate");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, NARROW})
    void an_annotation_opens_beside_its_statement(int width) {
        Page page = page("en", width);
        Locator note = page.locator("details.ev").first();
        note.locator("summary").click();
        assertThat(note.getByText("a book")).isVisible();
        assertThat(note.locator(".ev-pop").boundingBox().x).isGreaterThanOrEqualTo(0);
    }
}
