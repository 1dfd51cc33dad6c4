package org.torchgraph.site.words;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.publication.settings.Presentation;

/**
 * The kinds of classes: those of {@code kinds.properties}, and those that a publication sets.
 *
 * @param byClass the kinds by the IRI of the class
 * @param own the classes whose kind the publication sets
 * @param leading the classes of the first kind that the publication sets
 */
public record Kinds(Map<String, Kind> byClass, Set<String> own, List<Node> leading) {
    /** The kind of things whose class has none. */
    public static final Kind OTHER = new Kind(100, Kind.Symbol.CROSS, "plain");

    private static final Map<String, Kind> COMMON = common();

    /** Returns the kinds of a publication. */
    public static Kinds of(Presentation presentation) {
        Map<String, Kind> byClass = new HashMap<>(COMMON);
        presentation.kinds().forEach(kind -> kind.classes()
                .forEach(type -> byClass.put(type, kind(kind.order(), kind.symbol(), kind.colour()))));
        return new Kinds(
                Map.copyOf(byClass),
                presentation.kinds().stream()
                        .flatMap(kind -> kind.classes().stream())
                        .collect(Collectors.toUnmodifiableSet()),
                presentation.leadingClasses().stream()
                        .map(NodeFactory::createURI)
                        .toList());
    }

    /** Returns the kind of a class. */
    public Kind of(Node type) {
        return type.isURI() ? byClass.getOrDefault(type.getURI(), OTHER) : OTHER;
    }

    /** Returns whether a class has a kind of its own, and so is one that readers look for. */
    public boolean isListed(Node type) {
        return type.isURI() && byClass.containsKey(type.getURI());
    }

    /** Returns the classes by which readers know a thing: those whose kind the publication sets, else all. */
    public List<Node> telling(List<Node> classes) {
        List<Node> set = classes.stream()
                .filter(type -> type.isURI() && own.contains(type.getURI()))
                .toList();
        return set.isEmpty() ? classes : set;
    }

    private static Kind kind(int order, String symbol, String colour) {
        return new Kind(order, Kind.Symbol.valueOf(symbol.toUpperCase(Locale.ROOT)), colour);
    }

    private static Map<String, Kind> common() {
        Properties file = SiteFiles.properties("kinds.properties");
        Map<String, Kind> kinds = new HashMap<>();
        for (String type : file.stringPropertyNames()) {
            String[] kind = file.getProperty(type).trim().split("\\s+");
            kinds.put(type, kind(Integer.parseInt(kind[0]), kind[1], kind[2]));
        }
        return kinds;
    }
}
