package org.torchgraph.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.torchgraph.dataset.View;
import org.torchgraph.model.WithdrawnThings;
import org.torchgraph.model.term.ValueOrder;
import org.torchgraph.rdf.TripleSource;

/**
 * Makes hits of things that are read at once.
 *
 * @param near what is read of the things
 * @param texts their texts
 */
record HitReader(TripleSource near, ThingTexts texts) {
    private static final int MAX_MATCHES_SHOWN = 2;
    private static final int MAX_NAME_CHARACTERS = 300;
    private static final int MAX_SNIPPET_CHARACTERS = 160;

    /** Reads things. */
    static HitReader of(View data, ThingTexts texts, Collection<Node> things) {
        TripleSource near = data.around(things, texts.reach()).union();
        return new HitReader(near, texts.in(near));
    }

    /** Returns whether a thing that was read is withdrawn. */
    boolean isWithdrawn(Node thing) {
        return WithdrawnThings.has(near, thing);
    }

    /**
     * Returns a thing that was read as a hit.
     *
     * @param facets its facet values
     * @param missing the words that it does not have
     */
    Hits.Hit hit(Node thing, ParsedSearch parsed, Map<Facet, List<Node>> facets, List<String> missing) {
        List<Hits.MatchedText> names = new ArrayList<>();
        List<Hits.MatchedText> numbers = new ArrayList<>();
        List<Hits.MatchedText> matches = new ArrayList<>();
        texts.of(thing).forEach(text -> {
            Field field = text.field();
            if (field == Field.LABEL || field == Field.TITLE) {
                names.add(text(text, parsed, MAX_NAME_CHARACTERS));
            } else if (field == Field.NUMBER) {
                numbers.add(text(text, parsed, MAX_NAME_CHARACTERS));
            } else if (matches.size() < MAX_MATCHES_SHOWN) {
                Hits.MatchedText match = text(text, parsed, MAX_SNIPPET_CHARACTERS);
                if (match.marked().anyHit()) {
                    matches.add(match);
                }
            }
        });
        List<Node> classes =
                near.classes(thing).filter(Node::isURI).sorted(ValueOrder.NODES).toList();
        return new Hits.Hit(thing, classes, names, numbers, matches, facets, missing);
    }

    private static Hits.MatchedText text(ThingTexts.ThingText text, ParsedSearch parsed, int most) {
        String whole = IndexPart.bounded(text.literal().getLiteralLexicalForm());
        return new Hits.MatchedText(
                text.property(),
                text.literal(),
                parsed.mark(whole, text.literal().getLiteralLanguage()).cut(most));
    }
}
