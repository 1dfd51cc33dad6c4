package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as other people write them: lists, pictures, texts of any direction and length, numbers and dates. */
class ValuesOnPagesTest {
    private static final String LONG = "word and ".repeat(600);
    private static final String UNBROKEN = "w".repeat(5000);
    private static final String TURTLE =
            """
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX schema: <https://schema.org/>
            PREFIX xl: <http://www.w3.org/2008/05/skos-xl#>
            <id/order> skos:prefLabel "order of flight"@en ; skos:memberList ( <id/c> <id/a> "third" ( 4 5 ) [ rdfs:label "sixth" ; ex:p 6 ] ) .
            <id/a> skos:prefLabel "a"@en . <id/c> skos:prefLabel "c"@en .
            <id/empty-list> ex:steps () .
            <id/broken> ex:steps _:b . _:b rdf:first "one" ; rdf:rest _:c . _:c rdf:first "twice" , "two" ; rdf:rest () .
            <id/circle> ex:steps _:d . _:d rdf:first "one" ; rdf:rest _:e . _:e rdf:first "two" ; rdf:rest _:d .
            <id/open> ex:steps _:f . _:f rdf:first "one" ; rdf:rest _:g .
            <id/shared> ex:steps _:h ; ex:again _:h . _:h rdf:first "one" ; rdf:rest () .
            <id/told> ex:steps _:i . _:i rdf:first "one" ; rdf:rest () ; rdfs:comment "more than a list" .
            <id/long-list> ex:steps ( %s ) .
            <id/pictures> rdfs:label "kite"@en ; foaf:depiction <https://upload.example.org/a.jpg> , <data:image/png;base64,iVBORw0KGgo=> , <data:text/html,x> ;
                schema:image "https://upload.example.org/dir/b.png?x=1"^^xsd:anyURI , "no address" ; foaf:img <id/a> , <https://upload.example.org/named.jpg> .
            <https://upload.example.org/named.jpg> rdfs:label "The kite in the wind"@en .
            <id/rtl> skos:prefLabel "طائرة ورقية (kite)!"@ar ; skos:definition "עפיפון, W3C"@he ; ex:said "kite: !"@en--rtl .
            <id/spoof> skos:prefLabel "safe \\u202Egnp.exe"@en ; skos:note "also \\u202Egnp.exe"@en ; skos:definition "told \\u2066here\\u2069"@en .
            <id/lines> skos:prefLabel "several\\n lines"@en ; skos:definition "1. cut\\n2. fold\\n3. fly"@en ; skos:note "one\\ntwo"@en .
            <id/many> skos:prefLabel "many"@en ; ex:size 10 , 9 , 2.5 , 1e3 , -1 , "INF"^^xsd:double , "ten" , "2020"^^xsd:gYear .
            <id/blank-label> skos:prefLabel ""@en , " \\n"@zh-Hans . <id/direction-label> rdfs:label "\\u202E" .
            <id/second-label> skos:prefLabel " "@en ; rdfs:label "the second"@en .
            <id/mul> skos:prefLabel "K-1"@mul , "cerf-volant"@fr , "aquilone"@it .
            <id/xl> xl:prefLabel [ xl:literalForm "by skos-xl"@en ] .
            <id/d> rdfs:label "d"@en ; ex:on "2021-02-03"^^xsd:date , "2021-02-03+08:00"^^xsd:date ; ex:year "-0044"^^xsd:gYear ;
                ex:at "2021-02-03T04:05:06Z"^^xsd:dateTime , "2021-02-03T04:05:06+08:00"^^xsd:dateTime , "2021-02-03T04:05:06"^^xsd:dateTime .
            <id/wordy> rdfs:label "%s"@en ; skos:definition "%s"@en ; ex:text "%s" , "%s"@zh-Hans .
            <id/deep> ex:p %s .
            <id/typed> ex:has [ a ex:Sort ] , [] , [ skos:prefLabel "called"@en ] . ex:Sort rdfs:label "sort of thing"@en .
            """
                    .formatted(
                            IntStream.range(0, 3000).mapToObj(Integer::toString).collect(Collectors.joining(" ")),
                            LONG,
                            LONG,
                            LONG,
                            UNBROKEN,
                            "[ ex:p ".repeat(200) + "1" + " ]".repeat(200));

    @TempDir
    private static Path folder;

    @AutoClose
    private static OddData data;

    @BeforeAll
    static void start() {
        data = OddData.of(folder, TURTLE);
    }

    private static Document page(String thing) {
        return data.page(thing, "en");
    }

    private static Element cell(Document page, String property) {
        String name = property.substring(property.indexOf(':') + 1);
        return page.select("table.statements tbody > tr").stream()
                .filter(row -> row.select("th > a").attr("href").matches(".*[#/]" + name + "(\\?.*)?"))
                .map(row -> row.selectFirst("td"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> values(Document page, String property) {
        return cell(page, property).select("> .value > .said").eachText();
    }

    @Test
    void a_list_is_numbered_in_its_order_whatever_its_members() {
        Element list = cell(page("order"), "skos:memberList").selectFirst("ol");
        assertThat(list.select("> li").eachText().subList(0, 3)).containsExactly("c", "a", "third");
        assertThat(list.select("> li:eq(3) > .value ol > li").eachText()).containsExactly("4", "5");
        assertThat(list.select("> li:eq(4)").text()).contains("sixth", "6");
        assertThat(list.select("> li:eq(0) a").attr("href")).startsWith("/doc/c");
        assertThat(page("order").text()).doesNotContain("rest", "first");
    }

    @ParameterizedTest
    @CsvSource({
        "empty-list, en, an empty list",
        "empty-list, zh, 空列表",
        "broken, en, one twice two The list breaks off here.",
        "circle, en, one two The list comes back to where it was.",
        "circle, zh, one two 列表又回到了前面。",
        "open, en, one The list breaks off here.",
    })
    void a_list_that_is_not_whole_is_shown_as_far_as_it_goes(String thing, String lang, String text) {
        assertThat(values(data.page(thing, lang), "ex:steps")).containsExactly(text);
    }

    @Test
    void a_list_of_two_properties_is_shown_twice_and_one_that_says_more_is_no_mere_list() {
        assertThat(values(page("shared"), "ex:steps")).containsExactly("one");
        assertThat(values(page("shared"), "ex:again")).containsExactly("one");
        assertThat(cell(page("told"), "ex:steps").text()).contains("one", "more than a list");
    }

    @Test
    void a_long_list_is_folded_and_the_page_stays_small() {
        Document page = page("long-list");
        Element cell = cell(page, "ex:steps");
        assertThat(cell.select(".said > ol > li")).hasSize(20);
        assertThat(cell.select("details > summary").text()).isEqualTo("2980 more");
        assertThat(cell.select("details > ol").attr("start")).isEqualTo("21");
        assertThat(cell.select("details > ol > li")).hasSize(480);
        assertThat(cell.text()).endsWith("2500 more are in the data.");
        assertThat(page.html()).hasSizeLessThan(200_000);
        assertThat(data.site().get("/doc/long-list.ttl").body()).contains("2999");
    }

    @Test
    void a_picture_is_shown_when_the_page_may_load_it_and_else_a_link_with_words() {
        Element pictures = cell(page("pictures"), "foaf:depiction");
        assertThat(pictures.select("img[alt=\"Picture: kite\"]").attr("src")).startsWith("data:image/png;base64,");
        assertThat(pictures.select("a[href=https://upload.example.org/a.jpg]").text())
                .isEqualTo("Picture: kite (a.jpg)");
        assertThat(pictures.select("img")).hasSize(1);
        assertThat(pictures.text()).contains("data:text/html,x");
        assertThat(cell(page("pictures"), "schema:image").select("a").text()).isEqualTo("Picture: kite (b.png)");
        assertThat(cell(page("pictures"), "schema:image").text()).contains("no address");
        Element images = cell(page("pictures"), "foaf:img");
        assertThat(images.select("a").eachText())
                .containsExactlyInAnyOrder("a", "Picture: The kite in the wind (named.jpg)");
        assertThat(cell(data.page("pictures", "zh"), "foaf:depiction")
                        .select("a")
                        .text())
                .isEqualTo("图片：kite（a.jpg）");
    }

    @Test
    void a_value_has_its_own_direction() {
        Document page = page("rtl");
        assertThat(page.select("h1").attr("dir")).isEqualTo("auto");
        assertThat(page.select("h1").attr("lang")).isEqualTo("ar");
        assertThat(cell(page, "skos:definition").select("span[lang=he]").attr("dir"))
                .isEqualTo("auto");
        assertThat(cell(page, "ex:said").select("span[lang=en]").attr("dir")).isEqualTo("rtl");
        assertThat(page.select("#cite-line bdi").text()).isEqualTo("طائرة ورقية (kite)!");
        assertThat(page.select(".crumbs [aria-current]").attr("dir")).isEqualTo("auto");
    }

    @Test
    void what_turns_a_text_stays_in_its_value() {
        Document page = page("spoof");
        assertThat(page.select("h1").text()).isEqualTo("safe gnp.exe");
        for (String part : List.of("head", "h1", ".crumbs", "#cite-line")) {
            assertThat(page.select(part).outerHtml())
                    .as(part)
                    .doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069]");
        }
        assertThat(cell(page, "skos:note").select("span[dir=auto]").text()).contains("\u202E");
    }

    @Test
    void lines_are_kept_in_values_and_none_are_in_names() {
        Document page = page("lines");
        assertThat(page.select("h1").get(0).wholeText()).isEqualTo("several lines");
        assertThat(page.select(".lead").get(0).wholeText()).isEqualTo("1. cut\n2. fold\n3. fly");
        assertThat(cell(page, "skos:note").selectFirst("span[lang]").wholeText())
                .isEqualTo("one\ntwo");
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("1. cut 2. fold 3. fly");
    }

    @ParameterizedTest
    @CsvSource({"en, (empty)", "zh, （空）"})
    void a_text_that_shows_nothing_is_told_in_a_word(String lang, String word) {
        assertThat(cell(data.page("blank-label", lang), "skos:prefLabel").text())
                .startsWith(word);
    }

    @Test
    void numbers_stand_by_value_and_before_texts() {
        assertThat(values(page("many"), "ex:size"))
                .containsExactly("-1", "2.5", "9", "10", "1e3", "INF", "2020", "ten");
    }

    @ParameterizedTest
    @CsvSource({
        "blank-label, blank-label",
        "direction-label, direction-label",
        "second-label, the second",
        "mul, K-1",
        "xl, by skos-xl",
    })
    void a_label_that_shows_nothing_is_none_and_one_for_all_languages_goes_before_a_strange_one(
            String thing, String name) {
        for (String lang : List.of("en", "zh")) {
            assertThat(data.page(thing, lang).select("h1").text()).isEqualTo(name);
            assertThat(data.page(thing, lang).title()).isEqualTo(name + " - Example");
        }
    }

    @Test
    void a_zone_is_told_where_there_is_one_and_a_year_before_the_first_in_a_word() {
        assertThat(values(page("d"), "ex:on"))
                .containsExactlyInAnyOrder("3 February 2021", "3 February 2021 (UTC+08:00)");
        assertThat(values(page("d"), "ex:at"))
                .containsExactlyInAnyOrder(
                        "3 February 2021 04:05:06 UTC", "2 February 2021 20:05:06 UTC", "3 February 2021 04:05:06");
        assertThat(values(page("d"), "ex:year")).containsExactly("45 BC (-0044)");
        assertThat(values(data.page("d", "zh"), "ex:year")).containsExactly("公元前45年（-0044）");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void a_long_text_is_folded_and_cut_where_it_is_a_name(String lang) {
        Document page = data.page("wordy", lang);
        assertThat(page.select("h1").text()).hasSizeLessThan(320).endsWith("…");
        assertThat(page.title()).hasSizeLessThan(330);
        assertThat(page.select("meta[name=description]").attr("content")).hasSizeLessThan(170);
        assertThat(page.select(".lead").text()).hasSizeLessThan(320);
        assertThat(cell(page, "ex:text").select("details.long")).hasSize(2);
        assertThat(cell(page, "ex:text").select("details.long > div").eachText())
                .contains(UNBROKEN);
        assertThat(data.site().get("/doc/wordy.html").headers().map().toString())
                .hasSizeLessThan(4000);
    }

    @Test
    void parts_in_parts_end_somewhere() {
        assertThat(page("deep").text()).contains("deeper than is shown here; the data have it");
    }

    @Test
    void a_blank_node_is_called_by_its_name_else_its_class_and_never_by_an_id() {
        assertThat(values(page("typed"), "ex:has"))
                .satisfiesExactlyInAnyOrder(
                        value -> assertThat(value).isEqualTo("sort of thing"),
                        value -> assertThat(value).isEqualTo("a thing without a name"),
                        value -> assertThat(value).contains("called"));
    }
}
