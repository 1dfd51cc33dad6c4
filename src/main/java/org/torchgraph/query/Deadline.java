package org.torchgraph.query;

import java.time.Duration;

/**
 * The moment by which an answer is due.
 *
 * @param nanoTime by the clock of {@link System#nanoTime()}
 */
public record Deadline(long nanoTime) {

    /** The moment that comes after this time. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The nanoseconds that are left; negative once the deadline has passed. */
    public long nanosLeft() {
        return nanoTime - System.nanoTime();
    }
}
