package org.torchgraph.server.version;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.graph.Triple;
import org.torchgraph.export.SortedGraph;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Link;
import org.torchgraph.http.Problem;
import org.torchgraph.rdf.syntax.Expressiveness;
import org.torchgraph.rdf.syntax.InexpressibleException;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;

/** Triples as answers, in any of the formats. */
public final class RdfReplies {
    private RdfReplies() {}

    /** An answer of the moment. */
    public static Reply triples(
            PublishedVersion edition, Representation form, EntityTag tag, Supplier<Collection<Triple>> triples) {
        return edition.reply(
                form.type().toString(),
                tag,
                () -> content(edition.writer().sorted(triples.get()), form, Map.of(), List.of()));
    }

    /** A document, which may be kept as a file. */
    public static Reply document(
            PublishedVersion edition, Representation form, EntityTag tag, Supplier<Collection<Triple>> triples) {
        return edition.reply(
                form.type().toString(),
                tag,
                () -> content(edition.signingWriter().sorted(triples.get()), form, Map.of(), List.of()));
    }

    /**
     * Triples written.
     *
     * @param form of triples
     * @param headers that follow from what is in them
     * @param links that do
     */
    public static Content content(
            SortedGraph triples, Representation form, Map<String, String> headers, List<Link> links) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (form.isRdf11()) {
                triples.require(Expressiveness.RDF_1_1);
            }
            triples.write(form.rdf().orElseThrow(), out);
        } catch (InexpressibleException cannotBeSaid) {
            throw Problem.of(Problem.ProblemKind.NOT_ACCEPTABLE, cannotBeSaid.message())
                    .exception();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return Content.of(out.toByteArray(), headers, links, true);
    }
}
