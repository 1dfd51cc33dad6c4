package org.torchgraph.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts plain Fuseki, Torchgraph and those of the other servers that this machine has over the same made-up policies,
 * asks them the same, turn and turn about, and writes ratios as Markdown. A row of Torchgraph that differs from
 * Fuseki's is named and fails the run; one of another server is named, and the times of that query are not compared.
 */
public final class Benchmark {
    private final Options options;
    private final String command;
    private final Servers servers;
    private final Policies made;
    private final Report report = new Report();
    private final List<String> findings = new ArrayList<>();
    private boolean failed;

    private Benchmark(List<String> arguments) {
        options = Options.of(arguments);
        command = ("bench/run " + String.join(" ", arguments)).strip();
        servers = new Servers(Path.of(System.getProperty("bench.home")), System.getProperty("bench.classpath"));
        made = new Policies(options.policies());
    }

    /** Runs the benchmark: see {@link Options}. */
    public static void main(String[] arguments) throws Exception {
        try {
            System.exit(new Benchmark(List.of(arguments)).run() ? 0 : 1);
        } catch (IllegalArgumentException usage) {
            System.err.println(usage.getMessage());
            System.exit(2);
        }
    }

    private boolean run() throws IOException, InterruptedException {
        Path folder = Shell.emptied(servers.home().resolve("bench/target/publications"));
        List<Engine> engines = new ArrayList<>();
        double load = load();
        try {
            Path publication = folder.resolve("all");
            Path tenth = folder.resolve("tenth");
            Policies fewer = new Policies(Math.max(1, made.number() / 10));
            made.write(publication);
            fewer.write(tenth);
            long statements = statements(publication);
            report.add("", machine(statements));
            if (options.parts().contains("starts")) {
                starts(publication, tenth, statements - statements(tenth));
            }
            if (options.parts().contains("engines")) {
                engines();
            }
            if (options.parts().contains("queries") || options.parts().contains("rates")) {
                start(engines, publication);
                report.add("", versions(engines));
                if (options.parts().contains("queries")) {
                    queries(engines);
                }
                if (options.parts().contains("rates")) {
                    rates(engines, publication, tenth, fewer);
                }
            }
            findings.forEach(finding -> report.add("", finding));
            report.add("", "Load of the machine before the run %.2f, after it %.2f.".formatted(load, load()));
            if (options.markdown().isPresent()) {
                report.write(options.markdown().get());
            }
            return !failed;
        } finally {
            for (Engine engine : engines) {
                engine.close();
            }
            Shell.delete(folder);
        }
    }

    private void start(List<Engine> engines, Path publication) throws IOException, InterruptedException {
        List<Path> files = Servers.files(publication);
        engines.add(servers.fuseki(files));
        engines.add(servers.torchgraph(publication));
        if (options.peers().contains("oxigraph")) {
            servers.oxigraph(files).ifPresent(engines::add);
        }
        if (options.peers().contains("virtuoso")) {
            servers.virtuoso(publication.resolve("data")).ifPresent(engines::add);
        }
        options.others().forEach((name, url) -> engines.add(Servers.other(name, url)));
    }

    private void starts(Path publication, Path tenth, long statements) throws IOException, InterruptedException {
        StartPart part = new StartPart(servers);
        StartPart.Starts all = part.over(publication);
        StartPart.Starts less = part.over(tenth);
        StartPart.Starts own = part.over(servers.home());
        report.add(
                "Starts",
                """
                From the start of the process to the first answer over all the data, medians of three starts by turns.

                | data | Torchgraph, plain Fuseki, ratio of times |
                |---|---|
                | made-up policies | %s |
                | a tenth of them | %s |
                | this repository | %s |

                Loading, from the difference between the first two rows (%d statements): %s times Fuseki's rate.
                """
                        .formatted(all.text(), less.text(), own.text(), statements, all.loading(less)));
    }

    private void queries(List<Engine> engines) throws IOException, InterruptedException {
        QueryPart part =
                new QueryPart(engines, Mix.in(servers.home().resolve("bench/queries")), made, options.rounds());
        long[] ready = memory(engines);
        double[] first = part.firstCalls();
        part.warm();
        double[] before = processor(engines);
        Times cold = part.oneByOne("cold", false);
        double[] used = processor(engines);
        Arrays.setAll(used, at -> used[at] - before[at]);
        Times busy = part.everyCoreBusy("cold, every core busy");
        Times hot = part.oneByOne("hot", true);
        long[] after = memory(engines);
        List<Integer> others = new ArrayList<>(List.of(0));
        for (int at = 2; at < engines.size(); at++) {
            others.add(at);
        }
        StringBuilder table = new StringBuilder("| Torchgraph's time by that of |");
        others.forEach(at -> table.append(' ').append(engines.get(at).name()).append(" |"));
        table.append("\n|---|").append("---:|".repeat(others.size())).append('\n');
        for (Times times : List.of(cold, busy, hot)) {
            row(table, times.title() + ", geometric mean", others, at -> times.mean(1, at));
            row(table, times.title() + ", worst query", others, at -> times.worst(1, at));
        }
        row(table, "cold, processor time of all calls", others, at -> Numbers.text(used[1] / used[at]));
        row(table, "first 300 calls, sum", others, at -> Numbers.text(first[1] / first[at]));
        row(table, "resident memory when ready", others, at -> memory(ready, at));
        row(table, "resident memory after the queries", others, at -> memory(after, at));
        row(table, "queries with the same rows", others, at -> "" + cold.compared(1, at));
        report.add("Queries", table.toString());
        for (Times times : List.of(cold, busy, hot)) {
            report.add("Queries, " + times.title() + ": milliseconds a call, and ratio to Fuseki's", times.markdown());
        }
        findings.addAll(part.findings());
        failed |= part.failed();
    }

    private void rates(List<Engine> engines, Path publication, Path tenth, Policies fewer)
            throws IOException, InterruptedException {
        Engine torchgraph = engines.get(1);
        Path assets = servers.home().resolve("src/main/resources/org/torchgraph/site/assets");
        Engine jetty = servers.jetty(assets);
        engines.add(jetty);
        List<Engine> endpoints =
                engines.stream().filter(engine -> engine != jetty).toList();
        Optional<Engine> trifid = options.peers().contains("trifid")
                ? servers.trifid(engines.get(0).endpoint())
                : Optional.empty();
        trifid.ifPresent(engines::add);
        RatePart part = new RatePart(made).measure(endpoints, torchgraph, jetty, trifid);
        RatePart tenfold = new RatePart(made);
        try (Engine large = servers.torchgraph(publication);
                Engine small = servers.torchgraph(tenth)) {
            tenfold.tenfold(large, small, fewer);
        }
        StringBuilder table = new StringBuilder("| rate | by | ratio | by processor time |\n|---|---|---:|---:|\n");
        for (String[] pair : new String[][] {
            {"new page", "new DESCRIBE", "Fuseki"},
            {"new Turtle", "new DESCRIBE", "Fuseki"},
            {"new DESCRIBE", "new DESCRIBE", "Fuseki"},
            {"new page", "new DESCRIBE", "Oxigraph"},
            {"new page", "new DESCRIBE", "Virtuoso"},
            {"new page", "new page", "Trifid"},
            {"static file", "static file", "Jetty"},
            {"kept page", "static file", "Torchgraph"},
            {"hot answer", "static file", "Torchgraph"},
            {"304 of a page", "static file", "Torchgraph"}
        }) {
            ratio(table, part, pair[0], pair[1], pair[2]);
        }
        for (String kind : List.of("new page", "look-up")) {
            ratio(table, tenfold, kind + ", all data", kind + ", a tenth of the data", "Torchgraph");
        }
        report.add("Rates of Torchgraph", table.toString());
        List<Rate> all = new ArrayList<>(part.rates());
        all.addAll(tenfold.rates());
        report.add("Replies a second", Rate.markdown(all));
        for (Rate rate : all) {
            if (!rate.finding().isEmpty()) {
                findings.add(rate.finding());
                failed |= List.of("Torchgraph", "Fuseki").contains(rate.engine().name());
            }
        }
        StringBuilder memory = new StringBuilder("Resident memory after that:");
        for (Engine engine : engines) {
            memory.append(" %s %d MiB,".formatted(engine.name(), engine.residentMiB()));
        }
        report.add("", memory.substring(0, memory.length() - 1) + ".");
    }

    /** Compares sites over engines, which have the statements of this repository, with the same over memory. */
    private void engines() throws IOException, InterruptedException {
        Path publication = servers.home();
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            List<EnginePart.Site> sites = new ArrayList<>();
            sites.add(new EnginePart.Site(servers.torchgraph("memory", publication, "memory"), Optional.empty(), true));
            opened.add(sites.get(0).server());
            Map<Engine, String> engines = new LinkedHashMap<>();
            if (options.peers().contains("virtuoso")) {
                servers.virtuoso().ifPresent(engine -> engines.put(engine, "/sparql-graph-crud-auth"));
            }
            engines.put(servers.fuseki(List.of()), "/ds/data");
            opened.addAll(engines.keySet());
            for (Map.Entry<Engine, String> engine : engines.entrySet()) {
                servers.load(publication, engine.getKey(), engine.getValue());
                Relay relay = new Relay(engine.getKey().endpoint());
                opened.add(relay);
                Engine site =
                        servers.torchgraph("over " + engine.getKey().name(), publication, "sparql:" + relay.address());
                opened.add(site);
                boolean keepsTerms = engine.getKey().name().equals("Fuseki");
                sites.add(new EnginePart.Site(site, Optional.of(relay), keepsTerms));
            }
            report.add("", versions(List.copyOf(engines.keySet())));
            EnginePart part = new EnginePart(sites)
                    .measure(List.copyOf(
                            Mix.in(publication.resolve("queries")).texts().keySet()));
            part.sections().forEach(report::add);
            findings.addAll(part.findings());
            failed |= part.failed();
        } finally {
            for (AutoCloseable one : opened.reversed()) {
                close(one);
            }
        }
    }

    private static void close(AutoCloseable one) throws IOException {
        try {
            one.close();
        } catch (IOException broken) {
            throw broken;
        } catch (Exception other) {
            throw new IOException(other);
        }
    }

    private static void ratio(StringBuilder table, RatePart part, String ours, String theirs, String engine) {
        Optional<Rate> rate = part.rate(ours, "Torchgraph");
        Optional<Rate> other = part.rate(theirs, engine);
        if (rate.isPresent() && other.isPresent()) {
            double processor = other.get().processorMicros() / rate.get().processorMicros();
            table.append("| %s | %s of %s | %s | %s |%n"
                    .formatted(ours, theirs, engine, rate.get().by(other.get()), Numbers.text(processor)));
        }
    }

    private static void row(
            StringBuilder table, String title, List<Integer> others, java.util.function.IntFunction<String> cell) {
        table.append("| ").append(title).append(" |");
        others.forEach(at -> table.append(' ').append(cell.apply(at)).append(" |"));
        table.append('\n');
    }

    private static String memory(long[] all, int at) {
        return all[at] < 0
                ? Numbers.text(Double.NaN)
                : "%s (%d by %d MiB)".formatted(Numbers.text((double) all[1] / all[at]), all[1], all[at]);
    }

    private static double[] processor(List<Engine> engines) {
        return engines.stream().mapToDouble(Engine::processorMillis).toArray();
    }

    private static long[] memory(List<Engine> engines) throws IOException {
        long[] all = new long[engines.size()];
        for (int at = 0; at < all.length; at++) {
            all[at] = engines.get(at).residentMiB();
        }
        return all;
    }

    private String machine(long statements) throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        String processor = Files.isReadable(cpus)
                ? Shell.part("model name\\s*: (.*)", Files.readString(cpus))
                : System.getProperty("os.arch");
        return "`%s` on %s: %,d policies, %,d statements; %d cores (%s), %s %s, Java %s."
                .formatted(
                        command,
                        LocalDate.now(ZoneOffset.UTC),
                        made.number(),
                        statements,
                        Runtime.getRuntime().availableProcessors(),
                        processor,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.version"));
    }

    private static String versions(List<Engine> engines) {
        return String.join(
                        ", ",
                        engines.stream()
                                .map(engine -> "%s %s (ready after %s s)"
                                        .formatted(
                                                engine.name(),
                                                engine.version(),
                                                String.format(Locale.ROOT, "%.1f", engine.readyMillis() / 1000.0)))
                                .toList())
                + ".";
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static long statements(Path publication) throws IOException {
        try (Stream<String> lines = Files.lines(publication.resolve("data/policies.nt"))) {
            return lines.count();
        }
    }
}
