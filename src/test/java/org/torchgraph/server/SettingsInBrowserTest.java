package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.Chromium;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;

/** A site with a long title, a wide logo and terms without names, as Chromium lays it out. */
class SettingsInBrowserTest {
    @TempDir
    private static Path root;

    @AutoClose
    private static TestSite site;

    @AutoClose
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                PublicationFolder.in(root)
                        .turtle("data/things.ttl", "<id/b> a ex:bridge ; rdfs:label \"long bridge\"@en ; ex:span 3 .")
                        .write(
                                "logo.svg",
                                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\"><path d=\"M0 0H120V40Z\"/></svg>")
                        .write(
                                "site.ttl",
                                """
                                PREFIX site: <https://w3id.org/torchgraph/site#>
                                [] a site:Settings ; site:logo "logo.svg" ;
                                  site:title "Bridges and other crossings of the valley"@en .
                                """)
                        .read(),
                TestSite.seconds(20));
        chromium = Chromium.launch();
    }

    private static BrowserContext window(int width) {
        return chromium.browser().newContext(new NewContextOptions().setViewportSize(width, 900));
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 700, 1280})
    void the_title_leaves_the_switch_of_languages_its_room(int width) {
        try (BrowserContext window = window(width)) {
            Page page = window.newPage();
            page.navigate(site.url("/doc/b?lang=en"));
            BoundingBox title = page.locator(".brand > span").boundingBox();
            BoundingBox choice = page.locator(".lang").boundingBox();
            assertThat(title.x + title.width <= choice.x || title.y + title.height <= choice.y)
                    .isTrue();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
    }

    @Test
    void names_begin_with_a_capital_and_prefixed_names_keep_their_letters() {
        try (BrowserContext window = window(1280)) {
            Page page = window.newPage();
            page.navigate(site.url("/doc/b?lang=en"));
            assertThat(firstLetter(page.locator("h1"))).isEqualTo("uppercase");
            Locator term = page.locator("#statements th").filter(new Locator.FilterOptions().setHasText("ex:span"));
            assertThat(firstLetter(term.first())).isEqualTo("none");
            assertThat(firstLetter(page.locator(".kind > span").first())).isEqualTo("none");
        }
    }

    private static Object firstLetter(Locator of) {
        return of.evaluate("element => getComputedStyle(element, '::first-letter').textTransform");
    }
}
