package org.torchgraph.site.thing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.torchgraph.resource.Incoming;
import org.torchgraph.resource.Statement;
import org.torchgraph.site.words.Shown;
import org.torchgraph.site.words.Wording;

/**
 * One page of the links to a thing.
 *
 * @param total how many there are in all
 * @param page this page, counted from 1
 * @param pages how many there are
 * @param groups those of this page, by property
 */
public record IncomingLinks(long total, int page, int pages, List<Group> groups) {

    /** The things that have the thing as value of one property. */
    public record Group(Shown property, String curie, List<Shown> subjects) {}

    static IncomingLinks of(Incoming incoming, Wording wording) {
        Map<Node, List<Shown>> byProperty = new LinkedHashMap<>();
        for (Statement statement : incoming.statements()) {
            byProperty
                    .computeIfAbsent(statement.triple().getPredicate(), property -> new ArrayList<>())
                    .add(wording.show(statement.triple().getSubject()));
        }
        List<Group> groups = byProperty.entrySet().stream()
                .map(entry -> new Group(
                        wording.show(entry.getKey()), wording.curie(entry.getKey()), List.copyOf(entry.getValue())))
                .toList();
        return new IncomingLinks(incoming.total(), incoming.page(), incoming.pages(), groups);
    }
}
