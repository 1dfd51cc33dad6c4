package org.torchgraph.search;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * One page of the things found.
 *
 * @param total the number of things found
 * @param page the number of this page, from 1
 * @param pages the number of pages, at least 1
 * @param loose whether no thing has every word, so that these have most of them
 * @param without the words that none of them has
 * @param also the synonyms that were searched for too
 * @param hits the hits of this page, the best first
 * @param counts for each facet the number of hits by value, the most frequent first; the filter of the facet itself is
 *     ignored, so that readers can add its other values
 * @param byStore whether the text search of the store found them by their names
 * @param cut the number of names after which that search ended; 0 if it found no more
 */
public record Hits(
        int total,
        int page,
        int pages,
        boolean loose,
        List<String> without,
        List<String> also,
        List<Hit> hits,
        Map<Facet, List<FacetCount>> counts,
        boolean byStore,
        int cut) {
    /** The number of hits on a page. */
    public static final int HITS_ON_PAGE = 20;

    /**
     * A thing that was found.
     *
     * @param thing its IRI
     * @param classes its stated classes
     * @param names its labels and titles in all languages
     * @param numbers its document numbers and codes
     * @param matches matching texts other than its names
     * @param facets its facet values
     * @param missing the words that it does not have
     */
    public record Hit(
            Node thing,
            List<Node> classes,
            List<MatchedText> names,
            List<MatchedText> numbers,
            List<MatchedText> matches,
            Map<Facet, List<Node>> facets,
            List<String> missing) {}

    /**
     * A text of a thing with its matches.
     *
     * @param property the property that has the text
     * @param literal the complete text
     * @param marked the text or an excerpt, with the matches marked
     */
    public record MatchedText(Node property, Node literal, HighlightedText marked) {}

    /**
     * The number of hits with one facet value.
     *
     * @param value the value
     * @param key the value in a request parameter: an IRI without the base, or the lexical form of a literal
     * @param things the number of hits
     */
    public record FacetCount(Node value, String key, int things) {}

    /** Returns all nodes that a page of hits shows, so that their labels can be looked up. */
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

    /** Returns whether the requested page exists. */
    public boolean hasPage() {
        return page <= pages;
    }
}
