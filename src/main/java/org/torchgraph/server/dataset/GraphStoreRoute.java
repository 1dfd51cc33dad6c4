package org.torchgraph.server.dataset;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
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

/**
 * Serves {@code /data}, reads of the SPARQL 1.1 Graph Store Protocol.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/#http-get">§5.2</a>
 */
public final class GraphStoreRoute implements Route {
    private final CurrentVersion currentVersion;

    public GraphStoreRoute(CurrentVersion currentVersion) {
        this.currentVersion = currentVersion;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        boolean wantsDefault = request.parameter("default").isPresent();
        List<String> names = request.values("graph");
        if (names.size() > 1 || wantsDefault == (names.size() == 1)) {
            throw Problem.of(Problem.ProblemKind.BAD_REQUEST, Code.GRAPH_UNNAMED)
                    .exception();
        }
        names.stream().filter(name -> !isAbsolute(name)).findFirst().ifPresent(relative -> {
            throw Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.GRAPH_RELATIVE, relative)
                    .about("graph")
                    .exception();
        });
        Representation form = Representation.chosen(request, Representation.RDF);
        String name = wantsDefault ? "" : names.get(0);
        TripleSource graph = wantsDefault ? version.snapshot().union() : named(version, name);
        return RdfReplies.triples(version, form, version.tag("data", form.key(), name), () -> graph.find()
                        .toList())
                .varying("Accept");
    }

    private static boolean isAbsolute(String name) {
        try {
            return IRIx.create(name).isAbsolute();
        } catch (IRIException malformed) {
            return false;
        }
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
