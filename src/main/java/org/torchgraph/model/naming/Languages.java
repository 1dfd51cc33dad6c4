package org.torchgraph.model.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;

/**
 * Ranks texts with equal meaning for a reader: first by the reader's languages in order, then texts for all languages
 * ({@code mul}) and texts without a tag, then English, in which words that pages lack are too, then by the frequency of
 * languages in the data.
 *
 * @param wanted language ranges in lower case, each followed by its less specific forms: {@code pt-br}, {@code pt}
 * @param common the language tags of the data in lower case, the most frequent first
 */
public record Languages(List<String> wanted, List<String> common) {
    /** The script that is written in a region, for tags that have only the region (RFC 5646 §4.1 omits it). */
    private static final Map<String, String> SCRIPTS = Map.of(
            "zh-cn", "zh-hans",
            "zh-sg", "zh-hans",
            "zh-my", "zh-hans",
            "zh-tw", "zh-hant",
            "zh-hk", "zh-hant",
            "zh-mo", "zh-hant");

    /**
     * Creates the ranking.
     *
     * @param ranges the language ranges of the reader, the best first (RFC 4647 §2.1)
     * @param common the language tags of the data, the most frequent first
     */
    public static Languages of(List<String> ranges, List<String> common) {
        List<String> wanted = new ArrayList<>();
        ranges.forEach(range -> expand(range.toLowerCase(Locale.ROOT), wanted));
        return new Languages(wanted.stream().distinct().toList(), common);
    }

    private static void expand(String range, List<String> into) {
        into.add(range);
        if (SCRIPTS.containsKey(range)) {
            into.add(SCRIPTS.get(range));
        }
        int hyphen = range.lastIndexOf('-');
        if (hyphen > 0) {
            expand(range.substring(0, hyphen), into);
        }
    }

    /** Returns an order by rank, then by tag and text, so that the result is always the same. */
    public Comparator<Node> order() {
        return Comparator.comparingInt((Node text) -> rank(text.getLiteralLanguage()))
                .thenComparing(Node::getLiteralLanguage)
                .thenComparing(Node::getLiteralLexicalForm);
    }

    /** Returns the rank of a tag; 0 is the best. */
    public int rank(String tag) {
        String low = tag.toLowerCase(Locale.ROOT);
        for (int i = 0; i < wanted.size(); i++) {
            if (matches(low, wanted.get(i))) {
                return i;
            }
        }
        if (low.equals("mul") || low.equals("zxx")) {
            return wanted.size();
        }
        if (low.isEmpty() || low.equals("und")) {
            return wanted.size() + 1;
        }
        int at = matches(low, "en") ? -1 : common.indexOf(low) < 0 ? common.size() : common.indexOf(low);
        return wanted.size() + 3 + at;
    }

    /** Returns the first of the best of some texts, each in a language; empty if there are none. */
    public <T> Optional<T> best(Collection<T> texts, Function<T, String> tag) {
        return texts.stream().min(Comparator.comparingInt(text -> rank(tag.apply(text))));
    }

    /** Returns whether a tag is in one of the reader's languages. */
    public boolean isWanted(String tag) {
        return rank(tag) < wanted.size();
    }

    /**
     * Returns whether a range matches a tag by basic filtering (RFC 4647 §3.3.1): it is the tag, or a prefix of it that
     * ends at a hyphen.
     */
    public static boolean matches(String tag, String range) {
        return tag.regionMatches(true, 0, range, 0, range.length())
                && (tag.length() == range.length()
                        || tag.length() > range.length() && tag.charAt(range.length()) == '-');
    }

    /** Counts the languages of texts. */
    public static final class LanguageCount {
        private final Map<String, Integer> texts = new HashMap<>();

        /**
         * Counts texts of a language.
         *
         * @param tag the tag of the language; an empty one is ignored
         * @param more how many there are more of it, or fewer if it is negative
         */
        public void count(String tag, int more) {
            if (!tag.isEmpty()) {
                texts.merge(tag.toLowerCase(Locale.ROOT), more, (one, other) -> one + other == 0 ? null : one + other);
            }
        }

        /** Returns a count of its own that begins with the same texts. */
        public LanguageCount copy() {
            LanguageCount copy = new LanguageCount();
            copy.texts.putAll(texts);
            return copy;
        }

        /** Returns the tags in lower case, the most frequent first. */
        public List<String> tags() {
            return texts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
