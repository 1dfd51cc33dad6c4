package org.torchgraph.messages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The languages in which a site is shown: those with a catalogue, of the program or of its publication.
 *
 * @param all by code
 */
public record InterfaceLanguages(List<Language> all) {
    /** Those that come with the program. */
    public static final InterfaceLanguages BUNDLED = new InterfaceLanguages(
            CatalogueText.codes().map(InterfaceLanguages::program).toList());

    public InterfaceLanguages {
        all = all.stream().sorted(Comparator.comparing(Language::code)).toList();
    }

    private static Language program(String code) {
        return Stream.of(Language.EN, Language.ZH)
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElseGet(() -> Language.bundled(code));
    }

    /** Returns these languages and more; one of a code that is there already takes its place. */
    public InterfaceLanguages and(List<Language> more) {
        TreeMap<String, Language> byCode = Stream.concat(all.stream(), more.stream())
                .collect(Collectors.toMap(Language::code, language -> language, (old, now) -> now, TreeMap::new));
        return more.isEmpty() ? this : new InterfaceLanguages(List.copyOf(byCode.values()));
    }

    /** Returns those of these languages that are wanted. */
    public InterfaceLanguages only(Predicate<Language> wanted) {
        return new InterfaceLanguages(all.stream().filter(wanted).toList());
    }

    /**
     * Returns the codes; that of English, which a reader of none of these languages gets, is the first if it is one.
     */
    public List<String> codes() {
        return all.stream()
                .sorted(Comparator.comparing(language -> !language.equals(Language.EN)))
                .map(Language::code)
                .toList();
    }

    /** Returns the BCP 47 tag of texts in the language with a code, which is the code if it is none of these. */
    public String tag(String code) {
        return coded(code).map(Language::tag).orElse(code);
    }

    /** Returns the language with a code. */
    public Optional<Language> coded(String code) {
        return all.stream().filter(language -> language.code().equals(code)).findFirst();
    }
}
