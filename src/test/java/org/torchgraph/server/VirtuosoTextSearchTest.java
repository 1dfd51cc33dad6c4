package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.Virtuoso;
import org.torchgraph.publication.Publication;

/** A site over a Virtuoso with too many statements to be copied, before and after its text index is made. */
class VirtuosoTextSearchTest {
    private static final String THINGS =
            """
            ex:Place a rdfs:Class ; rdfs:label "Place"@en .
            <id/park> a ex:Place ; rdfs:label "Harbour Science Park"@en, "海港科技园区"@zh-Hans ; rdfs:comment "moorings" .
            <id/harbour> a ex:Place ; rdfs:label "Harbour"@en, "海港"@zh-Hans .
            <id/quay> a ex:Place ; rdfs:label "The O'Neil \\"quay\\" OR Harbour wall"@en .
            <id/many> rdfs:label %s .
            """
                    .formatted(String.join(
                            ", ",
                            IntStream.range(0, 250)
                                    .mapToObj(number -> "\"Lantern " + number + "\"")
                                    .toList()));

    @TempDir
    static Path folder;

    @TempDir
    static Path files;

    @AutoClose
    private static Virtuoso engine;

    @AutoClose
    private static TestSite before;

    @AutoClose
    private static TestSite site;

    @BeforeAll
    static void fill() {
        Publication publication =
                PublicationFolder.in(files).turtle("data/things.ttl", THINGS).read();
        engine = Virtuoso.startIn(folder).with(publication);
        before = site(publication);
        engine.withTextIndex();
        site = site(publication);
    }

    private static TestSite site(Publication publication) {
        RemoteDataset dataset = RemoteDataset.open(
                engine.address(), publication.base(), TestSite.seconds(60), LargeEngineTest.VERSION, 1);
        return TestSite.of(publication.withoutStatements(), dataset).searchable();
    }

    private static JsonObject json(TestSite asked, String path) {
        HttpResponse<String> response = asked.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.createReader(new StringReader(response.body())).readObject();
    }

    private static JsonObject search(TestSite asked, String text) {
        return json(asked, "/search.json?q=" + PercentEncoding.value(text));
    }

    private static String page(TestSite asked, String text) {
        return asked.get("/search?lang=en&q=" + text, "Accept", "text/html").body();
    }

    private static List<String> things(JsonObject found, String array) {
        return found.getJsonArray(array).stream()
                .map(JsonValue::asJsonObject)
                .map(hit -> hit.getString("iri").replace(PublicationFolder.BASE + "id/", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "harbour, 'harbour,park,quay'",
        "HARBOUR science, park",
        "海港, 'harbour,park'",
        "港科, park",
        "harbo, 'harbour,park,quay'",
        "science-park, park"
    })
    void the_engine_finds_names_the_whole_one_first_and_then_shorter_ones(String text, String things) {
        JsonObject found = search(site, text);
        assertThat(found.getBoolean("byStore")).isTrue();
        assertThat(found.getBoolean("cut")).isFalse();
        assertThat(String.join(",", things(found, "hits"))).isEqualTo(things);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moorings", "arbour", "𠀀", "'", "\"", "*", "lan*tern", "harbour' OR 'lantern", "}#"})
    void what_no_name_has_finds_nothing_and_does_no_harm(String text) {
        assertThat(things(search(site, text), "hits")).isEmpty();
        assertThat(things(search(site, "science"), "hits")).containsExactly("park");
    }

    @Test
    void quotes_and_operators_are_words() {
        assertThat(things(search(site, "o'neil \"quay\" or"), "hits")).containsExactly("quay");
        assertThat(things(search(site, "harbour\") } #"), "hits")).containsExactly("harbour", "park", "quay");
    }

    @Test
    void suggestions_continue_a_word_and_have_names_and_classes() {
        JsonObject suggested = json(site, "/search/suggest?q=harb");
        assertThat(things(suggested, "suggestions")).containsExactly("harbour", "park", "quay");
        assertThat(suggested.toString()).contains("海港", "http://example.org/def#Place", "/id/harbour");
        assertThat(things(json(site, "/search/suggest?q=har"), "suggestions")).isEmpty();
    }

    @Test
    void the_page_says_that_the_engine_answers_and_has_no_filters() {
        String page = page(site, "harbour");
        assertThat(page)
                .contains("The store searches by itself", "</mark> Science Park")
                .doesNotContain("id=\"filters\"", "There are more");
        assertThat(page(site, "lantern")).contains("There are more");
        assertThat(search(site, "lantern").getBoolean("cut")).isTrue();
        assertThat(site.get("/search.json?q=harbour&class=def%23Place").statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_engine_without_a_text_index_has_the_index_of_the_site() {
        JsonObject found = search(before, "moorings");
        assertThat(found.containsKey("byStore")).isFalse();
        assertThat(things(found, "hits")).containsExactly("park");
        assertThat(page(before, "harbour")).contains("id=\"filters\"").doesNotContain("The store searches by itself");
    }
}
