package org.torchgraph.site.words;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.model.naming.TextProperties;
import org.torchgraph.publication.settings.Presentation;
import org.torchgraph.publication.settings.Presentation.GroupSetting;

/**
 * The order of the statements on the page of a thing: {@code statements.properties}, and what a publication sets.
 *
 * @param places where properties that are listed stand
 * @param order the names of the groups, in the order of the page
 * @param headings the headings of groups that a publication sets, by name
 * @param hidden the properties that pages do not show
 * @param shares the properties whose values are shares of one and are shown in per cent
 * @param descriptions the properties that give a thing its first paragraph; the first that it has counts
 * @param pictures the properties whose values are pictures of the thing
 */
public record StatementLayout(
        Map<String, PropertyPlace> places,
        List<String> order,
        Map<String, List<Node>> headings,
        Set<String> hidden,
        Set<String> shares,
        List<Node> descriptions,
        Set<Node> pictures) {
    /**
     * Where a property stands.
     *
     * @param group the name of its group
     * @param rank its place in the group
     */
    public record PropertyPlace(String group, int rank) {}

    private static final String FACTS = "facts";
    private static final Properties FILE = SiteFiles.properties("statements.properties");

    private static final Set<String> MARKS = Set.copyOf(listed("marks"));
    private static final List<String> LINE = listed("line");

    /** Returns the layout that a publication sets; a group that it does not set is that of the file. */
    public static StatementLayout of(Presentation presentation) {
        Map<String, List<String>> groups = new HashMap<>();
        GroupSetting.KNOWN.forEach(group -> groups.put(group, listed(group)));
        presentation.groups().forEach(group -> groups.put(group.name(), group.properties()));
        // Those of a publication stand after the facts.
        List<String> order = Stream.of(
                        Stream.of(FACTS),
                        presentation.groups().stream()
                                .map(GroupSetting::name)
                                .filter(name -> !GroupSetting.KNOWN.contains(name)),
                        GroupSetting.KNOWN.stream())
                .flatMap(names -> names)
                .distinct()
                .toList();
        return new StatementLayout(
                places(groups, order, presentation),
                order,
                presentation.groups().stream().collect(Collectors.toMap(GroupSetting::name, GroupSetting::labels)),
                presentation.hidden(),
                presentation.shares(),
                Stream.concat(presentation.descriptions().stream(), TextProperties.DESCRIPTIONS.stream())
                        .distinct()
                        .toList(),
                Stream.concat(presentation.images().stream(), TextProperties.IMAGES.stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Returns the place of each listed property; that in a list of the publication before that in one of the program.
     */
    private static Map<String, PropertyPlace> places(
            Map<String, List<String>> groups, List<String> order, Presentation presentation) {
        Set<String> own = presentation.groups().stream().map(GroupSetting::name).collect(Collectors.toSet());
        Map<String, PropertyPlace> places = new HashMap<>();
        order.stream()
                .sorted(Comparator.comparing(group -> !own.contains(group)))
                .forEach(group -> {
                    List<String> properties = groups.get(group);
                    for (int at = 0; at < properties.size(); at++) {
                        places.putIfAbsent(properties.get(at), new PropertyPlace(group, at));
                    }
                });
        return Map.copyOf(places);
    }

    private static List<String> listed(String key) {
        return List.of(FILE.getProperty(key).trim().split("\\s+"));
    }

    /** Returns whether the head of the page shows the values of a property. */
    public static boolean isMark(String property) {
        return MARKS.contains(property);
    }

    /** Returns whether the values of a property are shares of one, shown in per cent. */
    public boolean isShare(String property) {
        return shares.contains(property);
    }

    /** Returns whether pages show the statements of a property. */
    public boolean isShown(String property) {
        return !hidden.contains(property);
    }

    /** Returns whether the values of a property are pictures of the thing. */
    public boolean isPicture(Node property) {
        return pictures.contains(property);
    }

    /** Returns the group that lists a property, else {@code facts}. */
    public String group(String property) {
        return places.containsKey(property) ? places.get(property).group() : FACTS;
    }

    /** Returns the place of a property within its group; properties that are not listed come last. */
    public int rank(String property) {
        return places.containsKey(property) ? places.get(property).rank() : Integer.MAX_VALUE;
    }

    /** Returns whether the statements of a part read well without the names of their properties. */
    public static boolean onOneLine(List<String> properties) {
        return properties.size() > 1 && LINE.containsAll(properties);
    }

    /** Returns the place of a property on one line. */
    public static int rankOnLine(String property) {
        int at = LINE.indexOf(property);
        return at < 0 ? Integer.MAX_VALUE : at;
    }
}
