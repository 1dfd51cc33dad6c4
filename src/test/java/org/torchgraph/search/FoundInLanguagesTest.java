package org.torchgraph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.publication.settings.Presentation;
import org.torchgraph.search.text.Stemming;

/** Words are found in the forms that their language gives them, and as they are written in every other. */
class FoundInLanguagesTest {
    private static final String TEXTS =
            """
            <id/de> rdfs:label "Altes Haus am Fluß"@de .
            <id/fr> rdfs:label "L'école des chevaux"@fr-CA .
            <id/es> rdfs:label "canciones populares"@es .
            <id/pt> rdfs:label "os corações"@pt-BR .
            <id/it> rdfs:label "dell’acqua"@it .
            <id/ru> rdfs:label "красивые дома"@ru .
            <id/ar> rdfs:label "المكتبة الوطنية"@ar .
            <id/fa> rdfs:label "کتاب‌های فارسی"@fa .
            <id/he> rdfs:label "סֵפֶר יְרוּשָׁלַיִם"@he .
            <id/hi> rdfs:label "लड़कियाँ"@hi .
            <id/th> rdfs:label "ราชอาณาจักรไทย"@th .
            <id/ja> rdfs:label "東京大学のサーバー"@ja .
            <id/ko> rdfs:label "한국의 역사"@ko .
            <id/tr> rdfs:label "kitaplar"@tr .
            <id/hu> rdfs:label "házak"@hu .
            <id/el> rdfs:label "δρόμοι"@el .
            <id/no> rdfs:label "gjestehuset"@nb .
            <id/plain> rdfs:label "l'opéra" ; ex:pages "٤٥" .
            <id/inner> rdfs:label "of parts" ; ex:address [ ex:town "Quimper" ; ex:geo [ ex:note "Finistère"@fr ] ] ;
              ex:list ( "gherkin" "capers" ) ; skos:editorialNote [ ex:note "unseen" ] .
            """;

    @TempDir
    private Path root;

    private Hits find(String turtle, String text) {
        return new Search(
                        MemoryDataset.of(PublicationFolder.in(root)
                                        .turtle("data/x.ttl", turtle)
                                        .read())
                                .snapshot(),
                        PublicationFolder.BASE,
                        Presentation.DEFAULT,
                        List.of())
                .find(new SearchRequest(text, Map.of(), 1), Duration.ofMinutes(1))
                .orElseThrow();
    }

    private List<String> found(String turtle, String text) {
        Hits hits = find(turtle, text);
        return hits.loose()
                ? List.of()
                : hits.hits().stream()
                        .map(hit -> hit.thing().getURI().replace(PublicationFolder.BASE + "id/", ""))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "häuser, de",
        "Hauser, de",
        "Fluss, de",
        "alte häuser, de",
        "ecole, fr",
        "écoles, fr",
        "cheval, fr",
        "canción, es",
        "coracao, pt",
        "acqua, it",
        "дом, ru",
        "красивый, ru",
        "مكتبة, ar",
        "مكتبه, ar",
        "كتاب, fa",
        "ספר ירושלים, he",
        "लड़की, hi",
        "อาณาจักร, th",
        "東京, ja",
        "大学, ja",
        "サーバー, ja",
        "ｻｰﾊﾞｰ, ja",
        "한국, ko",
        "역사, ko",
        "kitap, tr",
        "haz, hu",
        "δρομος, el",
        "gjestehus, no",
        "opera, plain",
        "45, plain"
    })
    void another_form_of_a_word_finds_it(String text, String thing) {
        assertThat(found(TEXTS, text)).containsExactly(thing);
    }

    @ParameterizedTest
    @CsvSource({"Quimper, inner", "finistere, inner", "gherkin, inner", "capers, inner"})
    void a_thing_is_found_by_the_texts_of_its_blank_nodes(String text, String thing) {
        assertThat(found(TEXTS, text)).containsExactly(thing);
    }

    @Test
    void what_is_for_editors_is_not_found_in_a_blank_node_either() {
        assertThat(found(TEXTS, "unseen")).isEmpty();
    }

    @Test
    void a_word_is_found_as_it_is_written_whatever_the_language_of_its_text() {
        String turtle =
                """
                <id/de> rdfs:label "chevaux"@de . <id/fr> rdfs:label "chevaux"@fr . <id/en> rdfs:label "chevaux"@en .
                <id/none> rdfs:label "chevaux" . <id/odd> rdfs:label "chevaux"@x-odd . <id/one> rdfs:label "cheval"@fr .
                <id/other> rdfs:label "cheval"@de .
                """;
        assertThat(found(turtle, "chevaux")).containsExactly("de", "en", "fr", "none", "odd", "one");
        assertThat(found(turtle, "cheval")).containsExactly("one", "other", "fr");
    }

    @Test
    void the_form_that_is_typed_comes_first_and_a_name_before_a_text() {
        String turtle =
                """
                <id/a> rdfs:label "x" ; ex:said "Häuser"@de . <id/b> rdfs:label "Haus"@de . <id/c> rdfs:label "Häuser"@de .
                """;
        assertThat(found(turtle, "Häuser")).containsExactly("c", "b", "a");
    }

    @Test
    void another_form_is_marked() {
        Hits hits = find(TEXTS, "häuser");
        assertThat(hits.hits().get(0).names().get(0).marked().parts().stream()
                        .map(part -> part.hit() ? "[" + part.text() + "]" : part.text())
                        .collect(Collectors.joining()))
                .isEqualTo("Altes [Haus] am Fluß");
    }

    @Test
    void a_long_text_is_answered_whatever_the_number_of_languages() {
        String turtle = Stream.of(Locale.getISOLanguages())
                .map(language -> "<id/%s> rdfs:label \"word %s\"@%s .".formatted(language, language, language))
                .collect(Collectors.joining("\n"));
        assertThat(found(turtle, "word")).hasSize(20);
        String words = IntStream.range(0, 60).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        assertThat(found(turtle, words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"de, de", "de-AT, de", "PT-br, pt", "zh-Hans, ''", "en, ''", "'', ''", "mul, ''", "x-de, ''"})
    void a_tag_tells_the_language_of_the_stems(String tag, String language) {
        assertThat(Stemming.language(tag).orElse("")).isEqualTo(language);
    }
}
