package org.torchgraph.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.publication.PlaceFinder;
import org.torchgraph.publication.Publication;

/** Finds IRIs inside the base that are used but that nothing is said of: misspelt links and undeclared terms. */
final class LinkCheck {
    /** What the site answers for by itself, below the base. */
    private static final List<String> ANSWERED_BY_THE_SITE =
            List.of("data", "def/", "doc/", "export/", "queries/", "search", "sparql", "update");

    private final Publication publication;
    private final Graph union;
    private final PlaceFinder places;
    private final Set<Node> graphs;

    LinkCheck(Publication publication, Graph union, PlaceFinder places) {
        this.publication = publication;
        this.union = union;
        this.places = places;
        this.graphs = publication.data().stream()
                .flatMap(file -> file.quads().stream().map(quad -> quad.getGraph()))
                .collect(Collectors.toSet());
    }

    List<Finding> findings() {
        Map<Node, Triple> dangling = new HashMap<>();
        union.find().forEach(triple -> Stream.of(triple.getPredicate(), triple.getObject())
                .filter(this::leadsNowhere)
                .forEach(node -> dangling.merge(node, triple, LinkCheck::first)));
        return dangling.entrySet().stream()
                .map(entry -> {
                    Triple use = entry.getValue();
                    return Finding.error(
                            places.find(use.getSubject(), use.getPredicate(), use.getObject()),
                            "nothing is said of <" + entry.getKey() + ">: mend the link, or describe the thing");
                })
                .toList();
    }

    private boolean leadsNowhere(Node node) {
        if (!node.isURI() || !node.getURI().startsWith(publication.base())) {
            return false;
        }
        String rest = publication.relative(node.getURI());
        return !rest.isEmpty()
                && ANSWERED_BY_THE_SITE.stream().noneMatch(rest::startsWith)
                && !graphs.contains(node)
                && !union.contains(node, Node.ANY, Node.ANY);
    }

    private static Triple first(Triple one, Triple other) {
        return one.toString().compareTo(other.toString()) <= 0 ? one : other;
    }
}
