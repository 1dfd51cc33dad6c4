package org.torchgraph.search;

import java.util.Map;
import java.util.Set;

/**
 * A search with its filters.
 *
 * @param text the text as typed; empty to list everything that the filters select
 * @param filters for each facet, by name, the keys of the values of which a hit needs one
 * @param page the number of the page, from 1
 */
public record SearchRequest(String text, Map<String, Set<String>> filters, int page) {
    /** The length of the longest text accepted, in characters. */
    public static final int MAX_CHARACTERS = 200;

    public SearchRequest {
        text = text.strip();
        filters = Map.copyOf(filters);
    }

    /** Returns whether there is neither a text nor a filter. */
    public boolean isEmpty() {
        return text.isEmpty() && filters.isEmpty();
    }
}
