package org.torchgraph.server.dataset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.View;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Preconditions;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.RdfText;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.RdfReplies;
import org.torchgraph.server.version.Representation;
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
        return writes.isPresent() ? List.of("GET", "HEAD", "PUT", "POST", "DELETE") : List.of("GET", "HEAD");
    }

    @Override
    public Reply answer(Request request) {
        return request.method().equals("GET") ? read(request) : write(request, writes.orElseThrow());
    }

    private Reply read(Request request) {
        PublishedVersion version = currentVersion.get();
        Optional<String> chosen = chosen(request);
        Representation form = Representation.chosen(request, Representation.RDF);
        TripleSource graph = chosen.map(name -> named(version, name))
                .orElseGet(() -> version.snapshot().union());
        return RdfReplies.triples(version, form, tag(version, form, chosen.orElse("")), () -> graph.find()
                        .toList())
                .varying("Accept");
    }

    private static EntityTag tag(PublishedVersion version, Representation form, String name) {
        return version.tag("data", form.key(), name);
    }

    /** Returns the name of the graph that is asked for; empty for the union of all. */
    private static Optional<String> chosen(Request request) {
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
        return names.stream().findFirst();
    }

    /**
     * Replaces a graph, adds to it or removes it.
     *
     * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/#http-put">§5.3 to §5.5</a>
     */
    private Reply write(Request request, WriteGate gate) {
        String writer = gate.writer(request);
        Node graph = NodeFactory.createURI(
                chosen(request).orElseThrow(() -> Problem.of(Problem.ProblemKind.FORBIDDEN, Code.GRAPH_UNION)
                        .exception()));
        List<Quad> sent = request.method().equals("DELETE") ? List.of() : parsed(request, graph);
        boolean[] there = new boolean[1];
        WriteGate.AcceptedWrite accepted =
                gate.write(writer, request.header(WriteReplies.NOTE).orElse(""), version -> {
                    View view = version.snapshot();
                    there[0] = view.graph(graph).isPresent();
                    requireConditions(request, version, graph.getURI(), there[0]);
                    if (request.method().equals("DELETE") && !there[0]) {
                        throw Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_GRAPH, graph.getURI())
                                .exception();
                    }
                    Stream<Quad> gone = request.method().equals("POST")
                            ? Stream.empty()
                            : view.graph(graph).stream()
                                    .flatMap(triples -> triples.find().map(triple -> Quad.create(graph, triple)));
                    return Change.of(gone, sent.stream(), view);
                });
        boolean made = !there[0] && accepted.write().isPresent();
        return WriteReplies.of(accepted, made ? 201 : 200, request, currentVersion.get());
    }

    /** Parses the body in the syntax of its media type. */
    private static List<Quad> parsed(Request request, Node graph) {
        Lang lang = Representation.RDF.stream()
                .flatMap(form -> form.rdf().stream())
                .filter(format -> format.mediaType().equals(request.body().type()))
                .findFirst()
                .map(format -> RDFLanguages.contentTypeToLang(format.mediaType()))
                .orElseThrow(() -> {
                    List<String> taken = Representation.RDF.stream()
                            .map(form -> form.type().essence())
                            .toList();
                    return Problem.of(
                                    Problem.ProblemKind.UNSUPPORTED_MEDIA,
                                    Code.BODY_RDF,
                                    String.join(", ", taken),
                                    request.body().type())
                            .offering(taken)
                            .exception();
                });
        RdfText text = RdfText.parse(request.body().text(), lang, graph);
        text.faults().stream().findFirst().ifPresent(fault -> {
            throw Problem.of(Problem.ProblemKind.BAD_REQUEST, fault.message())
                    .at(fault.place().line(), fault.place().column())
                    .exception();
        });
        return text.quads();
    }

    /** @throws org.torchgraph.http.ProblemException 412 if the client names another version than the current one */
    private static void requireConditions(Request request, PublishedVersion version, String graph, boolean there) {
        Preconditions conditions = Preconditions.of(request::header);
        boolean stale = conditions
                .match()
                .filter(tags -> !(tags.any() ? there : isCurrent(tags, version, graph)))
                .isPresent();
        boolean taken = conditions
                .noneMatch()
                .filter(tags -> tags.any() ? there : isCurrent(tags, version, graph))
                .isPresent();
        if (stale || taken) {
            throw Problem.of(Problem.ProblemKind.PRECONDITION_FAILED, Code.GRAPH_CHANGED, graph)
                    .exception();
        }
    }

    private static boolean isCurrent(Preconditions.EntityTags tags, PublishedVersion version, String graph) {
        return Representation.RDF.stream()
                .anyMatch(form -> tags.known(tag(version, form, graph)).isPresent());
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
