package org.torchgraph.site.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.torchgraph.search.Facet;
import org.torchgraph.search.Hits.Count;
import org.torchgraph.site.words.Kind;
import org.torchgraph.site.words.Shown;
import org.torchgraph.site.words.Wording;

/**
 * A filter and what it can be set to.
 *
 * @param name of its parameter
 * @param label of it
 * @param first the most common values, and those that are set
 * @param rest the other values
 */
public record FacetView(String name, Shown label, List<Value> first, List<Value> rest) {
    private static final int MOST = 8;

    /**
     * @param key that the parameter has
     * @param name of the value
     * @param kind shape and colour when the value is a class, else null
     * @param things how many have it
     * @param set whether hits are filtered by it now
     */
    public record Value(String key, Shown name, Kind kind, int things, boolean set) {}

    static FacetView of(Facet facet, List<Count> counts, Set<String> set, Wording wording) {
        List<Value> first = new ArrayList<>();
        List<Value> rest = new ArrayList<>();
        for (Count count : counts) {
            boolean chosen = set.contains(count.key());
            Kind kind = facet.isClass() ? Kind.of(count.value()) : null;
            Value value = new Value(count.key(), wording.show(count.value()), kind, count.things(), chosen);
            (chosen || first.size() < MOST ? first : rest).add(value);
        }
        Shown label = wording.best(facet.labels()).orElse(Shown.text(facet.name()));
        return new FacetView(facet.name(), label, first, rest);
    }
}
