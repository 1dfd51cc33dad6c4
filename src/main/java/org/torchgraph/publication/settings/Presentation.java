package org.torchgraph.publication.settings;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.RDFS;
import org.torchgraph.rdf.TripleSource;

/**
 * How things are shown, named and found by their classes and properties, as {@code site.ttl} sets it. Common
 * vocabularies need no setting.
 *
 * @param kinds the symbols and colours of classes, in their order
 * @param groups the groups of statements that are set, in their order
 * @param hidden the properties that pages do not show
 * @param facets the properties by which hits of a search are filtered, in their order; empty if these are not set
 * @param isPartOf the properties from a part to what it belongs to, as citations say it
 * @param hasPart the same from the whole to its parts
 * @param shares the properties whose values are shares of one and are shown in per cent
 * @param names the properties that name things before all others, in their order
 * @param descriptions the properties that describe things before all others, in their order
 * @param images the properties whose values are pictures of a thing, besides those of common vocabularies
 * @param shortNames the properties with a short name, which narrow columns show
 * @param fields the search field that the texts of a property belong to, by property
 * @param labels the labels of terms that the data do not label
 * @param signs the names of the signs of values that tell how something stands, by their IRIs
 * @param hiddenViews the names of the views that pages do not have
 */
public record Presentation(
        List<KindSetting> kinds,
        List<GroupSetting> groups,
        Set<String> hidden,
        List<Node> facets,
        Set<Node> isPartOf,
        Set<Node> hasPart,
        Set<String> shares,
        List<Node> names,
        List<Node> descriptions,
        List<Node> images,
        Set<Node> shortNames,
        Map<Node, String> fields,
        Map<Node, List<Node>> labels,
        Map<String, String> signs,
        Set<String> hiddenViews) {

    /** The presentation of a publication that sets nothing. */
    public static final Presentation DEFAULT = new Presentation(
            List.of(), List.of(), Set.of(), List.of(), Set.of(), Set.of(), Set.of(), List.of(), List.of(), List.of(),
            Set.of(), Map.of(), Map.of(), Map.of(), Set.of());

    static final Node CLASS = Settings.term("class");
    static final Node GROUP = Settings.term("group");
    static final Node PROPERTIES = Settings.term("properties");
    static final Node PROPERTY = Settings.term("property");
    static final Node TERM = Settings.term("term");
    static final Node VALUE = Settings.term("value");

    /**
     * A symbol and a colour for some classes.
     *
     * @param order the position of the kind among the kinds, from 1
     * @param symbol the name of the symbol
     * @param colour the name of the colour
     * @param classes the IRIs of the classes
     */
    public record KindSetting(int order, String symbol, String colour, List<String> classes) {}

    /**
     * A group of statements.
     *
     * @param name its name
     * @param labels its heading in each language; empty if it has that of the program
     * @param properties the IRIs of its properties in their order
     */
    public record GroupSetting(String name, List<Node> labels, List<String> properties) {
        /** The names of the groups that the program has a heading for. */
        public static final List<String> KNOWN = List.of("facts", "sources", "names");
    }

    /** Returns the classes of the first kind, those of the things that readers look for first. */
    public List<String> leadingClasses() {
        return kinds.stream().limit(1).flatMap(kind -> kind.classes().stream()).toList();
    }

    /** Reads settings that conform to their shapes. */
    static Presentation of(TripleSource settings) {
        Map<Node, String> fields = new HashMap<>();
        Settings.values(settings, "search").forEach(search -> settings.objects(search, PROPERTY)
                .forEach(property -> fields.put(property, Settings.text(settings, search, Settings.term("field")))));
        listed(settings, "descriptions").forEach(property -> fields.putIfAbsent(property, "definition"));
        Map<Node, List<Node>> labels = new HashMap<>();
        Settings.values(settings, "label").forEach(label -> settings.objects(label, TERM)
                .forEach(term -> labels.put(
                        term, settings.objects(label, RDFS.label.asNode()).toList())));
        Map<String, String> signs = new HashMap<>();
        Settings.values(settings, "state").forEach(state -> settings.objects(state, VALUE)
                .forEach(value -> signs.put(value.getURI(), Settings.text(settings, state, Settings.term("sign")))));
        return new Presentation(
                Settings.values(settings, "kind").stream()
                        .map(kind -> kind(settings, kind))
                        .sorted(Comparator.comparing(KindSetting::order))
                        .toList(),
                groups(settings),
                Set.copyOf(uris(Settings.values(settings, "hidden").stream())),
                listed(settings, "facets"),
                Set.copyOf(Settings.values(settings, "isPartOf")),
                Set.copyOf(Settings.values(settings, "hasPart")),
                Set.copyOf(uris(Settings.values(settings, "percent").stream())),
                listed(settings, "names"),
                listed(settings, "descriptions"),
                listed(settings, "images"),
                Set.copyOf(Settings.values(settings, "shortName")),
                Map.copyOf(fields),
                Map.copyOf(labels),
                Map.copyOf(signs),
                Settings.values(settings, "hiddenView").stream()
                        .map(Node::getLiteralLexicalForm)
                        .collect(Collectors.toSet()));
    }

    private static List<GroupSetting> groups(TripleSource settings) {
        return Settings.values(settings, "layout").stream()
                .sorted(Comparator.comparing((Node layout) -> settings.objects(layout, Settings.term("order"))
                                .map(order -> Integer.parseInt(order.getLiteralLexicalForm()))
                                .findFirst()
                                .orElse(Integer.MAX_VALUE))
                        .thenComparing(layout -> Settings.text(settings, layout, GROUP)))
                .map(layout -> new GroupSetting(
                        Settings.text(settings, layout, GROUP),
                        settings.objects(layout, RDFS.label.asNode()).toList(),
                        uris(settings.objects(layout, PROPERTIES).flatMap(list -> members(settings, list)))))
                .toList();
    }

    private static KindSetting kind(TripleSource settings, Node kind) {
        return new KindSetting(
                Integer.parseInt(Settings.text(settings, kind, Settings.term("order"))),
                Settings.text(settings, kind, Settings.term("symbol")),
                Settings.text(settings, kind, Settings.term("colour")),
                uris(settings.objects(kind, CLASS)));
    }

    private static List<String> uris(Stream<Node> nodes) {
        return nodes.map(Node::getURI).toList();
    }

    private static List<Node> listed(TripleSource settings, String setting) {
        return Settings.values(settings, setting).stream()
                .flatMap(list -> members(settings, list))
                .toList();
    }

    static Stream<Node> members(TripleSource settings, Node list) {
        return GraphList.members(GNode.create(settings.asGraph(), list)).stream();
    }
}
