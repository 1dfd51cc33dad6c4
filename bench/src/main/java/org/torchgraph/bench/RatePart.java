package org.torchgraph.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Measures replies a second, turn and turn about. A <em>new</em> reply is about a thing that was not asked for before,
 * so that nothing that is kept serves it: pages and DESCRIBE are of policies with even numbers, Turtle is of those with
 * odd ones, and goals are asked for before anything is counted.
 */
final class RatePart {
    private static final int ROUNDS = 11;
    private static final long ROUND = Duration.ofMillis(700).toNanos();
    private static final String HTML = "Accept: text/html";
    private static final String TURTLE = "Accept: text/turtle";
    private static final String JSON = "application/sparql-results+json";
    private static final String STATIC = "site.js";

    private final Policies made;
    private final List<Rate> rates = new ArrayList<>();

    RatePart(Policies made) {
        this.made = made;
    }

    /** Measures all kinds of replies, of Trifid too if it is there. */
    RatePart measure(List<Engine> endpoints, Engine torchgraph, Engine jetty, Optional<Engine> trifid)
            throws IOException, InterruptedException {
        for (Engine engine : endpoints) {
            fresh("new DESCRIBE", engine, 0, thing -> engine.asking(describe(thing), "text/turtle"));
        }
        Client ours = torchgraph.client();
        fresh("new page", torchgraph, 0, thing -> ours.get("/doc/" + thing, HTML));
        fresh("new Turtle", torchgraph, 1, thing -> ours.get("/doc/" + thing, TURTLE));
        trifid.ifPresent(
                engine -> fresh("new page", engine, 0, thing -> engine.client().get("/id/" + thing, HTML)));
        same("static file", torchgraph, 200, ours.get("/assets/" + STATIC));
        same("static file", jetty, 200, jetty.client().get("/" + STATIC));
        byte[] page = ours.get("/doc/policy/1", HTML);
        same("kept page", torchgraph, 200, page);
        same("hot answer", torchgraph, 200, torchgraph.asking(describedBy("policy/1"), JSON));
        String tag = ours.send(page).field("ETag");
        same("304 of a page", torchgraph, 304, ours.get("/doc/policy/1", HTML, "If-None-Match: " + tag));
        return run();
    }

    /** Measures new pages and look-ups of a site, and of another with fewer data, from what both have. */
    RatePart tenfold(Engine all, Engine tenth, Policies fewer) throws InterruptedException {
        int goals = 2 * fewer.number();
        int warm = goals / 3;
        for (Engine engine : List.of(all, tenth)) {
            String data = engine == all ? ", all data" : ", a tenth of the data";
            IntFunction<byte[]> page =
                    number -> engine.client().get("/doc/goal/" + number / 2 + "-" + (2 + number % 2), HTML);
            rates.add(new Rate(
                    "new page" + data,
                    engine,
                    200,
                    (goals - warm) / ROUNDS,
                    number -> page.apply(number % warm),
                    number -> page.apply(warm + number)));
            IntFunction<byte[]> lookUp = number -> engine.asking(
                    describedBy("policy/" + number % fewer.number())
                            .replace("}", "FILTER(" + System.nanoTime() + " > 0) }"),
                    JSON);
            rates.add(new Rate("look-up" + data, engine, 200, Integer.MAX_VALUE, lookUp, lookUp));
        }
        return run();
    }

    List<Rate> rates() {
        return rates;
    }

    /** Returns the rate of a kind of reply of a server; empty if it was not measured. */
    Optional<Rate> rate(String name, String engine) {
        return rates.stream()
                .filter(rate -> rate.name().equals(name) && rate.engine().name().equals(engine))
                .findFirst();
    }

    private void fresh(String name, Engine engine, int parity, Function<String, byte[]> of) {
        rates.add(new Rate(
                name,
                engine,
                200,
                made.number() / 2 / ROUNDS,
                number -> of.apply("goal/" + number % made.number() + "-" + parity),
                number -> of.apply("policy/" + (2 * number + parity))));
    }

    private void same(String name, Engine engine, int status, byte[] request) {
        rates.add(new Rate(name, engine, status, Integer.MAX_VALUE, number -> request, number -> request));
    }

    private RatePart run() throws InterruptedException {
        int clients = 2 * Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (Rate rate : rates) {
                rate.warm(threads, clients);
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Rate rate : rates) {
                    rate.round(threads, clients, ROUND);
                }
            }
        }
        return this;
    }

    private static String describe(String thing) {
        return "DESCRIBE <" + Policies.BASE + "id/" + thing + ">";
    }

    private static String describedBy(String thing) {
        return "SELECT ?p ?o { <" + Policies.BASE + "id/" + thing + "> ?p ?o }";
    }
}
