package org.torchgraph.server.dataset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.RdfReplies;
import org.torchgraph.server.version.Representation;
import org.torchgraph.server.write.GraphAddress;
import org.torchgraph.server.write.GraphWrites;
import org.torchgraph.server.write.WriteGate;

/**
 * Serves {@code /data}, the SPARQL 1.1 Graph Store Protocol: reads, and writes if the site has writers.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/#http-get">§5.2</a>
 */
public final class GraphStoreRoute implements Route {
    private final CurrentVersion currentVersion;
    private final Optional<WriteGate> writes;

    /** @param writes accepts writes; empty if the site is read only */
    public GraphStoreRoute(CurrentVersion currentVersion, Optional<WriteGate> writes) {
        this.currentVersion = currentVersion;
        this.writes = writes;
    }

    @Override
    public List<String> methods() {
        return Stream.concat(
                        Stream.of("GET", "HEAD"), writes.isPresent() ? GraphWrites.METHODS.stream() : Stream.empty())
                .toList();
    }

    @Override
    public long bodyBytes(Optional<String> authorization) {
        return writes.map(gate -> gate.bodyBytes(authorization)).orElse(BODY_BYTES);
    }

    @Override
    public Reply answer(Request request) {
        return request.method().equals("GET") ? read(request) : new GraphWrites(writes.orElseThrow()).answer(request);
    }

    private Reply read(Request request) {
        PublishedVersion version = currentVersion.get();
        GraphAddress address = GraphAddress.of(request);
        Representation form = Representation.chosen(request, Representation.RDF);
        TripleSource graph = address.name().map(name -> named(version, name)).orElseGet(() -> version.snapshot()
                .union());
        return RdfReplies.triples(version, form, address.tag(version, form), () -> graph.find()
                        .toList())
                .varying("Accept");
    }

    private static TripleSource named(PublishedVersion version, String name) {
        Node node = NodeFactory.createURI(name);
        return version.snapshot()
                .graph(node)
                .or(() -> version.description().graph(node))
                .orElseThrow(() -> Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_GRAPH, name)
                        .exception());
    }
}
