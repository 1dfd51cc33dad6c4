package org.torchgraph.site.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.model.naming.PlainText;
import org.torchgraph.search.HighlightedText;
import org.torchgraph.search.Hits.Hit;
import org.torchgraph.search.Hits.MatchedText;
import org.torchgraph.site.words.Kind;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * One thing that was found.
 *
 * @param kind shape and colour
 * @param type name of its class, or null
 * @param numbers document numbers and codes
 * @param facts what it can be filtered by besides
 * @param name in the language of the page, with a link
 * @param marked the name
 * @param other its name in the other language, or null
 * @param reasons where the words stand besides
 */
public record HitView(
        Kind kind,
        RenderedTerm type,
        List<HighlightedText> numbers,
        List<RenderedTerm> facts,
        RenderedTerm name,
        HighlightedText marked,
        HitExcerpt other,
        List<Reason> reasons) {
    private static final int MOST_FACTS = 4;
    private static final int MOST_NUMBERS = 2;
    private static final int MOST_REASONS = 2;
    private static final int LONGEST_NAME = 300;

    /** A text and its language, or null for that of the page. */
    public record HitExcerpt(String lang, HighlightedText text) {}

    /** A text of the thing in which words stand, and what it is of the thing. */
    public record Reason(RenderedTerm property, HitExcerpt said) {}

    static HitView of(Hit hit, TermRenderer wording) {
        RenderedTerm name = wording.show(hit.thing());
        Optional<Node> type = type(hit);
        return new HitView(
                type.map(Kind::of).orElse(Kind.CONCEPT),
                type.map(wording::show).orElse(null),
                hit.numbers().stream()
                        .limit(MOST_NUMBERS)
                        .map(MatchedText::marked)
                        .toList(),
                facts(hit, wording),
                name,
                marked(hit, name),
                other(hit, name, wording),
                reasons(hit, name, wording));
    }

    /** Names too, when they are not shown already. */
    private static List<Reason> reasons(Hit hit, RenderedTerm name, TermRenderer wording) {
        HitExcerpt other = other(hit, name, wording);
        Stream<MatchedText> hidden = hit.names().stream()
                .filter(text -> text.marked().anyHit())
                .filter(text -> !isSaid(name, text))
                .filter(text -> other == null || !text.marked().equals(other.text()));
        return Stream.concat(hidden, hit.matches().stream())
                .limit(MOST_REASONS)
                .map(text ->
                        new Reason(wording.show(text.property()), new HitExcerpt(lang(text.literal()), text.marked())))
                .toList();
    }

    /** A class that readers look for, before the others. */
    private static Optional<Node> type(Hit hit) {
        return hit.classes().stream()
                .min(Comparator.comparing((Node value) -> !Kind.isListed(value)).thenComparing(Node::getURI));
    }

    private static List<RenderedTerm> facts(Hit hit, TermRenderer wording) {
        return hit.facets().values().stream()
                .flatMap(List::stream)
                .filter(value -> !hit.classes().contains(value))
                .distinct()
                .limit(MOST_FACTS)
                .map(wording::show)
                .toList();
    }

    private static HighlightedText marked(Hit hit, RenderedTerm name) {
        return hit.names().stream()
                .filter(text -> isSaid(name, text))
                .map(MatchedText::marked)
                .findFirst()
                .orElseGet(() -> HighlightedText.plain(name.text()).cut(LONGEST_NAME));
    }

    private static boolean isSaid(RenderedTerm name, MatchedText text) {
        return PlainText.of(text.literal().getLiteralLexicalForm()).equals(name.text());
    }

    private static HitExcerpt other(Hit hit, RenderedTerm name, TermRenderer wording) {
        return hit.names().stream()
                .filter(text -> Languages.matches(
                        text.literal().getLiteralLanguage(),
                        wording.language().other().code()))
                .filter(text -> !isSaid(name, text))
                .findFirst()
                .map(text -> new HitExcerpt(lang(text.literal()), text.marked()))
                .orElse(null);
    }

    private static String lang(Node literal) {
        return literal.getLiteralLanguage().isEmpty() ? null : literal.getLiteralLanguage();
    }
}
