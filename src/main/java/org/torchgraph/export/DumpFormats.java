package org.torchgraph.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.rdf.syntax.Expressiveness;

/** The formats in which the whole of a dataset version can be had: those that can say all of it. */
public final class DumpFormats {
    private final Snapshot snapshot;
    private List<Format> formats;

    public DumpFormats(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Worked out when it is first asked for, and kept; in the order in which they are offered. */
    public synchronized List<Format> formats() {
        if (formats == null) {
            Graph union = snapshot.data().getDefaultGraph();
            Set<Node> properties = union.stream().map(Triple::getPredicate).collect(Collectors.toSet());
            Map<Expressiveness, Boolean> able = Stream.of(Format.values())
                    .map(Format::expressiveness)
                    .distinct()
                    .collect(
                            Collectors.toMap(syntax -> syntax, syntax -> syntax.canSay(properties.stream(), others())));
            formats = Stream.of(Format.values())
                    .filter(format -> able.get(format.expressiveness()))
                    .toList();
        }
        return formats;
    }

    private Stream<Node> others() {
        return Stream.concat(
                Iter.asStream(snapshot.data().listGraphNodes()),
                snapshot.data().getDefaultGraph().stream()
                        .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject())));
    }
}
