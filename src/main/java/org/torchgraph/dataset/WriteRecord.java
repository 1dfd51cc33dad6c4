package org.torchgraph.dataset;

import java.time.Instant;

/**
 * An accepted write.
 *
 * @param number its number in the history of the store, from 1
 * @param writer the name of the writer
 * @param time the time
 * @param note what the writer says of it, or an empty text
 * @param version the version that it made
 * @param change what it changed
 */
public record WriteRecord(int number, String writer, Instant time, String note, String version, Change change) {}
