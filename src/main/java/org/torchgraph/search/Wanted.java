package org.torchgraph.search;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;

/**
 * What is searched for.
 *
 * @param text as it was typed; empty for everything that the filters let through
 * @param filters for each facet the values of which a hit has one, by name
 * @param page of the hits, from 1
 */
public record Wanted(String text, Map<String, Set<Node>> filters, int page) {
    /** A longer text is no search. */
    public static final int LONGEST = 200;

    public Wanted {
        Map<String, Set<Node>> sorted = new TreeMap<>();
        filters.forEach((name, values) -> {
            Set<Node> ordered = new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
            ordered.addAll(values);
            sorted.put(name, ordered);
        });
        filters = sorted;
        text = text.strip();
    }

    public boolean isEmpty() {
        return text.isEmpty() && filters.isEmpty();
    }
}
