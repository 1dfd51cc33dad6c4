package org.torchgraph.dataset.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.torchgraph.dataset.Reach;
import org.torchgraph.rdf.TripleSource;

/**
 * The properties that the statements of a version have. A request names no others, because engines compile each name
 * that stands in it, and looks for nothing where nothing can be.
 *
 * @param all those of any statement
 * @param linking those that have a value which is no literal
 * @param toBlank those that have a blank node as value
 */
record UsedProperties(Set<Node> all, Set<Node> linking, Set<Node> toBlank) {

    static UsedProperties in(TripleSource triples) {
        UsedProperties used = new UsedProperties(new HashSet<>(), new HashSet<>(), new HashSet<>());
        triples.find().forEach(triple -> {
            used.all.add(triple.getPredicate());
            if (!triple.getObject().isLiteral()) {
                used.linking.add(triple.getPredicate());
            }
            if (triple.getObject().isBlank()) {
                used.toBlank.add(triple.getPredicate());
            }
        });
        return used;
    }

    /** Returns properties of which nobody knows what values they have. */
    static UsedProperties ofAnyValues(Set<Node> properties) {
        return new UsedProperties(properties, properties, properties);
    }

    /** Returns a reach that takes the same statements. */
    Reach narrowed(Reach reach) {
        Set<Node> read = common(reach.properties(), all);
        return new Reach(
                // None stands for all of them.
                read.isEmpty() ? reach.properties() : read,
                common(reach.along(), linking),
                common(reach.against(), linking),
                reach.incoming());
    }

    private static Set<Node> common(Set<Node> some, Set<Node> others) {
        return some.stream().filter(others::contains).collect(Collectors.toSet());
    }
}
