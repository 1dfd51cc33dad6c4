package org.torchgraph.site.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    /** A key as it is written in a call, or the beginning of one that is put together. */
    private static final Pattern USE = Pattern.compile("\\.say\\(([^;]*?)\"([a-z0-9.]+)\"( \\+)?");

    @Test
    void both_languages_say_the_same_things() {
        assertThat(Language.ZH.texts().keys()).isEqualTo(Language.EN.texts().keys());
    }

    @Test
    void no_text_is_empty_or_left_in_the_other_language() {
        Texts zh = Language.ZH.texts();
        assertThat(zh.keys()).allSatisfy(key -> assertThat(zh.say(key)).isNotBlank());
        assertThat(Language.EN.texts().keys())
                .allSatisfy(key -> assertThat(Language.EN.texts().say(key)).doesNotContainPattern("\\p{IsHan}"));
    }

    @Test
    void both_languages_fill_in_the_same_values() {
        Pattern value = Pattern.compile("\\{\\d}");
        for (String key : Language.ZH.texts().keys()) {
            assertThat(found(value, Language.ZH.texts().say(key)))
                    .as(key)
                    .isEqualTo(found(value, Language.EN.texts().say(key)));
        }
    }

    @Test
    void every_key_used_exists() throws IOException {
        Set<String> keys = Language.EN.texts().keys();
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
        assertThat(Language.EN.texts().keys()).allSatisfy(key -> {
            String family = key.substring(0, key.lastIndexOf('.') + 1);
            assertThat(all.contains('"' + key + '"') || !family.isEmpty() && all.contains('"' + family + "\" + "))
                    .as(key)
                    .isTrue();
        });
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static List<String> sources() throws IOException {
        List<Path> files;
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"));
                Stream<Path> site = Files.walk(Path.of("src/main/java/org/torchgraph/site"));
                Stream<Path> server = Files.walk(Path.of("src/main/java/org/torchgraph/server"))) {
            files = Stream.of(templates, site, server)
                    .flatMap(paths -> paths)
                    .filter(Files::isRegularFile)
                    .toList();
        }
        List<String> sources = new ArrayList<>();
        for (Path file : files) {
            sources.add(Files.readString(file));
        }
        return sources;
    }
}
