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

    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

    private static final Pattern CODE = Pattern.compile("\\bCode\\.([A-Z0-9_]+)");

    /** Names of formats and keywords of SPARQL. */
    private static Stream<String> names() {
        return Stream.of(
                "brand nav.sparql date.month date.within date.zone cite.bibtex cite.ris cite.csl format.csv format.json format.xml format.ttl",
                "format.jsonld format.nt format.xlsx format.ipynb format.Rmd grid.iri writes.patch engine.probe.minus",
                "engine.probe.not-exists");
    }

    /** The keys of texts that are the same as in English, with reason. */
    private static final Map<String, Set<String>> SAME = Map.of(
            "zh",
            same("editor.say.time"),
            "de",
            same(
                    "nav.export foot.version ev.status llms.version def.fact.version-iri export.format message.finding-at"),
            "fr",
            same(
                    "nav.queries nav.export pager foot.contact foot.version foot.licence date.day cite.tail group.sources ev.source"
                            + " ev.annotation ev.note search.question question.notebook brief.sources brief.notes chart.from llms.version"
                            + " markdown.contact markdown.licence sheet.question sheet.description editor.widget.pages def.version"
                            + " def.fact.licence def.fact.version-iri def.ontologies"
                            + " def.classes def.type export.format versions.all about.citations"));

    private static Set<String> same(String keys) {
        return Stream.concat(names(), Stream.of(keys))
                .flatMap(some -> Stream.of(some.split(" ")))
                .collect(Collectors.toSet());
    }

    @Test
    void the_list_of_catalogues_names_all_that_there_are() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/torchgraph/messages"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".properties"))
                            .map(name -> name.replaceAll("messages_|\\.properties", "")))
                    .containsExactlyInAnyOrderElementsOf(InterfaceLanguages.BUNDLED.codes());
        }
    }

    @Test
    void all_languages_say_the_same_things() throws IOException {
        for (Language language : InterfaceLanguages.BUNDLED.all()) {
            assertThat(patterns(language).keySet())
                    .as(language.code())
                    .containsExactlyInAnyOrderElementsOf(Language.EN.messages().keys());
            assertThat(language.messages().missing()).isEmpty();
            assertThat(language.messages().apostrophes()).isEmpty();
            assertThat(language.messages().unknown()).isEmpty();
        }
    }

    @Test
    void no_text_is_empty_or_left_in_another_language() throws IOException {
        Map<String, String> english = patterns(Language.EN);
        for (Language language : InterfaceLanguages.BUNDLED.all()) {
            Map<String, String> own = patterns(language);
            assertThat(own.values()).allSatisfy(text -> assertThat(text).isNotBlank());
            if (!language.equals(Language.ZH)) {
                assertThat(own.values()).noneMatch(text -> text.matches(".*\\p{IsHan}.*"));
            }
            if (!language.equals(Language.EN)) {
                assertThat(own.keySet().stream()
                                .filter(key -> own.get(key).equals(english.get(key)))
                                .filter(key -> WORD.matcher(own.get(key).replaceAll("\\{[^}]*}", ""))
                                        .find()))
                        .as(language.code())
                        .isSubsetOf(SAME.get(language.code()));
            }
        }
    }

    @Test
    void all_languages_fill_in_the_same_values() throws IOException {
        for (Language language : InterfaceLanguages.BUNDLED.all()) {
            patterns(language).forEach((key, pattern) -> assertThat(new CataloguePattern(key, pattern).fault())
                    .as(key + pattern)
                    .isEmpty());
        }
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
        for (Language language : InterfaceLanguages.BUNDLED.all()) {
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
