package org.torchgraph.dataset;

import java.time.Instant;

/**
 * An accepted write.
 *
 * @param number its number in the history of the store, from 1
 * @param origin who made it, and why
 * @param time the time
 * @param version the version that it made
 * @param change what it changed
 */
public record WriteRecord(int number, WriteOrigin origin, Instant time, String version, Change change) {}
