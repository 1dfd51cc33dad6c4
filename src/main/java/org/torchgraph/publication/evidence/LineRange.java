package org.torchgraph.publication.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ranges of lines as RFC 5147 writes them: {@code line=11,12} is the gap after line 11 to the gap after line 12. */
public final class LineRange {
    private static final Pattern RANGE = Pattern.compile("line=(\\d{1,9}),(\\d{1,9})");

    private LineRange() {}

    /** First and last line counted from 1, as readers do: {@code 12} or {@code 12-18}; empty for any other text. */
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
