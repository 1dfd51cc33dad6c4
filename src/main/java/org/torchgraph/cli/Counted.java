package org.torchgraph.cli;

/** Numbers with their nouns. */
public final class Counted {
    private Counted() {}

    /** {@code 1 fault}, {@code 2 faults}, {@code 3 queries}. */
    public static String of(long number, String noun) {
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return number + " " + (number == 1 ? noun : plural);
    }
}
