package org.torchgraph.publication.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Line ranges of RFC 5147: {@code line=11,12} spans from the position after line 11 to the position after line 12. */
public final class LineRange {
    private static final Pattern RANGE = Pattern.compile("line=(\\d{1,9}),(\\d{1,9})");

    private LineRange() {}

    /**
     * Returns the first and last line, counted from 1, as {@code 12} or {@code 12-18}; empty if the text is no line
     * range.
     */
    public static Optional<String> counted(String fragment) {
        Matcher range = RANGE.matcher(fragment);
        if (!range.matches()) {
            return Optional.empty();
        }
        long first = Long.parseLong(range.group(1)) + 1;
        long last = Long.parseLong(range.group(2));
        return Optional.of(first >= last ? Long.toString(first) : first + "-" + last);
    }
}
