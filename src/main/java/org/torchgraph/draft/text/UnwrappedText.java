package org.torchgraph.draft.text;

import java.util.regex.Pattern;
import org.torchgraph.publication.evidence.SourceText;

/** A text without its white space, which hard wrapping puts anywhere, that still knows where each character stood. */
final class UnwrappedText {
    /** Where a line was broken; white space on either side came with the break. */
    private static final Pattern BREAK = Pattern.compile("\\p{IsWhite_Space}*\\R\\p{IsWhite_Space}*");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final SourceText source;
    private final String text;
    /** For each character of the text, the code point of the source. */
    private final int[] positions;

    UnwrappedText(SourceText source) {
        this.source = source;
        StringBuilder kept = new StringBuilder();
        int[] found = new int[source.length() * 2];
        for (int at = 0; at < source.length(); at++) {
            String one = source.passage(at, at + 1);
            if (!SourceText.withoutWhiteSpace(one).isEmpty() && !one.equals(BYTE_ORDER_MARK)) {
                for (int i = 0; i < one.length(); i++) {
                    found[kept.length() + i] = at;
                }
                kept.append(one);
            }
        }
        text = kept.toString();
        positions = found;
    }

    String text() {
        return text;
    }

    String text(int start, int end) {
        return text.substring(start, end);
    }

    /** Whether a character is the first of its line. */
    boolean startsLine(int index) {
        if (index == 0) {
            return true;
        }
        int from = positions[index - 1] + 1;
        return from < positions[index] && source.passage(from, positions[index]).indexOf('\n') >= 0;
    }

    /** The end of the line that a character is on. */
    int lineEnd(int index) {
        int end = index + 1;
        while (end < text.length() && !startsLine(end)) {
            end++;
        }
        return end;
    }

    PassageRange excerpt(int start, int end) {
        return PassageRange.of(source, positions[start], positions[end - 1] + 1);
    }

    /** A passage as printed, its lines joined: by a blank between two letters of a Western word, else by nothing. */
    String unwrapped(int start, int end) {
        String printed = source.passage(positions[start], positions[end - 1] + 1);
        StringBuilder joined = new StringBuilder();
        for (String line : BREAK.split(printed)) {
            boolean words =
                    !joined.isEmpty() && isWestern(joined.charAt(joined.length() - 1)) && isWestern(line.charAt(0));
            joined.append(words ? " " : "").append(line);
        }
        return joined.toString();
    }

    private static boolean isWestern(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }
}
