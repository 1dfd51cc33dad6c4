package org.torchgraph.site.markdown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.commonmark.node.Node;
import org.torchgraph.messages.NumberWording;
import org.torchgraph.model.Description;
import org.torchgraph.site.brief.BriefSources;
import org.torchgraph.site.thing.ClaimView;
import org.torchgraph.site.thing.SourcePassages;
import org.torchgraph.site.words.RenderedTerm;

/**
 * Writes on what statements rest: basis, status, confidence and places, and at the end the list of the sources, which
 * have numbers like S1.
 *
 * @param words writes terms
 * @param sources numbers the sources
 */
record MarkdownSources(MarkdownTerms words, BriefSources sources) {
    MarkdownSources(MarkdownTerms words) {
        this(words, new BriefSources());
    }

    /** Returns on what claims rest. */
    List<Node> claims(List<ClaimView> claims) {
        return words.semicolons(
                claims.stream().map(this::claim).filter(part -> !part.isEmpty()).toList());
    }

    /** Returns on what a claim rests. */
    List<Node> claim(ClaimView claim) {
        List<List<Node>> parts = new ArrayList<>();
        if (claim.basis() != null) {
            parts.add(List.of(MarkdownTerms.text(claim.basis().text())));
        }
        if (claim.status() != null) {
            parts.add(List.of(MarkdownTerms.text(claim.status().text())));
        }
        if (!claim.confidence().isEmpty()) {
            NumberWording numbers = words.frame().messages().language().numbers();
            parts.add(List.of(words.say("markdown.confidence", numbers.number(claim.confidence()))));
        }
        claim.places().forEach(place -> parts.add(place(place)));
        claim.sources().forEach(source -> parts.add(List.of(MarkdownTerms.text(mark(sources.number(source))))));
        claim.notes().forEach(note -> parts.add(words.of(note)));
        return words.commas(parts);
    }

    /** Returns the places of passages: the mark of their source, and their lines with the address of the passage. */
    List<Node> place(SourcePassages place) {
        List<List<Node>> spots =
                place.spots().stream().map(spot -> words.of(lines(spot))).toList();
        if (place.source() == null) {
            return words.commas(spots);
        }
        List<Node> line = new ArrayList<>();
        line.add(MarkdownTerms.text(mark(sources.number(place)) + (spots.isEmpty() ? "" : " ")));
        line.addAll(words.commas(spots));
        return line;
    }

    private RenderedTerm lines(SourcePassages.PassageLink spot) {
        String key = spot.lines().contains("–") ? "ev.lines" : "ev.line";
        return spot.lines().isEmpty()
                ? spot.evidence()
                : RenderedTerm.text(words.frame().messages().say(key, spot.lines()))
                        .leadingTo(spot.evidence());
    }

    private static String mark(int number) {
        return "S" + number;
    }

    /** Writes the list of the sources, if there are any. */
    void write(MarkdownText text, Function<Collection<String>, Map<String, Description>> described) {
        List<String> iris = sources.iris().toList();
        if (iris.isEmpty()) {
            return;
        }
        text.heading(2, List.of(words.say("brief.sources")));
        text.bullets(sources.list(described.apply(iris), words.frame()).stream()
                .map(this::line)
                .toList());
    }

    private List<Node> line(BriefSources.BriefSource source) {
        List<List<Node>> parts = new ArrayList<>();
        parts.add(words.of(source.name()));
        source.authors().forEach(author -> parts.add(List.of(MarkdownTerms.text(author))));
        for (String said : List.of(source.document(), source.issued())) {
            if (!said.isEmpty()) {
                parts.add(List.of(MarkdownTerms.text(said)));
            }
        }
        if (source.address() != null) {
            parts.add(List.of(MarkdownTerms.link(source.address(), source.address())));
        }
        List<Node> line = new ArrayList<>();
        line.add(MarkdownTerms.text(
                mark(source.number()) + words.frame().messages().say("brief.colon")));
        line.addAll(words.commas(parts));
        return line;
    }
}
