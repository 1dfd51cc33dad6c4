package org.torchgraph.model.change;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.torchgraph.rdf.TripleSource;

/** Finds the things that the statements of a change are about. */
final class ChangeOwners {
    private final TripleSource now;
    private final Map<Node, Node> above = new HashMap<>();

    /**
     * Creates it for a change.
     *
     * @param now the statements of today, which may refer to a blank node that the change does not introduce
     */
    ChangeOwners(Stream<Triple> change, TripleSource now) {
        this.now = now;
        change.filter(triple -> triple.getObject().isBlank())
                .forEach(triple -> above.put(triple.getObject(), triple.getSubject()));
    }

    /** Returns the thing that a subject is or is a part of; empty for a blank node that nothing refers to. */
    Optional<Node> of(Node subject) {
        Node at = subject;
        Set<Node> seen = new HashSet<>();
        while (at.isBlank() && seen.add(at)) {
            Node part = at;
            at = Optional.ofNullable(above.get(part))
                    .or(() -> now.find(Node.ANY, Node.ANY, part)
                            .map(Triple::getSubject)
                            .findFirst())
                    .orElse(part);
        }
        return at.isURI() ? Optional.of(NodeFactory.createURI(at.getURI().replaceFirst("#.*", ""))) : Optional.empty();
    }
}
