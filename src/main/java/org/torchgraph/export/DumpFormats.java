package org.torchgraph.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.dataset.View;
import org.torchgraph.rdf.syntax.Expressiveness;

/** The formats in which a whole dataset version can be downloaded: those that can express all of its statements. */
public final class DumpFormats {
    private final View snapshot;
    private List<Format> formats;

    /** Creates the list for a snapshot without computing it. */
    public DumpFormats(View snapshot) {
        this.snapshot = snapshot;
    }

    /** Returns the formats in the order in which they are offered; they are computed on the first call. */
    public synchronized List<Format> formats() {
        if (formats == null) {
            Set<Node> properties =
                    snapshot.union().find().map(Triple::getPredicate).collect(Collectors.toSet());
            Map<Expressiveness, Boolean> able = Stream.of(Format.values())
                    .map(Format::expressiveness)
                    .distinct()
                    .collect(Collectors.toMap(
                            syntax -> syntax, syntax -> syntax.canExpress(properties.stream(), others())));
            formats = Stream.of(Format.values())
                    .filter(format -> able.get(format.expressiveness()))
                    .toList();
        }
        return formats;
    }

    private Stream<Node> others() {
        return Stream.concat(
                snapshot.graphNames(),
                snapshot.union().find().flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject())));
    }
}
