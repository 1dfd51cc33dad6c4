package org.torchgraph.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** How many replies a second a server gives to a bounded number of clients, each of which waits for its reply. */
final class Rate {
    private static final long WARMING = Duration.ofSeconds(5).toNanos();
    private static final long LONGEST_WARMING = Duration.ofMinutes(1).toNanos();
    private static final int WARM_REPLIES = 5_000;
    private static final long BROKEN_PAUSE = Duration.ofMillis(50).toNanos();

    private final String name;
    private final Engine engine;
    private final int expected;
    private final int limit;
    private final IntFunction<byte[]> warming;
    private final IntFunction<byte[]> requests;
    private final AtomicInteger warmed = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private final List<Double> rounds = new ArrayList<>();
    private double processorMillis;
    private int counted;
    private volatile int bytes;
    private volatile String finding = "";

    /**
     * Prepares the measurement of one kind of request.
     *
     * @param expected the status that each reply must have
     * @param limit how many different requests there are for one round; no limit if the same is sent again and again
     * @param warming the requests that are sent before any is counted
     * @param requests the request of each number
     */
    Rate(
            String name,
            Engine engine,
            int expected,
            int limit,
            IntFunction<byte[]> warming,
            IntFunction<byte[]> requests) {
        this.name = name;
        this.engine = engine;
        this.expected = expected;
        this.limit = limit;
        this.warming = warming;
        this.requests = requests;
    }

    String name() {
        return name;
    }

    Engine engine() {
        return engine;
    }

    /** Returns the length of a reply's body. */
    int bytes() {
        return bytes;
    }

    /** Returns what was wrong with a reply; empty if nothing was. */
    String finding() {
        return finding;
    }

    /** Returns the replies a second in each round. */
    double[] perSecond() {
        return rounds.stream().mapToDouble(rate -> rate).toArray();
    }

    double median() {
        return Numbers.median(perSecond());
    }

    /** Returns the processor time that the server used for a reply, in microseconds. */
    double processorMicros() {
        return 1000 * processorMillis / counted;
    }

    /** Writes the rate as a part of another's of the same rounds, with its spread. */
    String by(Rate other) {
        double[] ratios = Numbers.ratios(perSecond(), other.perSecond());
        return Numbers.spread(Numbers.median(ratios), ratios);
    }

    /**
     * Sends requests that are not counted, so that the server's code is compiled: for some seconds and until there are
     * thousands of replies, but not longer than a minute.
     */
    void warm(ExecutorService threads, int clients) throws InterruptedException {
        long begun = System.nanoTime();
        int replies = 0;
        int more = 1;
        while (more > 0 && replies < WARM_REPLIES && System.nanoTime() - begun < LONGEST_WARMING) {
            more = replies(threads, clients, WARMING, Integer.MAX_VALUE, warmed, warming);
            replies += more;
        }
    }

    /** Sends requests for a time, or until the round's are used up, and counts the replies. */
    void round(ExecutorService threads, int clients, long nanos) throws InterruptedException {
        int last = limit == Integer.MAX_VALUE ? limit : next.get() + limit;
        double used = engine.processorMillis();
        long begun = System.nanoTime();
        int replies = replies(threads, clients, nanos, last, next, requests);
        rounds.add(replies * 1e9 / (System.nanoTime() - begun));
        processorMillis += engine.processorMillis() - used;
        counted += replies;
        if (limit == Integer.MAX_VALUE) {
            next.set(0);
        } else {
            next.set(Math.min(next.get(), last));
        }
    }

    private int replies(
            ExecutorService threads, int clients, long nanos, int last, AtomicInteger number, IntFunction<byte[]> of)
            throws InterruptedException {
        long end = System.nanoTime() + nanos;
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            tasks.add(() -> {
                int done = 0;
                while (System.nanoTime() < end) {
                    int request = number.getAndIncrement();
                    if (request >= last) {
                        break;
                    }
                    done += send(of.apply(request)) ? 1 : 0;
                }
                return done;
            });
        }
        int sum = 0;
        for (Future<Integer> done : threads.invokeAll(tasks)) {
            try {
                sum += done.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException(failure.getCause());
            }
        }
        return sum;
    }

    private boolean send(byte[] request) {
        try {
            Client.Reply reply = engine.client().send(request);
            bytes = reply.body().length;
            if (reply.status() == expected) {
                return true;
            }
            finding = name + ": " + engine.name() + " answers " + reply.status() + ".";
        } catch (IOException broken) {
            finding = name + ": " + engine.name() + " does not answer: " + broken.getMessage() + ".";
            // A server that has ended refuses at once: it is not to be asked without end.
            LockSupport.parkNanos(BROKEN_PAUSE);
        }
        return false;
    }

    /** Writes rates as a table of Markdown. */
    static String markdown(List<Rate> rates) {
        StringBuilder text = new StringBuilder(
                "| reply | from | bytes | a second | processor time, µs |\n|---|---|---:|---:|---:|\n");
        for (Rate rate : rates) {
            double[] all = rate.perSecond();
            text.append("| %s | %s | %d | %s to %s, median %s | %s |%n"
                    .formatted(
                            rate.name,
                            rate.engine.name(),
                            rate.bytes,
                            Numbers.text(Arrays.stream(all).min().orElse(Double.NaN)),
                            Numbers.text(Arrays.stream(all).max().orElse(Double.NaN)),
                            Numbers.text(rate.median()),
                            Numbers.text(rate.processorMicros())));
        }
        return text.toString();
    }
}
