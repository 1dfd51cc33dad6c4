package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.check.Checks;
import org.torchgraph.check.Finding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.Publication;

/** A file of words that a publication adds makes a language of its pages. */
class OwnLanguageTest {
    private static final String DATA =
            """
            <id/a> a skos:Concept ; skos:prefLabel "a thing"@en , "una cosa"@it .
            """;

    private static final String ITALIAN =
            """
            # parole
            language.name = Italiano
            home = Inizio
            pager.at = Pagina {0} di {1}
            message.mcp-json = Il testo non è JSON.
            search.found = {1,choice,0#Nulla|1#Un risultato|1<{1,number,#} risultati} per “{0}”
            """;

    @TempDir
    private static Path root;

    @TempDir
    private Path folder;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.of(
                        PublicationFolder.in(root)
                                .turtle("data/a.ttl", DATA)
                                .write("messages/messages_it.properties", ITALIAN)
                                .write("messages/messages_zh.properties", "home = 起点\n")
                                .read(),
                        TestSite.seconds(20))
                .searchable();
    }

    private static Document page(String path, String... headers) {
        HttpResponse<String> reply = site.get(path, headers);
        assertThat(reply.statusCode()).isEqualTo(200);
        return Jsoup.parse(reply.body());
    }

    private Publication read(String words) {
        return PublicationFolder.in(folder)
                .turtle("data/a.ttl", DATA)
                .write("messages/messages_it.properties", words)
                .read();
    }

    private static List<String> faults(Publication publication) {
        return publication.faults().stream().map(Object::toString).toList();
    }

    @Test
    void its_readers_get_its_words_and_english_ones_where_it_has_none() {
        HttpResponse<String> reply =
                site.get("/search?q=thing", "Accept", "text/html", "Accept-Language", "it-CH, en;q=0.5");
        Document page = Jsoup.parse(reply.body());
        assertThat(reply.headers().firstValue("Content-Language")).hasValue("it");
        assertThat(page.select("html").attr("lang")).isEqualTo("it");
        assertThat(page.select(".crumbs, .site-nav").text()).isNotEmpty();
        assertThat(page("/about?lang=it").text()).contains("Inizio");
        assertThat(page.text())
                .contains("Un risultato per “thing”", "Skip to content")
                .doesNotContain("1 hit");
        assertThat(page("/?lang=it").select("html").attr("lang")).isEqualTo("it");
        assertThat(page("/doc/a.html", "Accept-Language", "it").select("h1").text())
                .isEqualTo("una cosa");
    }

    @Test
    void english_words_say_their_language_and_direction_and_attributes_have_nothing_else() {
        String body = site.get("/search?q=thing&lang=it", "Accept", "text/html").body();
        Document page = Jsoup.parse(body);
        assertThat(page.select(".skip > span[lang=en][dir=ltr]").text()).isEqualTo("Skip to content");
        assertThat(page.select(".result-line [lang=en]").eachText()).doesNotContain("Un risultato per “thing”");
        assertThat(page.select("input[type=search]").attr("placeholder"))
                .isEqualTo(Language.EN.messages().say("search.placeholder"));
        assertThat(page.title()).doesNotContain("<");
        assertThat(body).doesNotContain("\uFDD0", "\uFDD1", "span lang=&quot;");
        assertThat(page("/doc/a.html?lang=en").select("main span[dir=ltr]")).isEmpty();
    }

    @Test
    void a_problem_is_told_in_it_and_never_a_reason_to_refuse() {
        HttpResponse<String> page = site.get("/none", "Accept", "text/html", "Accept-Language", "it");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Language")).hasValue("it");
        assertThat(site.get("/?lang=xx", "Accept-Language", "yy;q=1, *;q=0").statusCode())
                .isEqualTo(200);
        assertThat(page("/", "Accept-Language", "yy").select("html").attr("lang"))
                .isEqualTo("en");
    }

    @Test
    void assistants_are_told_problems_in_it() {
        assertThat(site.post("/mcp?lang=it", "application/json", "{\"").body()).contains("Il testo non è JSON.");
        assertThat(site.post("/mcp", "application/json", "{\"").body()).contains("The body is no JSON");
    }

    @Test
    void titles_of_questions_have_the_tag_that_its_file_names() {
        Publication publication = PublicationFolder.in(folder)
                .turtle("data/a.ttl", DATA)
                .write("messages/messages_pt.properties", "language.tag = pt-BR\n")
                .write("queries/things.rq", "#+ title.pt: Coisas\nSELECT ?thing { ?thing ?p ?o }")
                .read();
        try (TestSite brazil = TestSite.of(publication, TestSite.seconds(20)).searchable()) {
            for (String path : List.of("/queries?lang=en", "/search?q=coisas&lang=en")) {
                Document page =
                        Jsoup.parse(brazil.get(path, "Accept", "text/html").body());
                assertThat(page.select("a[href^=/queries/things], a[href^=/queries/things] *")
                                .eachAttr("lang"))
                        .as(path)
                        .contains("pt-BR")
                        .doesNotContain("pt");
            }
        }
    }

    @Test
    void every_page_leads_to_the_same_page_in_each_language_by_its_own_name() {
        Document page = page("/doc/a.html?lang=en");
        assertThat(page.select(".lang li a").eachText()).contains("English", "Italiano", "中文");
        assertThat(page.select(".lang a[lang=it]").attr("href")).isEqualTo("?lang=it");
        assertThat(page.select(".lang a[aria-current]").eachText()).containsExactly("English");
        assertThat(page.select("link[hreflang=it]").attr("href")).isEqualTo("?lang=it");
    }

    @Test
    void words_of_a_language_that_the_program_has_take_the_place_of_its_own() {
        Document page = page("/about?lang=zh");
        assertThat(page.select(".crumbs a").first().text()).isEqualTo("起点");
        assertThat(page.select("html").attr("lang")).isEqualTo("zh-Hans");
        assertThat(page.select(".skip").text()).isEqualTo(Language.ZH.messages().say("skip"));
    }

    @Test
    void check_warns_once_of_all_words_that_are_missing_and_of_each_that_is_unknown() {
        Publication publication = read(ITALIAN + "hmoe = Inizio\nnav.search = L'altra\nnav.about = L''altra\n");
        assertThat(faults(publication)).isEmpty();
        List<Finding> all = new Checks(publication).all(Map.of());
        List<String> found = all.stream().map(Finding::toString).toList();
        assertThat(found)
                .contains(
                        "messages/messages_it.properties: warning: the program has no text of the key hmoe; its own are listed by:"
                                + " unzip -p torchgraph.jar org/torchgraph/messages/messages_en.properties")
                .anyMatch(line ->
                        line.startsWith("messages/messages_it.properties: warning: the text of the key nav.search"))
                .noneMatch(line -> line.contains("of the key nav.about"));
        Set<String> missing = publication
                .interfaceLanguages()
                .coded("it")
                .orElseThrow()
                .messages()
                .missing();
        assertThat(missing).hasSizeGreaterThan(1000).doesNotContain("home");
        String named = missing.stream().limit(10).collect(Collectors.joining(", "));
        assertThat(found.stream().filter(line -> line.contains("pages show English")))
                .containsExactly("messages/messages_it.properties: warning: " + missing.size()
                        + " texts are missing, and pages show English instead: " + named + ", …");
        assertThat(all.stream().filter(Finding::isError)).isEmpty();
    }

    @Test
    void a_text_that_cannot_be_filled_in_is_an_error_with_its_line_and_is_left_out() {
        Publication publication =
                read("home = Inizio\npager.at = Pagina {0} \\\n  di {2}\nincoming.total = {0,number}\n"
                        + "search.more = {0\ndate.day = d MMMM Q b\n");
        String file = "messages/messages_it.properties:";
        assertThat(faults(publication))
                .hasSize(4)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo(
                                        file
                                                + "2: error: the text of pager.at has the placeholders {0} {2}, where the English one has {0} {1}"),
                        second -> assertThat(second).startsWith(file + "4: error: the text of incoming.total is not a"),
                        third -> assertThat(third).startsWith(file + "5: error: the text of search.more has the"),
                        fourth -> assertThat(fourth).startsWith(file + "6: error: the text of date.day is not a"));
        Language italian = publication.interfaceLanguages().coded("it").orElseThrow();
        assertThat(italian.messages().say("home")).isEqualTo("Inizio");
        assertThat(italian.messages().say("pager.at", 1, 2)).isEqualTo("Page 1 of 2");
    }

    @Test
    void other_files_beside_them_are_errors() {
        Publication publication = PublicationFolder.in(folder)
                .turtle("data/a.ttl", DATA)
                .write("messages/italiano.properties", ITALIAN)
                .read();
        assertThat(faults(publication))
                .singleElement()
                .asString()
                .startsWith("messages/italiano.properties: error: not the words of a language");
    }

    @Test
    void a_language_tag_has_the_capitals_that_tags_have() {
        Publication publication = PublicationFolder.in(folder)
                .turtle("data/a.ttl", DATA)
                .write("messages/messages_pt-br.properties", "home = Início")
                .write("messages/messages_ZH.properties", "home = 起点")
                .read();
        assertThat(faults(publication))
                .containsExactlyInAnyOrder(
                        "messages/messages_pt-br.properties: error: the language tag has other capitals: call the file messages/messages_pt-BR.properties",
                        "messages/messages_ZH.properties: error: the language tag has other capitals: call the file messages/messages_zh.properties");
        assertThat(publication.interfaceLanguages().codes()).doesNotContain("pt-br", "ZH");
    }

    @Test
    void other_words_are_another_version() {
        String before = read(ITALIAN).version();
        assertThat(read(ITALIAN).version()).isEqualTo(before);
        assertThat(read(ITALIAN + "skip = Al contenuto\n").version()).isNotEqualTo(before);
    }
}
