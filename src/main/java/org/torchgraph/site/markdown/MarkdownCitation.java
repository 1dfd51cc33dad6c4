package org.torchgraph.site.markdown;

import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.Node;
import org.torchgraph.site.cite.Citation;

/** Writes how a text is cited, with publication, version, lasting IRI and licence. */
final class MarkdownCitation {
    private MarkdownCitation() {}

    /** Returns the citation without the day of access, which depends on the reader. */
    static List<Node> of(Citation citation, MarkdownTerms words) {
        Stream<Node> tail = citation.tail(words.frame().messages()).stream()
                .filter(part -> !part.isAccess())
                .map(part -> part.isAddress() ? MarkdownTerms.selfLink(part.text()) : MarkdownTerms.text(part.text()));
        String authors = String.join(words.frame().messages().say("class.comma"), citation.authors());
        String stop = authors.isEmpty() ? "" : words.frame().messages().say("brief.stop");
        return Stream.concat(
                        Stream.of(MarkdownTerms.text(
                                authors + stop + citation.title().text())),
                        tail)
                .toList();
    }
}
