package org.torchgraph.messages;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A text that an author gave in one or more languages, as an argument of a message.
 *
 * @param byTag the text by language tag (BCP 47); the tag is empty where no language is given
 */
public record MultilingualText(Map<String, String> byTag) {

    public MultilingualText {
        byTag = Collections.unmodifiableSortedMap(new TreeMap<>(byTag));
    }

    /** Returns the text in a language; in English if there is none, else without a language, else in any. */
    public String in(Language language) {
        return matching(language)
                .or(() -> matching(Language.EN))
                .or(() -> Optional.ofNullable(byTag.get("")))
                .or(() -> byTag.values().stream().findFirst())
                .orElse("");
    }

    /** Returns the text with the tag of a language, else one whose tag its range matches (RFC 4647 §3.3.1). */
    private Optional<String> matching(Language language) {
        return Optional.ofNullable(byTag.get(language.tag())).or(() -> byTag.entrySet().stream()
                .filter(text -> (text.getKey() + "-").toLowerCase(Locale.ROOT).startsWith(language.code() + "-"))
                .map(Map.Entry::getValue)
                .findFirst());
    }
}
