package org.torchgraph.site.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.torchgraph.model.vocabulary.VocabularyTerm;

/**
 * A diagram of the classes in a column, with an arc for the properties between two classes and a dashed arc for a
 * subclass. The page states the same in words.
 *
 * @param spots the classes with their positions
 * @param arcs the arcs
 * @param height the height in units of the drawing
 * @param reach the extent of the widest arc to the left
 */
public record Diagram(List<DiagramNode> spots, List<PropertyArc> arcs, int height, int reach) {
    private static final int ROW_UNITS = 26;

    /** A class with its vertical position. */
    public record DiagramNode(VocabularyTerm term, int y) {}

    /**
     * An arc between two classes.
     *
     * @param from the domain or subclass
     * @param to the range or superclass
     * @param properties the properties between them; empty for a subclass
     * @param path the SVG path
     */
    public record PropertyArc(VocabularyTerm from, VocabularyTerm to, List<VocabularyTerm> properties, String path) {
        /** Returns whether the arc is a subclass relation. */
        public boolean subclass() {
            return properties.isEmpty();
        }
    }

    private record Ends(int from, int to) {}

    /** Draws the classes that are linked with any class. */
    static Diagram of(List<VocabularyTerm> named, List<VocabularyTerm> properties) {
        Map<Node, VocabularyTerm> classes = new HashMap<>();
        named.forEach(term -> classes.put(term.node(), term));
        List<ClassLink> links = new ArrayList<>();
        for (VocabularyTerm property : properties) {
            for (Node domain : property.domains()) {
                for (Node range : property.ranges()) {
                    if (classes.containsKey(domain) && classes.containsKey(range)) {
                        links.add(new ClassLink(domain, range, property));
                    }
                }
            }
        }
        named.forEach(term -> term.parents().stream()
                .filter(classes::containsKey)
                .forEach(parent -> links.add(new ClassLink(term.node(), parent, null))));
        List<VocabularyTerm> linked = named.stream()
                .filter(term -> links.stream().anyMatch(link -> link.touches(term.node())))
                .toList();
        return drawn(linked, links);
    }

    private record ClassLink(Node from, Node to, VocabularyTerm property) {
        boolean touches(Node node) {
            return from.equals(node) || to.equals(node);
        }
    }

    private static Diagram drawn(List<VocabularyTerm> linked, List<ClassLink> links) {
        Map<Node, Integer> places = new HashMap<>();
        List<DiagramNode> spots = new ArrayList<>();
        for (VocabularyTerm term : linked) {
            places.put(term.node(), spots.size());
            spots.add(new DiagramNode(term, ROW_UNITS / 2 + spots.size() * ROW_UNITS));
        }
        Map<String, List<ClassLink>> joined = new TreeMap<>();
        for (ClassLink link : links) {
            String key = String.format(
                    Locale.ROOT,
                    "%04d %04d %b",
                    places.get(link.from()),
                    places.get(link.to()),
                    link.property() == null);
            joined.computeIfAbsent(key, none -> new ArrayList<>()).add(link);
        }
        int reach = 0;
        List<PropertyArc> arcs = new ArrayList<>();
        for (List<ClassLink> same : joined.values()) {
            ClassLink link = same.get(0);
            Ends ends = new Ends(places.get(link.from()), places.get(link.to()));
            List<VocabularyTerm> properties = link.property() == null
                    ? List.of()
                    : same.stream().map(ClassLink::property).distinct().toList();
            arcs.add(new PropertyArc(
                    linked.get(ends.from()), linked.get(ends.to()), properties, path(ends, properties.isEmpty())));
            reach = Math.max(reach, width(ends));
        }
        return new Diagram(spots, arcs, linked.size() * ROW_UNITS, reach);
    }

    /** Returns half an ellipse to the left; a class linked with itself has a small loop. */
    private static String path(Ends ends, boolean subclass) {
        // Arcs in both directions and subclass arcs have different end points.
        int start = ROW_UNITS / 2 + ends.from() * ROW_UNITS + (subclass ? 6 : -3);
        int end = ROW_UNITS / 2 + ends.to() * ROW_UNITS + (subclass ? 6 : 3);
        int width = width(ends);
        int bend = width * 4 / 3;
        return "M0 " + start + "C-" + bend + " " + start + " -" + bend + " " + end + " 0 " + end;
    }

    private static int width(Ends ends) {
        return 14 + 9 * Math.abs(ends.from() - ends.to());
    }
}
