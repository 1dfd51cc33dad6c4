package org.torchgraph.site.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    The query did not end within 20 s.|查询超时：未能在 20 秒内完成。
                    Nothing is known of <https://example.org/x>.|图谱中没有关于 <https://example.org/x> 的记载。
                    The question stages has no parameter x; it has none.|问题 stages 没有参数 x；它不带参数。
                    The question stages has no parameter x; it has year.|问题 stages 没有参数 x；它的参数有 year。
                    There is no document /doc/{0}: nothing is known of such a thing.|没有页面 /doc/{0}：图谱中没有关于它的记载。
                    """)
    void what_the_server_says_is_said_in_the_language(String english, String chinese) {
        assertThat(Details.show(english, Language.ZH)).isEqualTo(Shown.text(chinese));
        assertThat(Details.show(english, Language.EN)).isEqualTo(Shown.text(english));
    }

    @Test
    void what_there_are_no_words_for_is_said_as_english() {
        Shown shown = Details.show("The query does not parse: something unheard of.", Language.ZH);
        assertThat(shown.text()).isEqualTo("The query does not parse: something unheard of.");
        assertThat(shown.lang()).isEqualTo("en");
    }
}
