package org.torchgraph.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes names of temporary files and folders. They have the process id, so that those of a killed process can be
 * recognised.
 */
public final class TemporaryNames {
    /** The start of the names of this process. */
    static final String PREFIX = "torchgraph-" + ProcessHandle.current().pid() + "-";

    private static final Pattern NAME = Pattern.compile("torchgraph-([0-9]{1,18})-([a-z]+)-[0-9]+");

    private TemporaryNames() {}

    /**
     * Returns the start of the names that this process gives to things of a kind; a number has to follow it.
     *
     * @param kind a word of small letters
     */
    public static String prefix(String kind) {
        return PREFIX + kind + "-";
    }

    /** Returns whether a name was given to a thing of a kind by a process that does not live any more. */
    public static boolean isAbandoned(String name, String kind) {
        Matcher parts = NAME.matcher(name);
        return parts.matches()
                && parts.group(2).equals(kind)
                && ProcessHandle.of(Long.parseLong(parts.group(1))).isEmpty();
    }
}
