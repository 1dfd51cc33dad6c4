package org.torchgraph.model.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    /** Labels named by their tags. */
    private static String best(String ranges, String tags, String... common) {
        List<Node> labels = new ArrayList<>(Stream.of(tags.split(" "))
                .map(tag -> tag.equals("-")
                        ? NodeFactory.createLiteralString(tag)
                        : NodeFactory.createLiteralLang(tag, tag))
                .toList());
        Collections.shuffle(labels, new Random(tags.length()));
        return labels.stream()
                .min(Languages.of(List.of(ranges.split(" ")), List.of(common)).order())
                .orElseThrow()
                .getLiteralLexicalForm();
    }

    @ParameterizedTest
    @CsvSource({
        "en, en fr mul, en",
        "en, fr mul it, mul",
        "en, fr it -, -",
        "en, mul -, mul",
        "de en, en de fr, de",
        "pt-BR en, en pt pt-BR, pt-BR",
        "pt-BR en, en pt, pt",
        "pt-BR en, en pt-PT, pt-PT",
        "zh-CN, zh-Hant zh-Hans en, zh-Hans",
        "zh-TW, zh-Hans zh-Hant en, zh-Hant",
        "zh, zh-Hans ja, zh-Hans",
        "DE-at, de-CH de fr, de",
        "en, enm eng fr, fr",
    })
    void the_reader_comes_first_then_all_languages_then_none(String ranges, String tags, String wanted) {
        assertThat(best(ranges, tags, "fr")).isEqualTo(wanted);
    }

    @Test
    void then_the_language_that_the_data_use_most_and_else_the_first_by_tag() {
        assertThat(best("en", "fr it de", "it", "de")).isEqualTo("it");
        assertThat(best("en", "fr sv de", "it", "de")).isEqualTo("de");
        assertThat(best("en", "fr sv da", "it", "de")).isEqualTo("da");
    }

    @Test
    void english_comes_before_what_the_data_use_most_and_after_what_is_in_no_language() {
        assertThat(best("fr", "zh en", "zh", "en")).isEqualTo("en");
        assertThat(best("fr", "zh en-GB", "zh")).isEqualTo("en-GB");
        assertThat(best("fr", "en mul", "zh", "en")).isEqualTo("mul");
        assertThat(best("fr zh", "zh en", "en", "zh")).isEqualTo("zh");
    }

    @Test
    void languages_are_counted_however_their_tags_are_written() {
        Languages.LanguageCount count = new Languages.LanguageCount();
        Stream.of("fr", "de", "DE", "de", "en", "fr-CA", "").forEach(tag -> count.count(tag, 1));
        assertThat(count.tags()).containsExactly("de", "en", "fr", "fr-ca");
    }
}
