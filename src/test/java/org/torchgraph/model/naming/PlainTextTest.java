package org.torchgraph.model.naming;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @Test
    void a_name_is_one_line_without_marks_of_direction() {
        assertThat(PlainText.of("safe \u202Egnp.exe")).isEqualTo("safe gnp.exe");
        assertThat(PlainText.of("\u2067a\u2069\u200F\u061C b")).isEqualTo("a b");
        assertThat(PlainText.of("  one\n\ttwo\u2028three\u0000 ")).isEqualTo("one two three");
        assertThat(PlainText.of("नी\u200Dति 👩\u200D🔬")).isEqualTo("नी\u200Dति 👩\u200D🔬");
    }

    @Test
    void a_long_name_is_cut_between_characters() {
        assertThat(PlainText.of("x".repeat(PlainText.MAX_NAME_CHARACTERS))).doesNotContain("…");
        assertThat(PlainText.of("𠀀".repeat(PlainText.MAX_NAME_CHARACTERS + 1)))
                .isEqualTo("𠀀".repeat(PlainText.MAX_NAME_CHARACTERS) + "…");
        assertThat(PlainText.of("one two three", 7)).isEqualTo("one two…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0\u3000", "\u200B", "\u202E\u202C", "\uFEFF\n", "\u00AD"})
    void what_does_not_show_is_no_name(String text) {
        assertThat(PlainText.isEmpty(text)).isTrue();
    }

    @Property
    void no_text_leaves_a_mark_a_break_or_half_a_character(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 50) int most) {
        String plain = PlainText.of(text, most);
        assertThat(plain.codePoints())
                .allMatch(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.SURROGATE
                        && Character.getType(c) != Character.LINE_SEPARATOR
                        && !(c >= 0x202A && c <= 0x202E)
                        && !(c >= 0x2066 && c <= 0x2069));
        assertThat(plain.codePointCount(0, plain.length())).isLessThanOrEqualTo(most + 1);
        assertThat(plain).isEqualTo(plain.strip());
    }
}
