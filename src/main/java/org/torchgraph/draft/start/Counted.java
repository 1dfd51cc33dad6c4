package org.torchgraph.draft.start;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often something occurs.
 *
 * @param name what occurs
 * @param count how often
 */
public record Counted(String name, long count) {

    /** Returns what occurs in a stream, the most frequent first. */
    static List<Counted> by(Stream<String> names) {
        return names.collect(Collectors.groupingBy(name -> name, Collectors.counting())).entrySet().stream()
                .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Counted::count).reversed().thenComparing(Counted::name))
                .toList();
    }
}
