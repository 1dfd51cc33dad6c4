package org.torchgraph.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A text with the places where it matches.
 *
 * @param parts the text in order
 */
public record Marked(List<Part> parts) {
    private static final int LEAD = 40;

    /** A piece of the text that matches as a whole or does not match. */
    public record Part(String text, boolean hit) {}

    /** A text without a match. */
    public static Marked plain(String text) {
        return of(text, new BitSet());
    }

    static Marked of(String text, BitSet hits) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            boolean hit = hits.get(from);
            int to = hit ? hits.nextClearBit(from) : hits.nextSetBit(from);
            to = to < 0 ? text.length() : Math.min(to, text.length());
            parts.add(new Part(text.substring(from, to), hit));
            from = to;
        }
        return new Marked(List.copyOf(parts));
    }

    public boolean anyHit() {
        return parts.stream().anyMatch(Part::hit);
    }

    /** So much of it as fits, with the first match in it. */
    public Marked cut(int most) {
        StringBuilder text = new StringBuilder();
        BitSet hits = new BitSet();
        for (Part part : parts) {
            hits.set(text.length(), text.length() + part.text().length(), part.hit());
            text.append(part.text());
        }
        if (text.length() <= most) {
            return this;
        }
        int first = Math.max(0, hits.nextSetBit(0));
        int from = first + LEAD < most ? 0 : whole(text, first - LEAD);
        int to = whole(text, Math.min(text.length(), from + most));
        Marked kept = of(text.substring(from, to), hits.get(from, to));
        List<Part> ended = new ArrayList<>(kept.parts());
        if (from > 0) {
            ended.add(0, new Part("…", false));
        }
        if (to < text.length()) {
            ended.add(new Part("…", false));
        }
        return new Marked(List.copyOf(ended));
    }

    /** Not between the halves of a character outside the Basic Multilingual Plane. */
    private static int whole(CharSequence text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
