package org.torchgraph.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks all servers the same queries, turn and turn about: each round is one pass over all queries, in which another
 * server begins, so that what disturbs the machine disturbs all of them. Rows are compared with those of the first
 * server.
 */
final class QueryPart {
    private static final int FIRST_CALLS = 300;

    /** The time for which each server is asked before it is timed, so that its code is compiled. */
    private static final Duration WARMING = Duration.ofSeconds(20);

    private final List<Engine> engines;
    private final Mix mix;
    private final Policies made;
    private final int rounds;
    private final List<String> names;

    /** Queries that a server did not answer, or answers otherwise than the first: their times are not compared. */
    private final List<Set<String>> unlike = new ArrayList<>();

    private final Set<String> findings = new LinkedHashSet<>();
    private boolean failed;

    QueryPart(List<Engine> engines, Mix mix, Policies made, int rounds) {
        this.engines = engines;
        this.mix = mix;
        this.made = made;
        this.rounds = rounds;
        this.names = List.copyOf(mix.texts().keySet());
        engines.forEach(engine -> unlike.add(new HashSet<>()));
    }

    /** Returns what differed, a sentence each. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /** Tells whether a row of Torchgraph differs from the first server's, or either does not answer. */
    boolean failed() {
        return failed;
    }

    /** Times the first calls after the start, queries by turns: the sum of each server. */
    double[] firstCalls() {
        Random random = new Random(1);
        double[] millis = new double[engines.size()];
        for (int call = 0; call < FIRST_CALLS; call++) {
            String name = names.get(call % names.size());
            String query = mix.calls(name, 1, false, made, random).get(0);
            for (int turn = 0; turn < engines.size(); turn++) {
                int at = (call + turn) % engines.size();
                millis[at] += unlike.get(at).contains(name)
                        ? Double.NaN
                        : ask(at, name, query).millis();
            }
        }
        return millis;
    }

    /** Asks each server alone, all queries by turns. */
    void warm() {
        for (int at = 0; at < engines.size(); at++) {
            Random random = new Random(4);
            long end = System.nanoTime() + WARMING.toNanos();
            while (System.nanoTime() < end) {
                for (String name : names) {
                    if (!unlike.get(at).contains(name)) {
                        ask(at, name, mix.calls(name, 1, false, made, random).get(0));
                    }
                }
            }
        }
    }

    /** Times one call after the other. */
    Times oneByOne(String title, boolean hot) {
        Times times = Times.of(title, engines, names, rounds);
        Random random = new Random(hot ? 3 : 2);
        List<List<String>> calls = calls(random, hot, rounds);
        for (int round = hot ? -1 : 0; round < rounds; round++) {
            for (int query = 0; query < names.size(); query++) {
                String name = names.get(query);
                String text = calls.get(query).get(Math.max(0, round));
                Client.Reply[] replies = new Client.Reply[engines.size()];
                for (int turn = 0; turn < engines.size(); turn++) {
                    int at = Math.floorMod(round + turn, engines.size());
                    replies[at] = unlike.get(at).contains(name) ? null : ask(at, name, text);
                }
                compare(name, replies);
                for (int at = 0; at < engines.size() && round >= 0; at++) {
                    times.millis().get(name)[at][round] = replies[at] == null ? Double.NaN : replies[at].millis();
                }
            }
        }
        return withoutUnlike(times);
    }

    /**
     * Times batches that as many clients as there are cores send to one server at the same time: milliseconds a call.
     */
    Times everyCoreBusy(String title) throws InterruptedException {
        int clients = Runtime.getRuntime().availableProcessors();
        int each = 2;
        Times times = Times.of(title, engines, names, rounds);
        List<List<String>> calls = calls(new Random(5), false, rounds * clients * each);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int round = 0; round < rounds; round++) {
                for (int query = 0; query < names.size(); query++) {
                    String name = names.get(query);
                    List<String> batch = calls.get(query).subList(round * clients * each, (round + 1) * clients * each);
                    for (int turn = 0; turn < engines.size(); turn++) {
                        int at = (round + turn) % engines.size();
                        times.millis().get(name)[at][round] =
                                unlike.get(at).contains(name) ? Double.NaN : batch(threads, clients, at, name, batch);
                    }
                }
            }
        }
        return withoutUnlike(times);
    }

    private double batch(ExecutorService threads, int clients, int at, String name, List<String> batch)
            throws InterruptedException {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int first = client;
            tasks.add(() -> {
                for (int call = first; call < batch.size(); call += clients) {
                    ask(at, name, batch.get(call));
                }
                return null;
            });
        }
        long begun = System.nanoTime();
        for (Future<Void> done : threads.invokeAll(tasks)) {
            try {
                done.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException(failure.getCause());
            }
        }
        return (System.nanoTime() - begun) / 1e6 / batch.size();
    }

    private List<List<String>> calls(Random random, boolean hot, int number) {
        return names.stream()
                .map(name -> mix.calls(name, number, hot, made, random))
                .toList();
    }

    private Client.Reply ask(int at, String name, String query) {
        try {
            Client.Reply reply = engines.get(at).ask(query);
            if (reply.status() != 200) {
                differs(at, name, "answers " + reply.status());
            }
            return reply;
        } catch (IOException late) {
            differs(at, name, "does not answer");
            return new Client.Reply(0, "", new byte[0], Double.NaN);
        }
    }

    private void compare(String name, Client.Reply[] replies) {
        if (unlike.get(0).contains(name)) {
            return;
        }
        Rows expected = Rows.of(replies[0].text());
        for (int at = 1; at < replies.length; at++) {
            if (replies[at] != null
                    && replies[at].status() == 200
                    && !Arrays.equals(replies[at].body(), replies[0].body())) {
                Rows rows = Rows.of(replies[at].text());
                if (!rows.equals(expected)) {
                    differs(at, name, "has other rows: " + rows.unlike(expected));
                }
            }
        }
    }

    private synchronized void differs(int at, String name, String how) {
        if (unlike.get(at).add(name)) {
            findings.add(name + ": " + engines.get(at).name() + " " + how + ".");
            failed |= at == 0 || engines.get(at).name().equals("Torchgraph");
        }
    }

    private Times withoutUnlike(Times times) {
        for (int at = 0; at < engines.size(); at++) {
            for (String name : unlike.get(at)) {
                Arrays.fill(times.millis().get(name)[at], Double.NaN);
            }
        }
        return times;
    }
}
