package org.torchgraph.model.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * Which of several texts that say the same comes first: those in a language of the reader, in the reader's order; then
 * those for all languages ({@code mul}) and those that name none; then those in the languages that the data use most.
 *
 * @param wanted ranges in lower case, each followed by what it means less exactly: {@code pt-br}, {@code pt}
 * @param common tags of the data in lower case, the most common first
 */
public record Languages(List<String> wanted, List<String> common) {
    /** Where a tag names the region alone, the script that is written there (RFC 5646 §4.1 leaves it out). */
    private static final Map<String, String> SCRIPTS = Map.of(
            "zh-cn", "zh-hans",
            "zh-sg", "zh-hans",
            "zh-my", "zh-hans",
            "zh-tw", "zh-hant",
            "zh-hk", "zh-hant",
            "zh-mo", "zh-hant");

    /** @param ranges of the reader's, the best first (RFC 4647 §2.1) */
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

    /** Texts by language, then by tag and by what they say, so that the same comes first each time. */
    public Comparator<Node> order() {
        return Comparator.comparingInt((Node text) -> rank(text.getLiteralLanguage()))
                .thenComparing(Node::getLiteralLanguage)
                .thenComparing(Node::getLiteralLexicalForm);
    }

    /** The place of a tag; 0 is best. */
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
        int at = common.indexOf(low);
        return wanted.size() + 2 + (at < 0 ? common.size() : at);
    }

    /** Whether a tag is in a language of the reader. */
    public boolean isWanted(String tag) {
        return rank(tag) < wanted.size();
    }

    /** Basic filtering of RFC 4647: the range is the tag or a prefix of it that ends at a hyphen. */
    public static boolean matches(String tag, String range) {
        return tag.regionMatches(true, 0, range, 0, range.length())
                && (tag.length() == range.length()
                        || tag.length() > range.length() && tag.charAt(range.length()) == '-');
    }

    /** Counts the languages of texts. */
    public static final class LanguageCount {
        private final Map<String, Integer> texts = new HashMap<>();

        public void add(Node text) {
            if (text.isLiteral() && !text.getLiteralLanguage().isEmpty()) {
                texts.merge(text.getLiteralLanguage().toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }

        /** The most common first. */
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
