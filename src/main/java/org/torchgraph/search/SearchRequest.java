package org.torchgraph.search;

import java.util.Map;
import java.util.Set;

/**
 * What is searched for.
 *
 * @param text as it was typed; empty for everything that the filters let through
 * @param filters by name of the facet, the keys of the values of which a hit has one
 * @param page of the hits, from 1
 */
public record SearchRequest(String text, Map<String, Set<String>> filters, int page) {
    /** A longer text is no search. */
    public static final int LONGEST = 200;

    public SearchRequest {
        text = text.strip();
        filters = Map.copyOf(filters);
    }

    public boolean isEmpty() {
        return text.isEmpty() && filters.isEmpty();
    }
}
