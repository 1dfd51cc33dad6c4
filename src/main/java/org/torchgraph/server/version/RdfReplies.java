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

/** Returns triples as replies, in any RDF format. */
public final class RdfReplies {
    private RdfReplies() {}

    /** Returns the triples of a query result. */
    public static Reply triples(
            PublishedVersion edition, Representation form, EntityTag tag, Supplier<Collection<Triple>> triples) {
        return edition.reply(
                form.type().toString(),
                tag,
                () -> content(edition.writer().sorted(triples.get()), form, Map.of(), List.of()));
    }

    /** Returns the triples of a document, with the file header that states its version. */
    public static Reply document(
            PublishedVersion edition, Representation form, EntityTag tag, Supplier<Collection<Triple>> triples) {
        return edition.reply(
                form.type().toString(),
                tag,
                () -> content(edition.signingWriter().sorted(triples.get()), form, Map.of(), List.of()));
    }

    /**
     * Serialises triples.
     *
     * @param form a form of triples
     * @param headers header fields that depend on the content
     * @param links links that depend on the content
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
