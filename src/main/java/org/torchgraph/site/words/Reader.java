package org.torchgraph.site.words;

import java.util.List;
import java.util.stream.Stream;
import org.torchgraph.messages.Language;

/**
 * Who reads a page.
 *
 * @param language of the page's own words
 * @param ranges languages of the reader, the best first, that of the page among them (RFC 4647 §2.1)
 * @param chosen the range that the reader asked for, which links keep; empty when there is none
 */
public record Reader(Language language, List<String> ranges, String chosen) {

    /** Who reads one language of the site. */
    public static Reader of(Language language) {
        return new Reader(language, List.of(language.code()), "");
    }

    /** Who asked for a language of the site. */
    public static Reader choosing(Language language) {
        return new Reader(language, List.of(language.code()), language.code());
    }

    /** The best texts that say the same are those in the first of these. */
    public static Reader of(Language language, List<String> ranges, String chosen) {
        return new Reader(
                language,
                Stream.of(Stream.of(chosen), ranges.stream(), Stream.of(language.code()))
                        .flatMap(all -> all)
                        .filter(range -> !range.isEmpty())
                        .distinct()
                        .toList(),
                chosen);
    }

    /** Query string that keeps what the reader chose, or empty. */
    public String suffix() {
        return chosen.isEmpty() ? "" : "?lang=" + chosen;
    }
}
