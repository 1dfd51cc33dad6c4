package org.torchgraph.site.markdown;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Node;
import org.torchgraph.site.frame.CitedAgent;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.TermRenderer;

/** Writes the text by which a reader of a bundle begins. */
public final class BundleMarkdown {
    private BundleMarkdown() {}

    /**
     * Returns the text.
     *
     * @param contents what a part of the bundle is, as message keys, by its path
     */
    public static String of(PageContext frame, Map<String, String> contents) {
        MarkdownTerms words = new MarkdownTerms(frame);
        MarkdownText text = new MarkdownText();
        TermRenderer wording = frame.bare();
        text.heading(1, words.of(wording.best(frame.site().entry().titles()).orElse(frame.brand())));
        wording.best(frame.site().entry().descriptions()).ifPresent(said -> text.paragraph(words.of(said)));
        wording.best(frame.site().entry().notes()).ifPresent(said -> text.paragraph(words.of(said)));
        String creators = frame.creators().stream()
                .map(CitedAgent::name)
                .collect(Collectors.joining(frame.messages().say("class.comma")));
        text.bullets(Stream.of(
                        Stream.of(List.of(words.say("bundle.creators", creators))),
                        Stream.of(List.of(words.say(
                                "bundle.version",
                                frame.citedVersion(),
                                frame.site().version()))),
                        Stream.ofNullable(frame.licence()).map(licence -> Stream.concat(
                                        Stream.of(words.label("markdown.licence")), words.of(licence).stream())
                                .toList()),
                        Stream.of(List.of(words.say("bundle.address", frame.canonical()))))
                .flatMap(lines -> lines)
                .toList());
        text.heading(2, List.of(words.say("bundle.contents")));
        text.bullets(contents.entrySet().stream()
                .map(part -> List.<Node>of(
                        MarkdownTerms.code(part.getKey()),
                        MarkdownTerms.text(frame.messages().say("brief.colon")),
                        words.say(part.getValue())))
                .toList());
        text.paragraph(List.of(words.say("bundle.use")));
        return text.write();
    }
}
