package org.torchgraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Starts plain Fuseki and Torchgraph over the same made-up policies and asks both the same queries, turn and turn about.
 * It prints Markdown: median milliseconds, their ratio to Fuseki's with its spread, and the geometric mean of the
 * ratios. An answer that differs in a row is named and fails the run.
 */
public final class Benchmark {
    private static final int FIRST_CALLS = 300;

    /** The time for which each engine is asked before it is timed, so that its code is compiled. */
    private static final Duration WARMING = Duration.ofSeconds(20);

    private int policies = 19_000;
    private int calls = 15;
    private final Map<String, String> others = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();

    /** Runs the benchmark: {@code [--policies N] [--calls N] [--also NAME=URL]…}. */
    public static void main(String[] arguments) throws Exception {
        System.exit(new Benchmark().run(List.of(arguments)) ? 0 : 1);
    }

    private boolean run(List<String> arguments) throws IOException, InterruptedException {
        for (int at = 0; at + 1 < arguments.size(); at += 2) {
            String value = arguments.get(at + 1);
            switch (arguments.get(at)) {
                case "--policies" -> policies = Integer.parseInt(value);
                case "--calls" -> calls = Integer.parseInt(value);
                case "--also" -> others.put(value.split("=", 2)[0], value.split("=", 2)[1]);
                default -> throw new IllegalArgumentException(arguments.get(at));
            }
        }
        Path home = Path.of(System.getProperty("bench.home"));
        Policies made = new Policies(policies);
        Path publication = Files.createTempDirectory("bench");
        made.write(publication);
        Mix mix = Mix.in(home.resolve("bench/queries"));
        List<Engine> engines = new ArrayList<>();
        try {
            engines.add(Engine.fuseki(publication, System.getProperty("bench.fuseki")));
            engines.add(Engine.torchgraph(publication, home));
            others.forEach((name, url) -> engines.add(Engine.other(name, url)));
            System.out.printf(
                    "%d policies, %d cores, Java %s%n%n",
                    policies, Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
            for (Engine engine : engines) {
                System.out.printf("- %s: ready after %d ms%n", engine.name(), engine.readyMillis());
            }
            firstCalls(engines, mix, made);
            warm(engines, mix, made);
            table("cold", engines, mix, made, false);
            table("hot", engines, mix, made, true);
            for (Engine engine : engines) {
                System.out.printf("- %s: %d MiB resident%n", engine.name(), engine.residentMiB());
            }
            differences.forEach(System.out::println);
            return differences.isEmpty();
        } finally {
            engines.forEach(Engine::close);
            try (var files = Files.walk(publication)) {
                for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Times the first calls after the start, queries by turns. */
    private void firstCalls(List<Engine> engines, Mix mix, Policies made) throws IOException, InterruptedException {
        Random random = new Random(1);
        List<String> names = List.copyOf(mix.texts().keySet());
        double[] millis = new double[engines.size()];
        for (int call = 0; call < FIRST_CALLS; call++) {
            String query =
                    mix.calls(names.get(call % names.size()), 1, false, made, random).get(0);
            for (int at = 0; at < engines.size(); at++) {
                millis[at] += engines.get(at).ask(query).millis();
            }
        }
        for (int at = 0; at < engines.size(); at++) {
            System.out.printf(
                    "- %s: first %d calls %.0f ms (%.2f)%n",
                    engines.get(at).name(), FIRST_CALLS, millis[at], millis[at] / millis[0]);
        }
    }

    /** Asks each engine alone, all queries by turns. */
    private static void warm(List<Engine> engines, Mix mix, Policies made) throws IOException, InterruptedException {
        for (Engine engine : engines) {
            Random random = new Random(4);
            long end = System.nanoTime() + WARMING.toNanos();
            while (System.nanoTime() < end) {
                for (String name : mix.texts().keySet()) {
                    engine.ask(mix.calls(name, 1, false, made, random).get(0));
                }
            }
        }
    }

    private void table(String title, List<Engine> engines, Mix mix, Policies made, boolean hot)
            throws IOException, InterruptedException {
        System.out.printf("%n## %s%n%n| query |", title);
        engines.forEach(engine -> System.out.printf(" %s |", engine.name()));
        System.out.printf("%n|---|%s%n", "---:|".repeat(engines.size()));
        double[] logarithms = new double[engines.size()];
        for (String name : mix.texts().keySet()) {
            List<List<Double>> millis = times(name, engines, mix.calls(name, calls, hot, made, new Random(hot ? 3 : 2)));
            System.out.printf("| %s |", name);
            double first = median(millis.get(0));
            for (int at = 0; at < engines.size(); at++) {
                double ratio = median(millis.get(at)) / first;
                logarithms[at] += Math.log(ratio);
                System.out.printf(
                        at == 0 ? " %.2f |" : " %.2f (%.2f; %.2f to %.2f) |",
                        median(millis.get(at)),
                        ratio,
                        part(millis.get(at), 0.1) / first,
                        part(millis.get(at), 0.9) / first);
            }
            System.out.println();
        }
        System.out.print("| geometric mean |");
        for (double logarithm : logarithms) {
            System.out.printf(" %.2f |", Math.exp(logarithm / mix.texts().size()));
        }
        System.out.println();
    }

    private List<List<Double>> times(String name, List<Engine> engines, List<String> queries)
            throws IOException, InterruptedException {
        List<List<Double>> millis = new ArrayList<>();
        engines.forEach(engine -> millis.add(new ArrayList<>()));
        for (String query : queries) {
            Rows expected = null;
            for (int at = 0; at < engines.size(); at++) {
                Engine.Answer answer = engines.get(at).ask(query);
                millis.get(at).add(answer.millis());
                if (answer.status() != 200) {
                    differences.add(name + ": " + engines.get(at).name() + " answers " + answer.status() + ".");
                    continue;
                }
                Rows rows = Rows.of(answer.body());
                expected = expected == null ? rows : expected;
                if (!rows.equals(expected)) {
                    differences.add(name + ": the rows of " + engines.get(at).name() + " differ for " + query);
                }
            }
        }
        return millis;
    }

    private static double median(List<Double> values) {
        return part(values, 0.5);
    }

    private static double part(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(value -> value).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
