package org.torchgraph.export;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.dataset.View;
import org.torchgraph.rdf.syntax.Expressiveness;

/** In what the whole of a dataset version can be had: the syntaxes that can say all of it. */
public final class DumpFormats {
    private final View snapshot;
    private Set<Expressiveness> syntaxes;

    /** Creates the list for a snapshot without computing it. */
    public DumpFormats(View snapshot) {
        this.snapshot = snapshot;
    }

    /** The formats in the order in which they are offered. */
    public List<Format> formats() {
        return Stream.of(Format.values())
                .filter(format -> isExpressible(format.expressiveness()))
                .toList();
    }

    /** Whether a syntax can say all of it, and so each part; worked out when it is first asked for, and kept. */
    public synchronized boolean isExpressible(Expressiveness syntax) {
        if (syntaxes == null) {
            Set<Node> properties =
                    snapshot.union().find().map(Triple::getPredicate).collect(Collectors.toSet());
            syntaxes = Stream.of(Expressiveness.values())
                    .filter(one -> one.canExpress(properties.stream(), others()))
                    .collect(Collectors.toSet());
        }
        return syntaxes.contains(syntax);
    }

    private Stream<Node> others() {
        return Stream.concat(
                snapshot.graphNames(),
                snapshot.union().find().flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject())));
    }
}
