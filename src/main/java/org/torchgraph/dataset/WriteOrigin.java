package org.torchgraph.dataset;

import java.util.OptionalInt;

/**
 * Who makes a write, and why.
 *
 * @param writer the name of the writer
 * @param note what the writer says of it, or an empty text
 * @param undoes the number of the write that it undoes
 */
public record WriteOrigin(String writer, String note, OptionalInt undoes) {

    /** Returns the origin of a write that undoes none. */
    public static WriteOrigin of(String writer, String note) {
        return new WriteOrigin(writer, note, OptionalInt.empty());
    }
}
