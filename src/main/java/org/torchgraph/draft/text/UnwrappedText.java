package org.torchgraph.draft.text;

import java.util.regex.Pattern;
import org.torchgraph.publication.evidence.SourceText;

/**
 * A text without white space, because hard wrapping may insert it anywhere; each character keeps its position in the
 * source.
 */
final class UnwrappedText {
    /** A line break with the white space around it. */
    private static final Pattern BREAK = Pattern.compile("\\p{IsWhite_Space}*\\R\\p{IsWhite_Space}*");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final SourceText source;
    private final String text;
    /** The code point of the source for each character of the text. */
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

    /** Returns whether a character is the first of its line in the source. */
    boolean startsLine(int index) {
        if (index == 0) {
            return true;
        }
        int from = positions[index - 1] + 1;
        return from < positions[index] && source.passage(from, positions[index]).indexOf('\n') >= 0;
    }

    /** Returns the index after the last character of the line that a character is on. */
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

    /** Returns a passage as printed with its lines joined: by a space between two Latin words, else by nothing. */
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
