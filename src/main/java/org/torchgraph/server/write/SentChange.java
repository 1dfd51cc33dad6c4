package org.torchgraph.server.write;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.update.UpdateRequest;
import org.torchgraph.dataset.Change;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.RdfText;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.guard.QueryFailures;
import org.torchgraph.query.guard.UpdateParsing;
import org.torchgraph.server.query.QueryService;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.Representation;

/** Reads the bodies of writes. */
final class SentChange {
    /** The media type of RDF Patch. */
    static final String PATCH = "application/rdf-patch";

    static final String UPDATE = "application/sparql-update";

    private SentChange() {}

    /**
     * Reads the statements of a body.
     *
     * @param graph the graph that they are for
     * @throws ProblemException 415 for another type than those of RDF, 400 with line and column for broken syntax
     */
    static List<Quad> statements(Request request, Node graph) {
        String type = request.body().type();
        return type.equals(SentFiles.TYPE)
                ? SentFiles.of(request).stream()
                        .flatMap(file -> statements(file, graph).stream())
                        .toList()
                : statements(request.body(), graph);
    }

    private static List<Quad> statements(Request.RequestContent body, Node graph) {
        Lang lang = Representation.RDF.stream()
                .flatMap(form -> form.rdf().stream())
                .filter(format -> format.mediaType().equals(body.type()))
                .findFirst()
                .map(format -> RDFLanguages.contentTypeToLang(format.mediaType()))
                .orElseThrow(() -> unsupported(
                        body.type(),
                        Representation.RDF.stream()
                                .map(form -> form.type().essence())
                                .toList()));
        RdfText text = RdfText.parse(body.text(), lang, graph);
        text.faults().stream().findFirst().ifPresent(fault -> {
            throw Problem.of(Problem.ProblemKind.BAD_REQUEST, fault.message())
                    .at(fault.place().line(), fault.place().column())
                    .exception();
        });
        return text.quads();
    }

    /**
     * Reads an RDF Patch.
     *
     * @throws ProblemException 400 with line and column if it is none
     */
    static RDFPatch patch(Request request) {
        try {
            return RDFPatchOps.read(
                    new ByteArrayInputStream(request.body().text().getBytes(StandardCharsets.UTF_8)));
        } catch (RiotException malformed) {
            QueryFailedException failure = QueryFailures.ofText(malformed);
            Problem problem = Problem.of(Problem.ProblemKind.BAD_REQUEST, failure.message());
            throw (failure.line() > 0 ? problem.at(failure.line(), failure.column()) : problem).exception();
        } catch (RuntimeException malformed) {
            // For a line that ends early or has an unknown token, Jena's reader fails without a message.
            throw Problem.of(Problem.ProblemKind.BAD_REQUEST, Code.PATCH_BROKEN).exception();
        }
    }

    /**
     * Reads the text of an update.
     *
     * @param graph its default graph; empty if it may only write to graphs that it names
     * @throws ProblemException 400 with line and column for broken syntax, 403 for {@code LOAD} and for the default
     *     graph
     */
    static UpdateRequest update(String base, Request request, String text, Optional<Node> graph) {
        return worked(() -> UpdateParsing.parse(
                text,
                base,
                graph.isPresent(),
                request.values("using-graph-uri"),
                request.values("using-named-graph-uri")));
    }

    /**
     * Returns the result of work on an update or a patch.
     *
     * @throws ProblemException if it fails
     */
    static <T> T worked(Supplier<T> work) {
        try {
            return work.get();
        } catch (QueryFailedException failure) {
            throw QueryService.problem(failure).exception();
        }
    }

    /**
     * Refuses statements that no file could have, such as those with a relative IRI or a malformed date.
     *
     * @throws ProblemException 400 for the first of them
     */
    static Change requireSayable(Change change) {
        StringBuilder lines = new StringBuilder();
        change.added().forEach(quad -> {
            if (!quad.getGraph().isURI()) {
                throw Problem.of(Problem.ProblemKind.BAD_REQUEST, Code.GRAPH_NO_IRI)
                        .exception();
            }
            Stream.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph())
                    .map(NodeFmtLib::strNT)
                    .forEach(term -> lines.append(term).append(' '));
            lines.append(".\n");
        });
        RdfText.parse(lines.toString(), Lang.NQUADS, Quad.defaultGraphIRI).faults().stream()
                .findFirst()
                .ifPresent(fault -> {
                    throw Problem.of(Problem.ProblemKind.BAD_REQUEST, fault.message())
                            .exception();
                });
        return change;
    }

    static ProblemException unsupported(String type, List<String> taken) {
        return Problem.of(Problem.ProblemKind.UNSUPPORTED_MEDIA, Code.BODY_RDF, String.join(", ", taken), type)
                .offering(taken)
                .exception();
    }
}
