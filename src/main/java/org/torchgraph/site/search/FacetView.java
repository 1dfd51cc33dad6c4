package org.torchgraph.site.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.torchgraph.search.Facet;
import org.torchgraph.search.Hits.FacetCount;
import org.torchgraph.site.words.Kind;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * A filter and what it can be set to.
 *
 * @param name of its parameter
 * @param label of it
 * @param first the most common values, and those that are set
 * @param rest the other values
 */
public record FacetView(String name, RenderedTerm label, List<FacetValue> first, List<FacetValue> rest) {
    private static final int MOST = 8;

    /**
     * @param key that the parameter has
     * @param name of the value
     * @param kind shape and colour when the value is a class, else null
     * @param things how many have it
     * @param set whether hits are filtered by it now
     */
    public record FacetValue(String key, RenderedTerm name, Kind kind, int things, boolean set) {}

    static FacetView of(Facet facet, List<FacetCount> counts, Set<String> set, TermRenderer wording) {
        List<FacetValue> first = new ArrayList<>();
        List<FacetValue> rest = new ArrayList<>();
        for (FacetCount count : counts) {
            boolean chosen = set.contains(count.key());
            Kind kind = facet.isClass() ? Kind.of(count.value()) : null;
            FacetValue value = new FacetValue(count.key(), wording.show(count.value()), kind, count.things(), chosen);
            (chosen || first.size() < MOST ? first : rest).add(value);
        }
        RenderedTerm label = wording.best(facet.labels()).orElse(RenderedTerm.text(facet.name()));
        return new FacetView(facet.name(), label, first, rest);
    }
}
