package org.torchgraph.site.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/**
 * The classes in a column and, beside it, an arc from one to another for the properties between them; the arc of a
 * subclass is broken. The same is said in words below it on the page.
 *
 * @param height in units of the drawing
 * @param reach how far the widest arc goes to the left
 */
public record Diagram(List<DiagramNode> spots, List<PropertyArc> arcs, int height, int reach) {
    private static final int STEP = 26;

    /** A class and where its line is. */
    public record DiagramNode(VocabularyTerm term, int y) {}

    /**
     * One way from a class to a class.
     *
     * @param properties between them; none for a subclass
     * @param path in SVG
     */
    public record PropertyArc(VocabularyTerm from, VocabularyTerm to, List<VocabularyTerm> properties, String path) {
        public boolean subclass() {
            return properties.isEmpty();
        }
    }

    private record Ends(int from, int to) {}

    /** Of the classes that are linked with another one, or with themselves. */
    static Diagram of(Vocabulary vocabulary) {
        Map<Node, VocabularyTerm> classes = new HashMap<>();
        vocabulary.classes().forEach(term -> classes.put(term.node(), term));
        List<Way> ways = new ArrayList<>();
        for (VocabularyTerm property : vocabulary.properties()) {
            for (Node domain : property.domains()) {
                for (Node range : property.ranges()) {
                    if (classes.containsKey(domain) && classes.containsKey(range)) {
                        ways.add(new Way(domain, range, property));
                    }
                }
            }
        }
        vocabulary.classes().forEach(term -> term.parents().stream()
                .filter(classes::containsKey)
                .forEach(parent -> ways.add(new Way(term.node(), parent, null))));
        List<VocabularyTerm> linked = vocabulary.classes().stream()
                .filter(term -> ways.stream().anyMatch(way -> way.touches(term.node())))
                .toList();
        return drawn(linked, ways);
    }

    private record Way(Node from, Node to, VocabularyTerm property) {
        boolean touches(Node node) {
            return from.equals(node) || to.equals(node);
        }
    }

    private static Diagram drawn(List<VocabularyTerm> linked, List<Way> ways) {
        Map<Node, Integer> places = new HashMap<>();
        List<DiagramNode> spots = new ArrayList<>();
        for (VocabularyTerm term : linked) {
            places.put(term.node(), spots.size());
            spots.add(new DiagramNode(term, STEP / 2 + spots.size() * STEP));
        }
        Map<String, List<Way>> joined = new TreeMap<>();
        for (Way way : ways) {
            String key = String.format(
                    Locale.ROOT, "%04d %04d %b", places.get(way.from()), places.get(way.to()), way.property() == null);
            joined.computeIfAbsent(key, none -> new ArrayList<>()).add(way);
        }
        int reach = 0;
        List<PropertyArc> arcs = new ArrayList<>();
        for (List<Way> same : joined.values()) {
            Way way = same.get(0);
            Ends ends = new Ends(places.get(way.from()), places.get(way.to()));
            List<VocabularyTerm> properties = way.property() == null
                    ? List.of()
                    : same.stream().map(Way::property).distinct().toList();
            arcs.add(new PropertyArc(
                    linked.get(ends.from()), linked.get(ends.to()), properties, path(ends, properties.isEmpty())));
            reach = Math.max(reach, width(ends));
        }
        return new Diagram(spots, arcs, linked.size() * STEP, reach);
    }

    /** Half an ellipse to the left; a class linked with itself has a small loop. */
    private static String path(Ends ends, boolean subclass) {
        // Ways there and back, and the subclass beside a property, end at places of their own.
        int start = STEP / 2 + ends.from() * STEP + (subclass ? 6 : -3);
        int end = STEP / 2 + ends.to() * STEP + (subclass ? 6 : 3);
        int width = width(ends);
        int bend = width * 4 / 3;
        return "M0 " + start + "C-" + bend + " " + start + " -" + bend + " " + end + " 0 " + end;
    }

    private static int width(Ends ends) {
        return 14 + 9 * Math.abs(ends.from() - ends.to());
    }
}
