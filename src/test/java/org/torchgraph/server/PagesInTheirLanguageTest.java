package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Messages;

/** Readers of a language that the program has get whole pages in it. */
class PagesInTheirLanguageTest {
    private static final List<String> PATHS = List.of(
            "/",
            "/doc/zone/taiyuan",
            "/doc/target/2022-plan/number-of-zones",
            "/search?q=zone",
            "/queries",
            "/queries/zone-counts",
            "/queries/targets-due-in?year=soon",
            "/def",
            "/sparql",
            "/export",
            "/versions",
            "/compare",
            "/nope",
            "/about");

    @AutoClose
    private static final TestSite site = ZonesExtract.site();

    static Stream<Arguments> pages() {
        return Stream.of("de", "fr", "zh").flatMap(code -> PATHS.stream().map(path -> Arguments.of(code, path)));
    }

    private static HttpResponse<String> reply(String path, String accepted) {
        return site.get(path, "Accept", "text/html", "Accept-Language", accepted);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_has_no_word_of_the_program_in_english(String code, String path) {
        Language language = InterfaceLanguages.BUNDLED.coded(code).orElseThrow();
        HttpResponse<String> reply = reply(path, code);
        Document page = Jsoup.parse(reply.body());
        assertThat(reply.headers().firstValue("Content-Language")).hasValue(language.tag());
        assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
        Set<String> words = words(page);
        assertThat(words).contains(language.messages().say("nav.search"));
        assertThat(words).doesNotContainAnyElementsOf(onlyEnglish(language.messages()));
    }

    /** Returns the texts of English alone, without placeholders, which could be anything. */
    private static Set<String> onlyEnglish(Messages own) {
        Set<String> english = said(Language.EN.messages());
        english.removeAll(said(own));
        return english;
    }

    private static Set<String> said(Messages words) {
        return words.keys().stream()
                .filter(key -> !key.startsWith("language."))
                .map(words::say)
                .map(String::strip)
                .filter(text -> text.length() > 1 && !text.contains("{"))
                .collect(Collectors.toSet());
    }

    /** Returns the texts and names that have no language but the page's. */
    private static Set<String> words(Document page) {
        Stream<String> texts = page.body().stream()
                .filter(PagesInTheirLanguageTest::isOfPage)
                .flatMap(element -> Stream.concat(
                        element.textNodes().stream().map(TextNode::text),
                        Stream.of("aria-label", "title", "placeholder").map(element::attr)));
        return texts.map(String::strip).filter(text -> !text.isEmpty()).collect(Collectors.toSet());
    }

    private static boolean isOfPage(Element element) {
        Element tagged = element.closest("[lang], code, pre");
        return !List.of("script", "style").contains(element.tagName())
                && (tagged == null || tagged.tagName().equals("html"));
    }

    @ParameterizedTest
    @CsvSource({
        "'de-AT, en;q=0.5', de",
        "'fr-CA;q=0.9, de;q=0.8', fr",
        "'ja, de;q=0.1', de",
        "'zh-CN', zh-Hans",
        "'zh-Hant-TW', zh-Hans",
        "'de;q=0, fr;q=0.2', fr",
        "'ja', en",
        "'*', en"
    })
    void the_language_is_the_best_of_the_reader_that_there_is_and_none_is_refused(String accepted, String tag) {
        HttpResponse<String> reply = reply("/about", accepted);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Language")).hasValue(tag);
        assertThat(reply.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept-Language"));
    }

    @Test
    void a_question_that_has_no_title_in_the_language_is_shown_in_english_and_says_so() {
        Document page = Jsoup.parse(reply("/queries/stages", "fr").body());
        assertThat(page.select("h1").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1").text()).isNotEmpty().doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void column_headings_and_dates_are_in_the_language() {
        assertThat(reply("/queries/targets-due-in?year=2025", "de").body()).contains("Zielwert");
        assertThat(reply("/doc/zone/taiyuan", "fr").body()).contains("Énoncés").doesNotContain(">Statements<");
    }

    @Test
    void the_menu_names_each_language_by_itself() {
        Document page = Jsoup.parse(reply("/about", "fr").body());
        assertThat(page.select("details.lang summary").text()).isEqualTo("Français");
        assertThat(page.select("details.lang li a").eachText()).containsExactly("Deutsch", "English", "Français", "中文");
        assertThat(page.select("details.lang li a").eachAttr("href"))
                .containsExactly("?lang=de", "?lang=en", "?lang=fr", "?lang=zh");
    }
}
