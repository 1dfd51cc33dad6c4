package org.torchgraph.publication.settings;

import java.util.Collection;
import java.util.HexFormat;

/**
 * A colour of sRGB.
 *
 * @param red from 0 to 255
 * @param green from 0 to 255
 * @param blue from 0 to 255
 * @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">Contrast ratio</a>
 */
public record Colour(int red, int green, int blue) {
    /** The least contrast of text (WCAG 2.2, 1.4.3). */
    static final double TEXT_CONTRAST = 4.5;

    private static final Colour WHITE = new Colour(255, 255, 255);
    private static final Colour BLACK = new Colour(0, 0, 0);

    /** Returns the colour written as {@code #rrggbb}. */
    static Colour of(String hex) {
        int all = HexFormat.fromHexDigits(hex, 1, 7);
        return new Colour(all >> 16, all >> 8 & 255, all & 255);
    }

    /** Returns the contrast with another colour, from 1 to 21. */
    double contrast(Colour other) {
        double one = luminance() + .05;
        double two = other.luminance() + .05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** Returns the colour of some with which the contrast is least. */
    Colour nearest(Collection<Colour> others) {
        return others.stream()
                .min((one, two) -> Double.compare(contrast(one), contrast(two)))
                .orElseThrow();
    }

    private double luminance() {
        return .2126 * linear(red) + .7152 * linear(green) + .0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= .04045 ? share / 12.92 : Math.pow((share + .055) / 1.055, 2.4);
    }

    /** Returns the colour of text upon it: white or black, whichever has more contrast. */
    public Colour ink() {
        return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
    }

    /**
     * Returns a mixture with another colour.
     *
     * @param percent the share of this one
     */
    public Colour mixed(int percent, Colour other) {
        return new Colour(
                mixed(red, other.red, percent), mixed(green, other.green, percent), mixed(blue, other.blue, percent));
    }

    private static int mixed(int one, int other, int percent) {
        return (one * percent + other * (100 - percent)) / 100;
    }

    /** Returns {@code #rrggbb}. */
    @Override
    public String toString() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
