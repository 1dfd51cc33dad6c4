package org.torchgraph.query;

import java.time.Duration;

/**
 * The deadline that all reads for one request share, in the thread that answers it. An answer that needs several
 * requests of an engine then takes no longer than one.
 */
public final class SharedDeadline {
    private static final ThreadLocal<Deadline> CURRENT = new ThreadLocal<>();

    private SharedDeadline() {}

    /** Sets the deadline of this thread, until {@link #end}. */
    public static void begin(Duration time) {
        CURRENT.set(Deadline.in(time));
    }

    /** Ends the request of this thread, whose reads share nothing from then on. */
    public static void end() {
        CURRENT.remove();
    }

    /** Returns the deadline of a read: after a time of its own, or the shared one if that is earlier. */
    public static Deadline within(Duration time) {
        Deadline own = Deadline.in(time);
        Deadline shared = CURRENT.get();
        return shared == null || own.nanosLeft() < shared.nanosLeft() ? own : shared;
    }
}
