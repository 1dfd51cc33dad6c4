package org.torchgraph.dataset;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * The surroundings of some nodes that are read together. The statements about each node taken are read, and those about
 * the blank nodes that it leads to. A property leads to a triple term's subject, predicate and object where its value
 * is one.
 *
 * @param properties the properties of the statements that are read; empty for all
 * @param along properties whose values are taken too, from each node taken
 * @param against properties of statements whose subjects are taken too, if their object is a node asked for, its blank
 *     node, or a triple term about either
 * @param incoming whether the statements are read whose object is a node asked for; where these are many, a store
 *     elsewhere gives them by {@link View#manyLinks} instead
 */
public record Reach(Set<Node> properties, Set<Node> along, Set<Node> against, boolean incoming) {

    /** Returns a reach that takes all statements about the nodes. */
    public static Reach whole(Stream<Node> along, Stream<Node> against, boolean incoming) {
        return new Reach(Set.of(), along.collect(Collectors.toSet()), against.collect(Collectors.toSet()), incoming);
    }
}
