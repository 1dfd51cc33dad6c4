package org.torchgraph.search;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Map<Facet, List<FacetCount>> counts) {
    /** How many hits a page holds. */
    public static final int PAGE = 20;

    /**
     * A thing that was found.
     *
     * @param thing its IRI
     * @param classes that it is stated to be in
     * @param names labels and titles in all languages
     * @param numbers document numbers, codes
     * @param matches where the words stand, besides its names
     * @param facets its values by which it can be filtered
     */
    public record Hit(
            Node thing,
            List<Node> classes,
            List<MatchedText> names,
            List<MatchedText> numbers,
            List<MatchedText> matches,
            Map<Facet, List<Node>> facets) {}

    /**
     * A text of a thing.
     *
     * @param property what it is of the thing
     * @param literal the whole
     * @param marked the same with the words that were searched for
     */
    public record MatchedText(Node property, Node literal, HighlightedText marked) {}

    /**
     * How many things have a value.
     *
     * @param key by which an address names it: an IRI without the base, or what a literal says
     */
    public record FacetCount(Node value, String key, int things) {}

    /** Every node that is named in this. */
    public Set<Node> nodes() {
        Set<Node> nodes = new HashSet<>();
        for (Hit hit : hits) {
            nodes.add(hit.thing());
            nodes.addAll(hit.classes());
            hit.names().forEach(name -> nodes.add(name.property()));
            hit.matches().forEach(match -> nodes.add(match.property()));
            hit.facets().values().forEach(nodes::addAll);
        }
        counts.values().forEach(values -> values.forEach(count -> nodes.add(count.value())));
        nodes.removeIf(Node::isLiteral);
        return nodes;
    }

    public boolean hasPage() {
        return page <= pages;
    }
}
