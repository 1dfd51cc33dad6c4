package org.torchgraph.query;

import java.time.Duration;

/**
 * What one query may cost.
 *
 * @param time from asking to the end of the answer: waiting, parsing, running and reading
 * @param textLength characters of query text
 * @param concurrent queries that run at once; the others wait
 * @param answerBytes length of a written answer
 * @param answerRows rows or triples of an answer held in memory
 */
public record Limits(Duration time, int textLength, int concurrent, long answerBytes, int answerRows) {

    /** Ten seconds, 64 Ki characters, a query a processor at once but at least two, 64 MiB, 100 000 rows. */
    public static Limits standard() {
        int concurrent = Math.max(2, Runtime.getRuntime().availableProcessors());
        return new Limits(Duration.ofSeconds(10), 64 << 10, concurrent, 64L << 20, 100_000);
    }

    /** The same but for the time. */
    public Limits within(Duration other) {
        return new Limits(other, textLength, concurrent, answerBytes, answerRows);
    }
}
