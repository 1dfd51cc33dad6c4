package org.torchgraph.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTest {

    private static Message numbered(Code code) {
        int arguments = Language.EN.messages().arguments(code.key());
        // A number is what any pattern takes, formatted or not.
        return new Message(
                code,
                IntStream.range(0, arguments).<Object>mapToObj(i -> 4201 + i).toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_code_is_said_in_each_language_with_all_its_arguments(Code code) {
        for (Language language : InterfaceLanguages.BUNDLED.all()) {
            String sentence = numbered(code).in(language);
            assertThat(sentence).isNotBlank().doesNotContainPattern("\\{\\d");
            for (Object argument : numbered(code).arguments()) {
                assertThat(sentence).containsOnlyOnce(argument.toString());
            }
        }
        if (Language.EN.messages().say(code.key()).matches(".*[a-z].*")) {
            assertThat(numbered(code).in(Language.ZH)).containsPattern("\\p{IsHan}");
        }
        assertThat(numbered(code).in(Language.EN)).doesNotContainPattern("\\p{IsHan}");
        assertThat(code.slug()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    @Test
    void no_two_codes_say_the_same() {
        for (Language language : InterfaceLanguages.BUNDLED.all()) {
            assertThat(Stream.of(Code.values()).map(code -> language.messages().say(code.key())))
                    .doesNotHaveDuplicates();
        }
    }

    @Property
    void an_argument_is_shown_as_it_is(@ForAll String value) {
        for (Language language : InterfaceLanguages.BUNDLED.all()) {
            String[] round = language.messages().say(Code.NO_FILE.key()).split("\\{0}", -1);
            assertThat(Message.of(Code.NO_FILE, value).in(language)).isEqualTo(round[0] + value + round[1]);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {0}
                    {1} {2,choice,0#none}
                    it''s '{'
                    x": it wants an IRI, whole or relative to <y>, such as z'
                    $1 \\E(.*)\\Q
                    """)
    void a_value_that_looks_like_a_pattern_or_another_sentence_changes_nothing(String value) {
        Message message =
                Message.of(Code.PARAMETER_VALUE, "year", value, Message.of(Code.WANTS_VALUE, "urn:x:" + value));
        assertThat(message.in(Language.EN))
                .isEqualTo(
                        "The parameter year cannot be \"" + value + "\": it wants a value of <urn:x:" + value + ">.");
        assertThat(message.in(Language.ZH)).isEqualTo("参数 year 不能是“" + value + "”：须是 <urn:x:" + value + "> 类型的值。");
    }

    @Test
    void many_repetitions_cost_no_more_than_their_length() {
        String value = "' cannot be \"".repeat(200_000);
        Message message = Message.of(Code.PARAMETER_VALUE, value, value, value);
        for (Language language : InterfaceLanguages.BUNDLED.all()) {
            String sentence = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> message.in(language));
            assertThat(sentence).hasSizeBetween(3 * value.length(), 3 * value.length() + 100);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 | The one place for queries is taken; try again in a moment. | 1 个查询名额都已占用；请稍后再试。
                    2 | All 2 places for queries are taken; try again in a moment. | 2 个查询名额都已占用；请稍后再试。
                    1200 | All 1200 places for queries are taken; try again in a moment. | 1200 个查询名额都已占用；请稍后再试。
                    """)
    void numbers_are_counted_in_words(int places, String english, String chinese) {
        assertThat(Message.of(Code.QUERIES_BUSY, places).in(Language.EN)).isEqualTo(english);
        assertThat(Message.of(Code.QUERIES_BUSY, places).in(Language.ZH)).isEqualTo(chinese);
    }

    @Test
    void what_has_another_number_of_arguments_is_no_message() {
        assertThatThrownBy(() -> Message.of(Code.NO_FILE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Message(Code.NO_FILE, List.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_text_in_several_languages_is_said_in_that_of_the_message_else_in_english_else_in_any() {
        assertThat(said(Map.of("zh-Hans", "多", "en-GB", "many", "de", "viele"))).containsExactly("多", "many");
        assertThat(said(Map.of("zh-Hant", "衆", "zh-Hans", "众", "en", "many"))).containsExactly("众", "many");
        assertThat(said(Map.of("ZH", "多", "zhx", "x", "", "none"))).containsExactly("多", "none");
        assertThat(said(Map.of("en", "many", "", "none", "de", "viele"))).containsExactly("many", "many");
        assertThat(said(Map.of("", "none", "de", "viele"))).containsExactly("none", "none");
        assertThat(said(Map.of("fr", "beaucoup", "de", "viele"))).containsExactly("viele", "viele");
    }

    private static List<String> said(Map<String, String> byTag) {
        Message message = Message.of(Code.SHAPE_BROKEN, new MultilingualText(byTag), "x");
        return Stream.of(Language.ZH, Language.EN)
                .map(language -> message.in(language).split("[:：]")[0])
                .toList();
    }

    @Test
    void an_exception_tells_logs_in_english() {
        MessageException thrown = new MessageException(Message.of(Code.NO_FILE, "/x"), null) {
            private static final long serialVersionUID = 1L;
        };
        assertThat(thrown).hasMessage("There is no file /x.");
        assertThat(thrown.message().in(Language.ZH)).isEqualTo("没有文件 /x。");
    }
}
