package org.torchgraph.dataset;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.rdf.TripleSource;

/**
 * The triples of one dataset version. It does not change while it is held.
 *
 * @param data named graphs, and as default graph the union of them all
 * @param version the dataset version that these triples are
 * @param since when this version began to be served
 * @param description the graph that queries may ask for what the version says of itself
 */
public record Snapshot(DatasetGraph data, String version, Instant since, Optional<DescriptionGraph> description) {

    /** A version that says nothing of itself. */
    public Snapshot(DatasetGraph data, String version, Instant since) {
        this(data, version, since, Optional.empty());
    }

    /** Returns the union of all graphs. */
    public TripleSource union() {
        return TripleSource.of(data.getDefaultGraph());
    }

    /** Returns a named graph; empty when there is none of this name. */
    public Optional<TripleSource> graph(Node name) {
        return data.containsGraph(name) ? Optional.of(TripleSource.of(data.getGraph(name))) : Optional.empty();
    }

    /** Returns the names of the graphs, in no particular order. */
    public Stream<Node> graphNames() {
        return Iter.asStream(data.listGraphNodes());
    }

    /** Returns the statements of the named graphs that match a pattern, one for each graph that holds it. */
    public Stream<Quad> quads(Node subject, Node property, Node object) {
        return Iter.asStream(data.findNG(Node.ANY, subject, property, object));
    }

    public Snapshot describedBy(DescriptionGraph graph) {
        return new Snapshot(data, version, since, Optional.of(graph));
    }
}
