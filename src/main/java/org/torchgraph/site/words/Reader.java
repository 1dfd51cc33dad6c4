package org.torchgraph.site.words;

import java.util.List;
import java.util.stream.Stream;
import org.torchgraph.messages.Language;

/**
 * The reader of a page.
 *
 * @param language the language of the page's own texts
 * @param ranges the language ranges of the reader, the best first, that of the page among them (RFC 4647 §2.1), then
 *     those that the publication sets
 * @param chosen the language range that the reader chose, which links keep; empty if none
 */
public record Reader(Language language, List<String> ranges, String chosen) {

    /** Returns a reader of one site language. */
    public static Reader of(Language language) {
        return new Reader(language, List.of(language.code()), "");
    }

    /**
     * Returns a reader with several preferred language ranges, the best first.
     *
     * @param set the languages that the publication sets for readers who have none of its texts
     */
    public static Reader of(Language language, List<String> ranges, String chosen, List<String> set) {
        return new Reader(
                language,
                Stream.of(Stream.of(chosen), ranges.stream(), Stream.of(language.code()), set.stream())
                        .flatMap(all -> all)
                        .filter(range -> !range.isEmpty())
                        .distinct()
                        .toList(),
                chosen);
    }

    /** Returns the query string that keeps the chosen language, or an empty text. */
    public String suffix() {
        return chosen.isEmpty() ? "" : "?lang=" + chosen;
    }
}
