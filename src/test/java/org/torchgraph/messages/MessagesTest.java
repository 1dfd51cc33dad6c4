package org.torchgraph.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    /** A key as it is written in a call, or the beginning of one that is put together. */
    private static final Pattern USE = Pattern.compile("\\.say\\(([^;]*?)\"([a-z0-9.-]+)\"( \\+)?");

    private static final Pattern CODE = Pattern.compile("\\bCode\\.([A-Z0-9_]+)");

    @Test
    void both_languages_say_the_same_things() {
        assertThat(Language.ZH.messages().keys())
                .isEqualTo(Language.EN.messages().keys());
    }

    @Test
    void no_text_is_empty_or_left_in_the_other_language() {
        Messages zh = Language.ZH.messages();
        assertThat(zh.keys()).allSatisfy(key -> assertThat(zh.say(key)).isNotBlank());
        assertThat(Language.EN.messages().keys())
                .allSatisfy(key -> assertThat(Language.EN.messages().say(key)).doesNotContainPattern("\\p{IsHan}"));
    }

    @Test
    void both_languages_fill_in_the_same_values() throws IOException {
        Map<String, String> english = patterns(Language.EN);
        patterns(Language.ZH)
                .forEach((key, pattern) ->
                        assertThat(arguments(pattern)).as(key).isEqualTo(arguments(english.get(key))));
    }

    @Test
    void a_sentence_is_woven_of_its_text_and_its_arguments() {
        List<String> pieces =
                Language.EN.messages().weave("class.facet.length", text -> "[" + text + "]", List.of("{0}"));
        assertThat(pieces).containsExactly("{0}", "[ characters]");
        assertThat(Language.ZH.messages().weave("diff.changed", text -> text, List.of("a", "b")))
                .containsExactly("有变：", "a", "b");
    }

    @Test
    void a_value_is_shown_as_it_is_unless_the_pattern_formats_it() {
        Messages english = Language.EN.messages();
        assertThat(english.say("pager.at", 1000, "{0}")).isEqualTo("Page 1000 of {0}");
        assertThat(english.say("diff.summary", 1234, 1)).isEqualTo("1,234 statements are new, 1 gone.");
        assertThat(english.say("diff.note.new", "'{4}", 2, 1, "{0}", 1)).isEqualTo("New: '{4} (2): {0} and 1 more.");
        assertThat(english.say("walk.count")).isEqualTo("{0} neighbours are shown");
    }

    @Test
    void what_is_counted_has_its_plural() {
        Messages english = Language.EN.messages();
        assertThat(Stream.of(0, 1, 2, 1200).map(rows -> english.say("question.rows", rows)))
                .containsExactly("0 rows", "1 row", "2 rows", "1200 rows");
        assertThat(Stream.of(0L, 1L, 1200L).map(hits -> english.say("search.found", "{1}", hits)))
                .containsExactly("“{1}” has 0 hits", "“{1}” has 1 hit", "“{1}” has 1200 hits");
        assertThat(Language.ZH.messages().say("search.found", "{1}", 1)).isEqualTo("“{1}”有 1 个结果");
    }

    /** A pattern whose smallest choice is above a number says the smallest of it. */
    @Test
    void every_choice_begins_with_none_or_one() throws IOException {
        for (Language language : Language.values()) {
            assertThat(patterns(language))
                    .allSatisfy((key, pattern) -> assertThat(pattern).doesNotContainPattern("choice,(?![01]#)"));
        }
    }

    @Test
    void every_key_used_exists() throws IOException {
        Set<String> keys = Language.EN.messages().keys();
        for (String source : sources()) {
            Matcher use = USE.matcher(source);
            while (use.find()) {
                String key = use.group(2);
                boolean known = use.group(3) == null
                        ? keys.contains(key)
                        : keys.stream().anyMatch(one -> one.startsWith(key));
                assertThat(known).as(key).isTrue();
            }
        }
    }

    @Test
    void every_key_is_used() throws IOException {
        String all = String.join("\n", sources());
        Set<String> codes = Stream.of(Code.values()).map(Code::key).collect(Collectors.toSet());
        assertThat(Language.EN.messages().keys()).allSatisfy(key -> {
            if (codes.contains(key)) {
                return;
            }
            String family = key.substring(0, key.lastIndexOf('.') + 1);
            assertThat(all.contains('"' + key + '"') || !family.isEmpty() && all.contains('"' + family + "\" + "))
                    .as(key)
                    .isTrue();
        });
    }

    @Test
    void every_code_is_used() throws IOException {
        Set<String> used = sources().stream()
                .flatMap(source -> CODE.matcher(source).results().map(use -> use.group(1)))
                .collect(Collectors.toSet());
        String shapes =
                Files.readString(Path.of("src/main/resources/org/torchgraph/publication/settings/settings-shapes.ttl"));
        assertThat(Code.values())
                .filteredOn(code -> !shapes.contains("sh:message \"" + code.slug() + "\""))
                .extracting(Code::name)
                .isSubsetOf(used);
    }

    private static Map<String, String> patterns(Language language) throws IOException {
        Properties file = new Properties();
        file.load(Files.newBufferedReader(
                Path.of("src/main/resources/org/torchgraph/messages/messages_" + language.code() + ".properties")));
        return file.entrySet().stream()
                .collect(Collectors.toMap(entry -> (String) entry.getKey(), entry -> (String) entry.getValue()));
    }

    /** Those inside choices too. */
    private static Set<String> arguments(String pattern) {
        return Pattern.compile("\\{(\\d)")
                .matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path folder : List.of(Path.of("src/main/jte"), Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }
}
