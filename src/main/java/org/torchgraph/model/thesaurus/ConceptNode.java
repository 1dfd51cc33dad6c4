package org.torchgraph.model.thesaurus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * A concept in a tree.
 *
 * @param concept the concept
 * @param below the concepts directly below it that the tree holds, in the order to be shown
 * @param hidden the number of concepts directly below it that the tree does not hold
 */
public record ConceptNode(Node concept, List<ConceptNode> below, int hidden) {
    static final Comparator<Node> BY_IRI = Comparator.comparing(Node::getURI);

    /** Returns all concepts of the branch. */
    public Stream<Node> concepts() {
        return Stream.concat(Stream.of(concept), below.stream().flatMap(ConceptNode::concepts));
    }

    /**
     * Returns the trees below some concepts with whole levels, as many as have so many concepts in all beside the first
     * level. A concept has its narrower ones at its first place alone, so that a cycle ends and nothing is repeated.
     *
     * @param narrower the concepts below a concept, in the order to be shown
     */
    static List<ConceptNode> grow(List<Node> first, Function<Node, List<Node>> narrower, int most) {
        Set<Node> seen = new HashSet<>(first);
        List<Growing> roots = first.stream().map(Growing::new).toList();
        List<Growing> level = roots;
        int left = most;
        while (!level.isEmpty()) {
            Map<Growing, List<Node>> below = new LinkedHashMap<>();
            level.forEach(branch -> below.put(branch, narrower.apply(branch.concept)));
            left -= below.values().stream().mapToInt(List::size).sum();
            if (left < 0) {
                below.forEach((branch, concepts) -> branch.hidden = concepts.size());
                break;
            }
            List<Growing> next = new ArrayList<>();
            below.forEach((branch, concepts) -> concepts.forEach(concept -> {
                Growing grown = new Growing(concept);
                branch.below.add(grown);
                if (seen.add(concept)) {
                    next.add(grown);
                } else {
                    grown.hidden = narrower.apply(concept).size();
                }
            }));
            level = next;
        }
        return roots.stream().map(Growing::grown).toList();
    }

    private static final class Growing {
        private final Node concept;
        private final List<Growing> below = new ArrayList<>();
        private int hidden;

        Growing(Node concept) {
            this.concept = concept;
        }

        ConceptNode grown() {
            return new ConceptNode(concept, below.stream().map(Growing::grown).toList(), hidden);
        }
    }
}
