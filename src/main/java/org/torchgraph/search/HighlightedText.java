package org.torchgraph.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A text with its matching parts marked.
 *
 * @param parts the parts of the text in order
 */
public record HighlightedText(List<TextPart> parts) {
    private static final int CHARACTERS_BEFORE_HIT = 40;

    /**
     * A part of the text that matches entirely or not at all.
     *
     * @param text the characters of the part
     * @param hit whether the part matches
     */
    public record TextPart(String text, boolean hit) {}

    /** Returns a text without a match. */
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

    /** Returns whether a part of the text matches. */
    public boolean anyHit() {
        return parts.stream().anyMatch(TextPart::hit);
    }

    /**
     * Returns an excerpt that contains the first match, with “…” where text is left out.
     *
     * @param maxCharacters the maximal length in characters, without the “…”
     */
    public HighlightedText cut(int maxCharacters) {
        StringBuilder text = new StringBuilder();
        BitSet hits = new BitSet();
        for (TextPart part : parts) {
            hits.set(text.length(), text.length() + part.text().length(), part.hit());
            text.append(part.text());
        }
        if (text.length() <= maxCharacters) {
            return this;
        }
        int first = Math.max(0, hits.nextSetBit(0));
        int from = first + CHARACTERS_BEFORE_HIT < maxCharacters ? 0 : whole(text, first - CHARACTERS_BEFORE_HIT);
        int to = whole(text, Math.min(text.length(), from + maxCharacters));
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

    /** Returns the index, moved back if it splits a surrogate pair. */
    private static int whole(CharSequence text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
