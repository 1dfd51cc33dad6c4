package org.torchgraph.model.thesaurus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.model.portion.Portion;

/**
 * What one page shows of the place of a concept.
 *
 * @param concept the concept
 * @param paths the ways down to it, each from a scheme if it is in one, without the concept itself
 * @param narrower a page of the concepts directly below it
 * @param tree the same with those below them
 */
public record ConceptExcerpt(Node concept, List<List<Node>> paths, Portion<Node> narrower, List<ConceptNode> tree) {
    private static final int NARROWER_ON_PAGE = 200;
    private static final int MAX_BELOW = 300;

    /** Returns the place of a concept; empty if there is no such page of narrower concepts. */
    public static Optional<ConceptExcerpt> of(Thesauri all, Node concept, List<String> ranges, int page) {
        return Portion.of(all.narrower(concept, ranges), page, NARROWER_ON_PAGE)
                .map(narrower -> new ConceptExcerpt(
                        concept, paths(all, concept), narrower, all.tree(narrower.items(), ranges, MAX_BELOW)));
    }

    private static List<List<Node>> paths(Thesauri all, Node concept) {
        List<List<Node>> above = all.paths(concept);
        List<List<Node>> paths = new ArrayList<>();
        for (List<Node> path : above.isEmpty() ? List.of(List.<Node>of()) : above) {
            Node top = path.isEmpty() ? concept : path.get(0);
            List<Node> schemes = all.schemesOf(top);
            Stream<Node> scheme = schemes.stream().limit(1);
            List<Node> whole = Stream.concat(scheme, path.stream()).toList();
            if (!whole.isEmpty()) {
                paths.add(whole);
            }
        }
        return paths;
    }

    /** Returns all nodes that the page shows. */
    public List<Node> nodes() {
        return Stream.of(
                        Stream.of(concept),
                        paths.stream().flatMap(List::stream),
                        tree.stream().flatMap(ConceptNode::concepts))
                .flatMap(nodes -> nodes)
                .distinct()
                .toList();
    }
}
