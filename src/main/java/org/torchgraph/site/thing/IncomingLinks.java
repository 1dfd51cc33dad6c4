package org.torchgraph.site.thing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.torchgraph.model.IncomingPage;
import org.torchgraph.model.Statement;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * A page of the links to a thing.
 *
 * @param total the number of all links
 * @param page the number of this page, from 1
 * @param pages the number of pages
 * @param groups the links of this page, by property
 */
public record IncomingLinks(long total, int page, int pages, List<LinkGroup> groups) {

    /** The things that have the thing as value of one property. */
    public record LinkGroup(RenderedTerm property, String curie, List<RenderedTerm> subjects) {}

    static IncomingLinks of(IncomingPage incoming, TermRenderer wording) {
        Map<Node, List<RenderedTerm>> byProperty = new LinkedHashMap<>();
        List<Statement> shown = incoming.statements().stream()
                .filter(statement -> wording.appearance()
                        .layout()
                        .isShown(statement.triple().getPredicate().getURI()))
                .toList();
        for (Statement statement : shown) {
            byProperty
                    .computeIfAbsent(statement.triple().getPredicate(), property -> new ArrayList<>())
                    .add(wording.show(statement.triple().getSubject()));
        }
        List<LinkGroup> groups = byProperty.entrySet().stream()
                .map(entry -> new LinkGroup(
                        wording.show(entry.getKey()), wording.curie(entry.getKey()), List.copyOf(entry.getValue())))
                .toList();
        long total = incoming.pages() > 1
                ? incoming.total()
                : groups.stream().mapToLong(group -> group.subjects().size()).sum();
        return new IncomingLinks(total, incoming.page(), incoming.pages(), groups);
    }
}
