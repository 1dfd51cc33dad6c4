package org.torchgraph.site.thing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.torchgraph.publication.evidence.Passage;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The passages of one source.
 *
 * @param kind the kind of the source, or null
 * @param source the source, or null
 * @param spots its passages in order
 */
public record SourcePassages(RenderedTerm kind, RenderedTerm source, List<PassageLink> spots) {

    /**
     * A passage.
     *
     * @param evidence the evidence as a link
     * @param lines its first and last line, or an empty text
     */
    public record PassageLink(RenderedTerm evidence, String lines) {}

    /** Groups passages by source, in the order of the first passage of each. */
    static List<SourcePassages> of(List<Passage> passages, TermRenderer wording) {
        Map<Optional<Node>, List<Passage>> bySource = passages.stream()
                .collect(Collectors.groupingBy(
                        passage -> Optional.ofNullable(passage.source()), LinkedHashMap::new, Collectors.toList()));
        return bySource.entrySet().stream()
                .map(entry -> new SourcePassages(
                        kind(entry.getValue(), wording),
                        entry.getKey().map(wording::show).orElse(null),
                        spots(entry.getValue(), wording)))
                .toList();
    }

    private static RenderedTerm kind(List<Passage> passages, TermRenderer wording) {
        return passages.stream()
                .map(Passage::sourceKind)
                .filter(Objects::nonNull)
                .findFirst()
                .map(wording::show)
                .orElse(null);
    }

    private static List<PassageLink> spots(List<Passage> passages, TermRenderer wording) {
        return passages.stream()
                .sorted(Comparator.comparingInt(passage -> firstLine(passage.lines())))
                .map(passage -> new PassageLink(
                        wording.show(passage.evidence()), passage.lines().replace("-", "–")))
                .toList();
    }

    private static int firstLine(String lines) {
        String first = lines.replaceFirst("-.*", "");
        return first.matches("[0-9]{1,9}") ? Integer.parseInt(first) : Integer.MAX_VALUE;
    }
}
