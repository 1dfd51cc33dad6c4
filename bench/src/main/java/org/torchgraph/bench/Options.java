package org.torchgraph.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run is to do.
 *
 * @param policies how many policies are made up
 * @param rounds how often each query is timed
 * @param parts what is measured: {@code starts}, {@code queries}, {@code rates}, {@code engines}
 * @param peers the other servers that are started where they are there, beside plain Fuseki
 * @param others endpoints that somebody else started, by name
 * @param markdown the file that gets the results
 */
record Options(
        int policies,
        int rounds,
        Set<String> parts,
        Set<String> peers,
        Map<String, String> others,
        Optional<Path> markdown) {
    private static final String USAGE =
            """
            bench/run [--policies 19000] [--rounds 15] [--parts starts,queries,rates,engines] [--peers oxigraph,virtuoso,trifid|none]
                      [--also NAME=URL]… [--markdown FILE]""";

    /** Reads the arguments of the command; a wrong one is an {@link IllegalArgumentException} that tells the usage. */
    static Options of(List<String> arguments) {
        int policies = 19_000;
        int rounds = 15;
        Set<String> parts = Set.of("starts", "queries", "rates", "engines");
        Set<String> peers = Set.of("oxigraph", "virtuoso", "trifid");
        Map<String, String> others = new LinkedHashMap<>();
        Optional<Path> markdown = Optional.empty();
        for (int at = 0; at < arguments.size(); at += 2) {
            if (at + 1 == arguments.size()) {
                throw new IllegalArgumentException(USAGE);
            }
            String value = arguments.get(at + 1);
            switch (arguments.get(at)) {
                case "--policies" -> policies = Integer.parseInt(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--parts" -> parts = some(value, parts);
                case "--peers" -> peers = value.equals("none") ? Set.of() : some(value, peers);
                case "--also" -> others.put(value.split("=", 2)[0], value.split("=", 2)[1]);
                case "--markdown" -> markdown = Optional.of(Path.of(value).toAbsolutePath());
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        return new Options(policies, rounds, parts, peers, others, markdown);
    }

    private static Set<String> some(String value, Set<String> of) {
        Set<String> some = Set.of(value.split(","));
        if (!of.containsAll(some)) {
            throw new IllegalArgumentException(USAGE);
        }
        return some;
    }
}
