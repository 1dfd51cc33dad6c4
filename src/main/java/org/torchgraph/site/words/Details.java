package org.torchgraph.site.words;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the server says of a request, and says in English, in the language of a page. */
public final class Details {
    private static final Pattern VALUE = Pattern.compile("\\{\\d}");
    private static final List<Sentence> SENTENCES = Language.EN.texts().keys().stream()
            .filter(key -> key.startsWith("detail."))
            .map(key -> Sentence.of(key.substring("detail.".length())))
            .sorted(Comparator.comparing(Sentence::said).reversed().thenComparing(Sentence::name))
            .toList();

    private Details() {}

    /**
     * @param name of the sentence in the texts
     * @param said how many characters of it are the same in each use; the more, the better it fits
     */
    private record Sentence(String name, Pattern pattern, int said) {
        static Sentence of(String name) {
            String text = english(name);
            String pattern =
                    Arrays.stream(VALUE.split(text, -1)).map(Pattern::quote).collect(Collectors.joining("(.*)"));
            return new Sentence(
                    name,
                    Pattern.compile(pattern, Pattern.DOTALL),
                    VALUE.matcher(text).replaceAll("").length());
        }
    }

    /** Names of the sentences that there are words for. */
    public static List<String> names() {
        return SENTENCES.stream().map(Sentence::name).toList();
    }

    /** As the server says it, with {@code {n}} for what varies. */
    public static String english(String name) {
        return in(Language.EN, name);
    }

    /** The same in a language. */
    public static String in(Language language, String name, Object... values) {
        return language.texts().say("detail." + name, values);
    }

    /** In the language, or in English when there are no words for it. */
    public static Shown show(String detail, Language language) {
        if (language == Language.EN) {
            return Shown.text(detail);
        }
        for (Sentence sentence : SENTENCES) {
            Matcher found = sentence.pattern().matcher(detail);
            if (found.matches()) {
                Object[] values = IntStream.rangeClosed(1, found.groupCount())
                        .mapToObj(found::group)
                        .toArray();
                return Shown.text(in(language, sentence.name(), values));
            }
        }
        return Shown.text(detail, Language.EN);
    }
}
