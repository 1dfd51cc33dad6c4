package org.torchgraph.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A text with the places where it matches.
 *
 * @param parts the text in order
 */
public record HighlightedText(List<TextPart> parts) {
    private static final int LEAD = 40;

    /** A piece of the text that matches as a whole or does not match. */
    public record TextPart(String text, boolean hit) {}

    /** A text without a match. */
    public static HighlightedText plain(String text) {
        return of(text, new BitSet());
    }

    static HighlightedText of(String text, BitSet hits) {
        List<TextPart> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            boolean hit = hits.get(from);
            int to = hit ? hits.nextClearBit(from) : hits.nextSetBit(from);
            to = to < 0 ? text.length() : Math.min(to, text.length());
            parts.add(new TextPart(text.substring(from, to), hit));
            from = to;
        }
        return new HighlightedText(List.copyOf(parts));
    }

    public boolean anyHit() {
        return parts.stream().anyMatch(TextPart::hit);
    }

    /** So much of it as fits, with the first match in it. */
    public HighlightedText cut(int most) {
        StringBuilder text = new StringBuilder();
        BitSet hits = new BitSet();
        for (TextPart part : parts) {
            hits.set(text.length(), text.length() + part.text().length(), part.hit());
            text.append(part.text());
        }
        if (text.length() <= most) {
            return this;
        }
        int first = Math.max(0, hits.nextSetBit(0));
        int from = first + LEAD < most ? 0 : whole(text, first - LEAD);
        int to = whole(text, Math.min(text.length(), from + most));
        HighlightedText kept = of(text.substring(from, to), hits.get(from, to));
        List<TextPart> ended = new ArrayList<>(kept.parts());
        if (from > 0) {
            ended.add(0, new TextPart("…", false));
        }
        if (to < text.length()) {
            ended.add(new TextPart("…", false));
        }
        return new HighlightedText(List.copyOf(ended));
    }

    /** Not between the halves of a character outside the Basic Multilingual Plane. */
    private static int whole(CharSequence text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
