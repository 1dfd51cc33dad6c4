package org.torchgraph.search;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * What was found.
 *
 * @param total how many things in all
 * @param page this page of them, from 1
 * @param pages how many pages there are, at least 1
 * @param loose whether nothing has all that was asked for, and these have some of it
 * @param also synonyms that were searched for too
 * @param hits of this page, the best first
 * @param counts for each facet how many of what was found have each value, the most common first; the filter of the
 *     facet itself is left out of account, so that its other values can be added
 */
public record Hits(
        int total,
        int page,
        int pages,
        boolean loose,
        List<String> also,
        List<Hit> hits,
        Map<Facet, List<Count>> counts) {
    /** How many hits a page holds. */
    public static final int PAGE = 20;

    /**
     * A thing that was found.
     *
     * @param thing its IRI
     * @param names labels and titles in all languages
     * @param matches where the words stand, besides its names
     * @param facets its values by which it can be filtered
     */
    public record Hit(Node thing, List<Text> names, List<Text> matches, Map<Facet, List<Node>> facets) {}

    /**
     * A text of a thing.
     *
     * @param property what it is of the thing
     * @param literal the whole
     * @param marked the same with the words that were searched for
     */
    public record Text(Node property, Node literal, Marked marked) {}

    /** How many things have a value. */
    public record Count(Node value, int things) {}

    public boolean hasPage() {
        return page <= pages;
    }
}
