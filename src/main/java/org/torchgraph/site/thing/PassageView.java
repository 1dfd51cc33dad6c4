package org.torchgraph.site.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.model.CitedPassage;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.publication.evidence.Passage;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * A passage on its page: where it is, what rests on it, and by what a reader's copy of the text is checked.
 *
 * @param where a sentence about its lines and its source, or null if the data have its text
 * @param start the first code point, counted from 0, or null
 * @param end the code point after the last, or null
 * @param digest the SHA-256 digest of the passage in hex, or an empty text
 * @param sourceDigest the SHA-256 digest of the source's file in hex, or an empty text
 * @param things the things that rest on it
 * @param claims the statements that rest on it
 * @param more the number of things and statements that are not among these
 */
public record PassageView(
        RenderedTerm where,
        Integer start,
        Integer end,
        String digest,
        String sourceDigest,
        List<RenderedTerm> things,
        List<RenderedTerm> claims,
        long more) {

    static PassageView of(CitedPassage cited, TermRenderer wording) {
        Passage passage = cited.passage();
        return new PassageView(
                cited.isQuoted()
                        ? null
                        : wording.weave(
                                cited.isLicensed() ? "passage.licensed" : "passage.reserved", where(cited, wording)),
                number(passage.start()),
                number(passage.end()),
                passage.sha256(),
                cited.sourceDigest(),
                cited.things().stream().map(wording::show).toList(),
                cited.claims().stream()
                        .map(claim -> wording.show(NodeFactory.createTripleTerm(claim)))
                        .toList(),
                cited.total() - cited.things().size() - cited.claims().size());
    }

    /** Returns whether a copy of the text can be checked. */
    public boolean isCheckable() {
        return !digest.isEmpty() || !sourceDigest.isEmpty();
    }

    private static RenderedTerm where(CitedPassage cited, TermRenderer wording) {
        RenderedTerm source = wording.show(cited.passage().source());
        // A title in another language than the page's tells less than the name that the page has for the source.
        RenderedTerm title = wording.best(cited.titles())
                .filter(text -> text.lang() == null
                        || Languages.matches(text.lang(), wording.language().code()))
                .map(text -> text.leadingTo(source))
                .orElse(source);
        String lines = cited.passage().lines().replace("-", "–");
        List<RenderedTerm> parts = new ArrayList<>();
        parts.add(
                lines.isEmpty()
                        ? title
                        : wording.weave(
                                lines.contains("–") ? "passage.lines" : "passage.line",
                                RenderedTerm.text(lines),
                                title));
        Stream.concat(cited.publishers().stream(), cited.issued().stream())
                .map(wording::show)
                .forEach(parts::add);
        return wording.join("passage.and", parts);
    }

    private static Integer number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
