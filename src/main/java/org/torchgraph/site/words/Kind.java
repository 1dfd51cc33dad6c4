package org.torchgraph.site.words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.jena.graph.Node;

/** The shape and colour that marks things of a class; {@code kinds.properties} assigns them. */
public enum Kind {
    POLICY("M0 0H10V10H0Z"),
    GOAL("M5 -.6L10.6 5L5 10.6L-.6 5Z"),
    BODY("M5 0A5 5 0 1 1 4.99 0Z"),
    INDICATOR("M5 0L10.4 10H-.4Z"),
    ZONE("M2.5 .5H7.5L10.2 5L7.5 9.5H2.5L-.2 5Z"),
    CONCEPT("M0 3.3H3.3V0H6.7V3.3H10V6.7H6.7V10H3.3V6.7H0Z");

    private static final Map<String, Kind> BY_CLASS = byClass(SiteFiles.properties("kinds.properties"));

    private final String outline;

    Kind(String outline) {
        this.outline = outline;
    }

    /** Returns the kind of a class; {@link #CONCEPT} if it is not listed. */
    public static Kind of(Node type) {
        return type.isURI() ? BY_CLASS.getOrDefault(type.getURI(), CONCEPT) : CONCEPT;
    }

    /** Returns whether the class has a kind of its own, as classes that readers look for have. */
    public static boolean isListed(Node type) {
        return type.isURI() && BY_CLASS.containsKey(type.getURI());
    }

    /** Returns the SVG path of the shape in a box of ten by ten. */
    public String outline() {
        return outline;
    }

    /** Returns the CSS class. */
    public String style() {
        return "k-" + name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Kind> byClass(Properties kinds) {
        Map<String, Kind> byClass = new HashMap<>();
        for (Kind kind : values()) {
            String classes = kinds.getProperty(kind.name().toLowerCase(Locale.ROOT), "");
            Arrays.stream(classes.trim().split("\\s+")).forEach(iri -> byClass.put(iri, kind));
        }
        return byClass;
    }
}
