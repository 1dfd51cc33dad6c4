package org.torchgraph.server.version;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Triple;
import org.torchgraph.export.DumpFormats;
import org.torchgraph.export.SortedGraph;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Link;
import org.torchgraph.http.Problem;
import org.torchgraph.query.SpooledResult;
import org.torchgraph.rdf.syntax.Expressiveness;
import org.torchgraph.rdf.syntax.InexpressibleException;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.SpooledContent;

/** Returns triples as replies, in any RDF format. */
public final class RdfReplies {
    private static final int BUFFER_BYTES = 1 << 16;

    private RdfReplies() {}

    /** Returns the triples of a query result. */
    public static Reply triples(
            PublishedVersion version, Representation form, EntityTag tag, Supplier<Collection<Triple>> triples) {
        return triples(version, form, tag, triples, sorted -> List.of());
    }

    /**
     * Returns triples, with links that depend on them.
     *
     * @param links makes the links
     */
    public static Reply triples(
            PublishedVersion version,
            Representation form,
            EntityTag tag,
            Supplier<Collection<Triple>> triples,
            Function<SortedGraph, List<Link>> links) {
        return version.reply(form.type().toString(), tag, () -> {
            SortedGraph sorted = version.writer().sorted(triples.get());
            return content(sorted, form, Map.of(), links.apply(sorted));
        });
    }

    /**
     * Returns the triples of a document, with the file header that states its version.
     *
     * @param address of the document, without suffix
     */
    public static Reply document(
            PublishedVersion version,
            Representation form,
            EntityTag tag,
            PageAddress address,
            Supplier<Collection<Triple>> triples) {
        return version.reply(form.type().toString(), tag, () -> {
            SortedGraph sorted = version.signingWriter().sorted(triples.get());
            return content(
                    sorted,
                    form,
                    Map.of(),
                    form.others(address.path(), address.suffixQuery(), offered(version, () -> sorted)));
        });
    }

    /**
     * Returns the page and the RDF forms that can express some triples of the dataset; a form that can express the
     * whole dataset is not checked again.
     */
    public static List<Representation> offered(PublishedVersion version, Supplier<SortedGraph> triples) {
        DumpFormats wholes = version.site().dumpFormats();
        return Representation.expressible(
                Representation.PAGE_AND_RDF,
                syntax -> wholes.isExpressible(syntax) || triples.get().isExpressible(syntax));
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
        try {
            if (form.isRdf11()) {
                triples.require(Expressiveness.RDF_1_1);
            }
            SpooledResult written = SpooledResult.written(Long.MAX_VALUE, out -> {
                OutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
                triples.write(form.rdf().orElseThrow(), buffered);
                buffered.flush();
            });
            return new SpooledContent(written, headers, links);
        } catch (InexpressibleException cannotBeSaid) {
            throw Problem.of(Problem.ProblemKind.NOT_ACCEPTABLE, cannotBeSaid.message())
                    .exception();
        } catch (IOException diskIsFull) {
            throw new UncheckedIOException(diskIsFull);
        }
    }
}
