package org.torchgraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The queries of a folder, by name. A text may have places to fill: {@code {policy}}, {@code {body}},
 * {@code {indicator}}, {@code {topic}} and {@code {year}} get a number, {@code {call}} a filter that makes each call a
 * query of its own.
 */
record Mix(Map<String, String> texts) {

    static Mix in(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".rq")).toList()) {
                texts.put(file.getFileName().toString().replaceFirst("\\.rq$", ""), Files.readString(file));
            }
        }
        return new Mix(texts);
    }

    /**
     * Returns the calls of a query.
     *
     * @param hot whether all of them are the same
     */
    List<String> calls(String name, int number, boolean hot, Policies policies, Random random) {
        List<String> calls = new ArrayList<>();
        for (int call = 0; call < number; call++) {
            calls.add(hot && call > 0 ? calls.get(0) : filled(texts.get(name), policies, random, hot));
        }
        return calls;
    }

    private static String filled(String text, Policies policies, Random random, boolean hot) {
        return text.replace("{policy}", Integer.toString(random.nextInt(policies.number())))
                .replace("{body}", Integer.toString(random.nextInt(policies.bodies())))
                .replace("{indicator}", Integer.toString(random.nextInt(policies.indicators())))
                .replace("{topic}", Integer.toString(random.nextInt(12)))
                .replace("{year}", Integer.toString(1995 + random.nextInt(25)))
                .replace("{call}", hot ? "" : "FILTER(<urn:call:" + random.nextLong() + "> != <urn:call:none>)");
    }
}
