package org.torchgraph.model.change;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;

/**
 * A write as readers are told of it.
 *
 * @param number its number in the history
 * @param time the time
 * @param writer the name of the writer
 * @param note what the writer says of it, or an empty text
 * @param undoes the number of the write that it undoes
 * @param version the version that it made
 * @param added the number of statements that came
 * @param removed the number of statements that went
 * @param things some of the things whose statements changed
 * @param moreThings the number of other such things
 */
public record PublishedWrite(
        int number,
        Instant time,
        String writer,
        String note,
        OptionalInt undoes,
        String version,
        int added,
        int removed,
        List<Node> things,
        int moreThings) {}
