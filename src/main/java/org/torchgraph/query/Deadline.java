package org.torchgraph.query;

import java.time.Duration;

/**
 * The time by which a query has to end.
 *
 * @param nanoTime the time by the clock of {@link System#nanoTime()}
 */
public record Deadline(long nanoTime) {

    /** Returns the deadline after a duration from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Returns the nanoseconds that are left; negative if the deadline has passed. */
    public long nanosLeft() {
        return nanoTime - System.nanoTime();
    }
}
