package org.torchgraph.export;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.dataset.View;
import org.torchgraph.model.Lazy;
import org.torchgraph.rdf.syntax.Expressiveness;

/** The formats that can express a whole dataset version. */
public final class DumpFormats {
    private final View snapshot;
    private final Lazy<Set<Expressiveness>> syntaxes;

    /** Creates the list for a snapshot without computing it. */
    public DumpFormats(View snapshot) {
        this.snapshot = snapshot;
        this.syntaxes = new Lazy<>(this::syntaxes);
    }

    /** Returns the formats in the order in which they are offered. */
    public List<Format> formats() {
        return Stream.of(Format.values())
                .filter(format -> isExpressible(format.expressiveness()))
                .toList();
    }

    /** Returns whether a syntax can express the whole version, and so each part of it. */
    public boolean isExpressible(Expressiveness syntax) {
        return syntaxes.get().contains(syntax);
    }

    private Set<Expressiveness> syntaxes() {
        Set<Node> properties = snapshot.union().find().map(Triple::getPredicate).collect(Collectors.toSet());
        return Stream.of(Expressiveness.values())
                .filter(one -> one.canExpress(properties.stream(), others()))
                .collect(Collectors.toSet());
    }

    private Stream<Node> others() {
        return Stream.concat(
                snapshot.graphNames(),
                snapshot.union().find().flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject())));
    }
}
