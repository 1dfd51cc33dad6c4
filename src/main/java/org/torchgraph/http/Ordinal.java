package org.torchgraph.http;

import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers of pages and of other things in addresses: whole numbers from 1. */
public final class Ordinal {
    /** Few enough digits for an {@code int}, and no other spelling of the same number. */
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,8}");

    private Ordinal() {}

    /** Parses a number; empty if the text is none, as {@code 0}, {@code 01} or {@code 1000000000}. */
    public static Optional<Integer> parse(String text) {
        return Optional.of(text).filter(FORM.asMatchPredicate()).map(Integer::valueOf);
    }
}
