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
 * A facet with the values that a reader can choose.
 *
 * @param name the name of its parameter
 * @param label its label
 * @param first the most frequent values and the chosen ones
 * @param rest the other values
 */
public record FacetView(String name, RenderedTerm label, List<FacetValue> first, List<FacetValue> rest) {
    private static final int MAX_VALUES_SHOWN = 8;

    /**
     * A value of a facet.
     *
     * @param key the value of the request parameter
     * @param name its label
     * @param kind its shape and colour if it is a class, else null
     * @param things the number of hits with the value
     * @param set whether the reader has chosen it
     */
    public record FacetValue(String key, RenderedTerm name, Kind kind, int things, boolean set) {}

    static FacetView of(Facet facet, List<FacetCount> counts, Set<String> set, TermRenderer wording) {
        List<FacetValue> first = new ArrayList<>();
        List<FacetValue> rest = new ArrayList<>();
        for (FacetCount count : counts) {
            boolean chosen = set.contains(count.key());
            Kind kind = facet.isClass() ? wording.appearance().kinds().of(count.value()) : null;
            FacetValue value = new FacetValue(count.key(), wording.show(count.value()), kind, count.things(), chosen);
            (chosen || first.size() < MAX_VALUES_SHOWN ? first : rest).add(value);
        }
        RenderedTerm label = wording.best(facet.labels()).orElse(RenderedTerm.text(facet.name()));
        return new FacetView(facet.name(), label, first, rest);
    }
}
