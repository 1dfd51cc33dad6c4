package org.torchgraph.export.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * What changed of one thing and its parts.
 *
 * @param thing the thing
 * @param removed what is no longer said
 * @param added what is said now
 */
record ThingChange(Node thing, List<Quad> removed, List<Quad> added) {

    /** A sentence for each property that has changed, those of the parts after those of the thing. */
    List<String> in(DifferenceWording wording) {
        Map<String, List<Node>> gone = values(removed, wording);
        Map<String, List<Node>> fresh = values(added, wording);
        Set<String> properties = new TreeSet<>(gone.keySet());
        properties.addAll(fresh.keySet());
        List<String> sentences = new ArrayList<>();
        for (String property : properties) {
            List<Node> before = gone.getOrDefault(property, List.of());
            List<Node> after = fresh.getOrDefault(property, List.of());
            if (before.size() == 1 && after.size() == 1) {
                sentences.add(wording.say("diff.replaced", property, wording.values(before), wording.values(after)));
                continue;
            }
            if (!after.isEmpty()) {
                sentences.add(wording.say("diff.added", property, wording.values(after)));
            }
            if (!before.isEmpty()) {
                sentences.add(wording.say("diff.removed", property, wording.values(before)));
            }
        }
        long unnamedGone = unnamed(removed);
        long unnamedFresh = unnamed(added);
        if (unnamedGone + unnamedFresh > 0) {
            sentences.add(wording.say("diff.unnamed-parts", unnamedFresh, unnamedGone));
        }
        return sentences;
    }

    /**
     * Values by property; those of a literal apart for each language, so that a translation is not taken for a change.
     */
    private Map<String, List<Node>> values(List<Quad> quads, DifferenceWording wording) {
        Map<String, List<Node>> values = new TreeMap<>();
        for (Quad quad : quads) {
            if (!isUnnamed(quad)) {
                values.computeIfAbsent(property(quad, wording), p -> new ArrayList<>())
                        .add(quad.getObject());
            }
        }
        return values;
    }

    private String property(Quad quad, DifferenceWording wording) {
        String label = wording.term(quad.getPredicate());
        String language = quad.getObject().isLiteral() ? quad.getObject().getLiteralLanguage() : "";
        String named = language.isEmpty() ? label : wording.say("diff.of-language", label, language);
        if (quad.getSubject().equals(thing)) {
            return named;
        }
        String part = quad.getSubject().getURI();
        return wording.say("diff.part", part.substring(part.indexOf('#')), named);
    }

    /** Blank nodes are named by what is said of them, so no value of one can be followed through a change. */
    private boolean isUnnamed(Quad quad) {
        return quad.getObject().isBlank()
                || (quad.getSubject().isBlank() && !quad.getSubject().equals(thing));
    }

    private long unnamed(List<Quad> quads) {
        return quads.stream().filter(this::isUnnamed).count();
    }
}
