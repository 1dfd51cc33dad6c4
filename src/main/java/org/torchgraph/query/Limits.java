package org.torchgraph.query;

import java.time.Duration;
import java.util.Set;

/**
 * The limits of one query.
 *
 * @param time the time from request to complete result: waiting, parsing, running and reading
 * @param textLength the length of the query text in characters
 * @param concurrent the number of queries that run at once, and of those for pages besides; others wait
 * @param answerBytes the length of a serialised result in bytes
 * @param answerRows the number of rows or triples of a result held in memory
 * @param services the hosts that a query of a client may ask by {@code SERVICE}, each with its port unless it is that
 *     of the scheme
 */
public record Limits(
        Duration time, int textLength, int concurrent, long answerBytes, int answerRows, Set<String> services) {
    public Limits {
        services = Set.copyOf(services);
    }

    /** Creates limits of queries that ask no other host. */
    public Limits(Duration time, int textLength, int concurrent, long answerBytes, int answerRows) {
        this(time, textLength, concurrent, answerBytes, answerRows, Set.of());
    }

    /**
     * Returns the default limits: ten seconds, 64 Ki characters, one query per processor but at least four, 64 MiB, 100
     * 000 rows.
     */
    public static Limits standard() {
        int concurrent = Math.max(4, Runtime.getRuntime().availableProcessors());
        return new Limits(Duration.ofSeconds(10), 64 << 10, concurrent, 64L << 20, 100_000);
    }

    /** Returns the number of queries that one client may run at once, which leaves some to others. */
    public int share() {
        return (concurrent + 1) / 2;
    }

    /** Returns the same limits with another time. */
    public Limits within(Duration other) {
        return new Limits(other, textLength, concurrent, answerBytes, answerRows, services);
    }

    /** Returns the same limits of queries that may ask some hosts. */
    public Limits asking(Set<String> hosts) {
        return new Limits(time, textLength, concurrent, answerBytes, answerRows, hosts);
    }
}
