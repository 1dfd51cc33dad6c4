package org.torchgraph.server.dataset;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Editions;
import org.torchgraph.server.edition.Form;
import org.torchgraph.server.edition.RdfReplies;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.store.DescriptionGraph;
import org.torchgraph.store.Snapshot;

/**
 * {@code /data}: reads of the SPARQL 1.1 Graph Store Protocol.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/#http-get">§5.2</a>
 */
public final class GraphStoreRoute implements Route {
    private final Editions editions;

    public GraphStoreRoute(Editions editions) {
        this.editions = editions;
    }

    @Override
    public Reply answer(Request request) {
        Edition edition = editions.get();
        boolean wantsDefault = request.parameter("default").isPresent();
        List<String> names = request.values("graph");
        if (names.size() > 1 || wantsDefault == (names.size() == 1)) {
            throw Problem.of(Problem.Kind.BAD_REQUEST, Code.GRAPH_UNNAMED).exception();
        }
        names.stream().filter(name -> !isAbsolute(name)).findFirst().ifPresent(relative -> {
            throw Problem.of(Problem.Kind.BAD_PARAMETER, Code.GRAPH_RELATIVE, relative)
                    .about("graph")
                    .exception();
        });
        Form form = Form.chosen(request, Form.RDF);
        String name = wantsDefault ? "" : names.get(0);
        Graph graph = wantsDefault ? edition.snapshot().data().getDefaultGraph() : named(edition, name);
        return RdfReplies.triples(edition, form, edition.tag("data", form.key(), name), () -> graph.find()
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

    private static Graph named(Edition edition, String name) {
        Node node = NodeFactory.createURI(name);
        Snapshot snapshot = edition.description().snapshot();
        if (snapshot.data().containsGraph(node)) {
            return snapshot.data().getGraph(node);
        }
        return snapshot.description()
                .filter(description -> description.name().equals(node))
                .map(DescriptionGraph::triples)
                .orElseThrow(() ->
                        Problem.of(Problem.Kind.NOT_FOUND, Code.NO_GRAPH, name).exception());
    }
}
