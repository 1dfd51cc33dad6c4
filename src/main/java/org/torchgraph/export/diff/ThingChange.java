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
 * The changes of one thing and its parts.
 *
 * @param thing the thing
 * @param removed the statements that were removed
 * @param added the statements that were added
 */
record ThingChange(Node thing, List<Quad> removed, List<Quad> added) {

    /** Returns a sentence per changed property; the properties of parts follow those of the thing. */
    List<String> in(DifferenceWording wording) {
        Map<String, List<Node>> removedValues = values(removed, wording);
        Map<String, List<Node>> addedValues = values(added, wording);
        Set<String> properties = new TreeSet<>(removedValues.keySet());
        properties.addAll(addedValues.keySet());
        List<String> sentences = new ArrayList<>();
        for (String property : properties) {
            List<Node> before = removedValues.getOrDefault(property, List.of());
            List<Node> after = addedValues.getOrDefault(property, List.of());
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
        long unnamedRemoved = unnamed(removed);
        long unnamedAdded = unnamed(added);
        if (unnamedRemoved + unnamedAdded > 0) {
            sentences.add(wording.say("diff.unnamed-parts", unnamedAdded, unnamedRemoved));
        }
        return sentences;
    }

    /**
     * Groups values by property, literals also by language, so that a translation does not look like a change of value.
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

    /**
     * Returns whether a quad has a blank node. Their labels depend on their statements, so no value can be followed
     * through a change.
     */
    private boolean isUnnamed(Quad quad) {
        return quad.getObject().isBlank()
                || (quad.getSubject().isBlank() && !quad.getSubject().equals(thing));
    }

    private long unnamed(List<Quad> quads) {
        return quads.stream().filter(this::isUnnamed).count();
    }
}
