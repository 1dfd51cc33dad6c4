package org.torchgraph.site.words;

import java.util.Comparator;

/**
 * The shape and colour by which readers recognise things of a class.
 *
 * @param order the place among the kinds
 * @param symbol the shape
 * @param colour the name of the colour in the style sheet
 */
public record Kind(int order, Symbol symbol, String colour) implements Comparable<Kind> {
    private static final Comparator<Kind> ORDER =
            Comparator.comparingInt(Kind::order).thenComparing(Kind::symbol).thenComparing(Kind::colour);

    /** The shapes, each as an SVG path in a box of ten by ten. */
    public enum Symbol {
        SQUARE("M0 0H10V10H0Z"),
        DIAMOND("M5 -.6L10.6 5L5 10.6L-.6 5Z"),
        CIRCLE("M5 0A5 5 0 1 1 4.99 0Z"),
        TRIANGLE("M5 0L10.4 10H-.4Z"),
        HEXAGON("M2.5 .5H7.5L10.2 5L7.5 9.5H2.5L-.2 5Z"),
        CROSS("M0 3.3H3.3V0H6.7V3.3H10V6.7H6.7V10H3.3V6.7H0Z");

        private final String outline;

        Symbol(String outline) {
            this.outline = outline;
        }
    }

    /** Returns the SVG path of the shape in a box of ten by ten. */
    public String outline() {
        return symbol.outline;
    }

    /** Returns the class name in the style sheet. */
    public String style() {
        return "k-" + colour;
    }

    @Override
    public int compareTo(Kind other) {
        return ORDER.compare(this, other);
    }
}
