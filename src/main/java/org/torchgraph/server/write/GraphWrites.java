package org.torchgraph.server.write;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.update.UpdateRequest;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.View;
import org.torchgraph.dataset.run.GraphsSnapshot;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;

/**
 * The writes of the Graph Store Protocol: a graph is replaced, added to, removed or patched.
 *
 * @param gate accepts them
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/#http-put">§5.3 to §5.7</a>
 */
public record GraphWrites(WriteGate gate) {
    /** The methods that write. */
    public static final List<String> METHODS = List.of("PUT", "POST", "DELETE", "PATCH");

    /** Returns the reply to a request by one of these methods. */
    public Reply answer(Request request) {
        String writer = gate.writer(request);
        return ValidationReport.orElse(gate.version(), request, () -> answer(request, writer));
    }

    private Reply answer(Request request, String writer) {
        return switch (request.method()) {
            case "PATCH" -> patched(request, writer);
            case "DELETE" -> removed(request, writer, GraphAddress.of(request));
            case "POST" -> names(request) ? added(request, writer, GraphAddress.of(request)) : made(request, writer);
            default -> added(request, writer, GraphAddress.of(request));
        };
    }

    private static boolean names(Request request) {
        return request.parameters().containsKey("graph") || request.parameters().containsKey("default");
    }

    /** Makes a graph, to which the server gives a name. */
    private Reply made(Request request, String writer) {
        GraphAddress address = new GraphAddress(Optional.of(gate.base() + IriPaths.GRAPHS + UUID.randomUUID()));
        return added(request, writer, address)
                .with(
                        "Location",
                        request.path() + "?graph="
                                + PercentEncoding.value(address.name().orElseThrow()));
    }

    private Reply added(Request request, String writer, GraphAddress address) {
        Node graph = address.named();
        List<Quad> sent = SentChange.statements(request, graph);
        boolean replaces = request.method().equals("PUT");
        boolean[] there = new boolean[1];
        WriteGate.AcceptedWrite accepted = gate.write(request, writer, (version, current) -> {
            there[0] = current.graph(graph).isPresent();
            address.requireConditions(request, version, there[0]);
            // A file that a client could not find is sent as an empty body, too.
            if (replaces && sent.isEmpty() && there[0]) {
                gate.requireWritable(graph);
                throw Problem.of(Problem.ProblemKind.BAD_REQUEST, Code.PUT_EMPTY, graph.getURI())
                        .exception();
            }
            return Change.of(replaces ? statements(current, graph) : Stream.empty(), sent.stream(), current);
        });
        boolean made = !there[0] && accepted.write().isPresent();
        return accepted.reply(made ? 201 : 200, request);
    }

    private Reply removed(Request request, String writer, GraphAddress address) {
        Node graph = address.named();
        return gate.write(request, writer, (version, current) -> {
                    boolean there = current.graph(graph).isPresent();
                    address.requireConditions(request, version, there);
                    if (!there) {
                        throw Problem.of(Problem.ProblemKind.NOT_FOUND, Code.NO_GRAPH, graph.getURI())
                                .exception();
                    }
                    return Change.of(statements(current, graph), Stream.empty(), current);
                })
                .reply(200, request);
    }

    private static Stream<Quad> statements(View view, Node graph) {
        return view.graph(graph).stream().flatMap(triples -> triples.find().map(triple -> Quad.create(graph, triple)));
    }

    /** Changes a graph, or any if none is named, by an RDF Patch or an update. */
    private Reply patched(Request request, String writer) {
        boolean all = !names(request);
        GraphAddress address = all ? new GraphAddress(Optional.empty()) : GraphAddress.of(request);
        Optional<Node> graph = all ? Optional.empty() : Optional.of(address.named());
        PatchWork work = work(request, graph);
        return gate.write(request, writer, (version, current) -> {
                    address.requireConditions(
                            request,
                            version,
                            graph.isEmpty() || current.graph(graph.get()).isPresent());
                    Change change = SentChange.requireSayable(work.over(current));
                    graph.ifPresent(only -> requireOnly(change, only));
                    return change;
                })
                .reply(200, request);
    }

    private interface PatchWork {
        Change over(GraphsSnapshot current);
    }

    private PatchWork work(Request request, Optional<Node> graph) {
        switch (request.body().type()) {
            case SentChange.PATCH -> {
                RDFPatch patch = SentChange.patch(request);
                return current -> SentChange.worked(() -> current.changedBy(patch, graph));
            }
            case SentChange.UPDATE -> {
                UpdateRequest update =
                        SentChange.update(gate.base(), request, request.body().text(), graph);
                return current -> SentChange.worked(() -> current.changedBy(update, graph));
            }
            default ->
                throw SentChange.unsupported(request.body().type(), List.of(SentChange.PATCH, SentChange.UPDATE));
        }
    }

    private static void requireOnly(Change change, Node graph) {
        Set<Node> changed = change.graphs();
        changed.stream().filter(other -> !other.equals(graph)).findFirst().ifPresent(other -> {
            throw Problem.of(Problem.ProblemKind.BAD_REQUEST, Code.PATCH_ELSEWHERE, graph, other)
                    .exception();
        });
    }
}
