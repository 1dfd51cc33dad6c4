package org.torchgraph.model.change;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * How the values of one property changed.
 *
 * @param subject the thing or a part of it
 * @param property the property
 * @param language the language of the values, or an empty text
 * @param gone the values that went
 * @param come the values that came
 */
public record ValueChange(Node subject, Node property, String language, List<Node> gone, List<Node> come) {

    /** Returns all nodes that have names in a sentence about it. */
    public Stream<Node> nodes() {
        return Stream.of(Stream.of(property), gone.stream(), come.stream()).flatMap(nodes -> nodes);
    }
}
