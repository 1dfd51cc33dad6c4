package org.torchgraph.site.thing;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.torchgraph.site.words.SiteFiles;

/** The placement of statements on a page, from {@code statements.properties}. */
final class StatementLayout {
    static final String FACTS = "facts";
    static final List<String> GROUPS = List.of(FACTS, "sources", "names");

    private static final Properties FILE = SiteFiles.properties("statements.properties");

    private static final Map<String, List<String>> LISTED =
            GROUPS.stream().collect(Collectors.toMap(group -> group, StatementLayout::listed));

    static final List<String> LEAD = listed("lead");
    private static final Set<String> MARKS = Set.copyOf(listed("marks"));
    private static final Set<String> PERCENT = Set.copyOf(listed("percent"));
    private static final Set<String> PICTURES = Set.copyOf(listed("pictures"));
    private static final List<String> LINE = listed("line");

    private StatementLayout() {}

    private static List<String> listed(String key) {
        return List.of(FILE.getProperty(key).trim().split("\\s+"));
    }

    static boolean isMark(String property) {
        return MARKS.contains(property);
    }

    /** Returns whether the values of a property are shares of one, shown in per cent. */
    static boolean isShare(String property) {
        return PERCENT.contains(property);
    }

    /** Returns whether the values of a property are pictures of the thing. */
    static boolean isPicture(String property) {
        return PICTURES.contains(property);
    }

    /** Returns the group of a property, {@code facts} by default. */
    static String group(String property) {
        return GROUPS.stream()
                .filter(group -> LISTED.get(group).contains(property))
                .findFirst()
                .orElse(FACTS);
    }

    /** Returns the position of a property within its group; properties that are not listed come last. */
    static int rank(String property) {
        int at = LISTED.get(group(property)).indexOf(property);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    /** Returns whether the values of these properties read well on one line without property names. */
    static boolean onOneLine(List<String> properties) {
        return properties.size() > 1 && LINE.containsAll(properties);
    }

    static int rankOnLine(String property) {
        int at = LINE.indexOf(property);
        return at < 0 ? Integer.MAX_VALUE : at;
    }
}
