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
import org.torchgraph.site.words.Kinds;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * One hit.
 *
 * @param kind its shape and colour
 * @param type the name of its class, or null
 * @param numbers its document numbers and codes
 * @param facts its other facet values
 * @param name its name in the language of the page, with a link
 * @param marked the name with matches highlighted
 * @param other its name in the other language, or null
 * @param reasons other texts that match
 * @param missing the words that it does not have
 */
public record HitView(
        Kind kind,
        RenderedTerm type,
        List<HighlightedText> numbers,
        List<RenderedTerm> facts,
        RenderedTerm name,
        HighlightedText marked,
        HitExcerpt other,
        List<Reason> reasons,
        List<String> missing) {
    private static final int MAX_FACTS = 4;
    private static final int MAX_NUMBERS = 2;
    private static final int MAX_REASONS = 2;
    private static final int MAX_NAME_CHARACTERS = 300;

    /**
     * A text with its language.
     *
     * @param lang the language tag, or null for the language of the page
     * @param text the text with matches highlighted
     */
    public record HitExcerpt(String lang, HighlightedText text) {}

    /**
     * A matching text.
     *
     * @param property the property that has the text
     * @param excerpt an excerpt of the text
     */
    public record Reason(RenderedTerm property, HitExcerpt excerpt) {}

    static HitView of(Hit hit, TermRenderer wording) {
        RenderedTerm name = wording.show(hit.thing());
        Optional<Node> type = type(hit, wording);
        return new HitView(
                type.map(wording.appearance().kinds()::of).orElse(Kinds.OTHER),
                type.map(wording::show).orElse(null),
                onPages(hit.numbers(), wording)
                        .limit(MAX_NUMBERS)
                        .map(MatchedText::marked)
                        .toList(),
                facts(hit, wording),
                name,
                marked(hit, name),
                other(hit, name, wording),
                reasons(hit, name, wording),
                hit.missing());
    }

    /** Returns matching texts, and matching names that are not shown otherwise. */
    private static List<Reason> reasons(Hit hit, RenderedTerm name, TermRenderer wording) {
        HitExcerpt other = other(hit, name, wording);
        Stream<MatchedText> others = onPages(hit.names(), wording)
                .filter(text -> text.marked().anyHit())
                .filter(text -> !isShown(name, text))
                .filter(text -> other == null || !text.marked().equals(other.text()));
        return Stream.concat(others, onPages(hit.matches(), wording))
                .limit(MAX_REASONS)
                .map(text ->
                        new Reason(wording.show(text.property()), new HitExcerpt(lang(text.literal()), text.marked())))
                .toList();
    }

    /** Returns texts without those of properties that pages do not show. */
    private static Stream<MatchedText> onPages(List<MatchedText> texts, TermRenderer wording) {
        return texts.stream()
                .filter(text ->
                        wording.appearance().layout().isShown(text.property().getURI()));
    }

    /** Returns the class of a hit, preferring those with a shape of their own. */
    private static Optional<Node> type(Hit hit, TermRenderer wording) {
        return wording.appearance().kinds().telling(hit.classes()).stream()
                .min(Comparator.comparing(
                                (Node value) -> !wording.appearance().kinds().isListed(value))
                        .thenComparing(Node::getURI));
    }

    private static List<RenderedTerm> facts(Hit hit, TermRenderer wording) {
        return hit.facets().values().stream()
                .flatMap(List::stream)
                .filter(value -> !hit.classes().contains(value))
                .distinct()
                .limit(MAX_FACTS)
                .map(wording::show)
                .toList();
    }

    private static HighlightedText marked(Hit hit, RenderedTerm name) {
        return hit.names().stream()
                .filter(text -> isShown(name, text))
                .map(MatchedText::marked)
                .findFirst()
                .orElseGet(() -> HighlightedText.plain(name.text()).cut(MAX_NAME_CHARACTERS));
    }

    private static boolean isShown(RenderedTerm name, MatchedText text) {
        return PlainText.of(text.literal().getLiteralLexicalForm()).equals(name.text());
    }

    private static HitExcerpt other(Hit hit, RenderedTerm name, TermRenderer wording) {
        return onPages(hit.names(), wording)
                .filter(text -> Languages.matches(
                        text.literal().getLiteralLanguage(),
                        wording.language().other().code()))
                .filter(text -> !isShown(name, text))
                .findFirst()
                .map(text -> new HitExcerpt(lang(text.literal()), text.marked()))
                .orElse(null);
    }

    private static String lang(Node literal) {
        return literal.getLiteralLanguage().isEmpty() ? null : literal.getLiteralLanguage();
    }
}
