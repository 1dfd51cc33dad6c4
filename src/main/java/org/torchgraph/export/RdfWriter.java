package org.torchgraph.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.rdf.syntax.Coercions;
import org.torchgraph.rdf.syntax.InexpressibleException;

/**
 * Writes statements in any {@link Format}, in UTF-8; equal statements give equal bytes.
 *
 * @param prefixes the prefixes to abbreviate IRIs by, in formats that have them
 * @param coercions the common kinds of property values, for JSON-LD
 * @param header the comments at the top of each file, if any
 */
public record RdfWriter(PrefixMap prefixes, Coercions coercions, Optional<FileHeader> header) {

    /** Creates a writer for statements that belong to no known dataset. */
    public RdfWriter(PrefixMap prefixes) {
        this(prefixes, Coercions.NONE, Optional.empty());
    }

    /** Creates a writer for statements of a dataset. */
    public RdfWriter(PrefixMap prefixes, TripleSource dataset) {
        this(prefixes, Coercions.of(dataset), Optional.empty());
    }

    /** Returns the same writer with comments at the top of each file. */
    public RdfWriter with(FileHeader comments) {
        return new RdfWriter(prefixes, coercions, Optional.of(comments));
    }

    /**
     * Writes a graph. The stream is flushed, not closed.
     *
     * @throws InexpressibleException before anything is written, if the format cannot express one of the statements
     */
    public void triples(Collection<Triple> triples, Format format, OutputStream out) throws IOException {
        sorted(triples).write(format, out);
    }

    /** Returns a graph that is to be written in several formats. */
    public SortedGraph sorted(Collection<Triple> triples) {
        return new SortedGraph(
                this,
                triples.stream()
                        .map(triple -> Quad.create(Quad.defaultGraphIRI, triple))
                        .toList());
    }

    /**
     * Writes a dataset. A format without graphs gets every triple once, whichever graphs it is in; JSON-LD gets the
     * graphs.
     *
     * @throws InexpressibleException before anything is written, if the format cannot express one of the statements
     */
    public void quads(Collection<Quad> quads, Format format, OutputStream out) throws IOException {
        boolean graphs = format.holdsGraphs() || format == Format.JSONLD;
        new SortedGraph(this, graphs ? quads : union(quads)).write(format, out);
    }

    private static Collection<Quad> union(Collection<Quad> quads) {
        return quads.stream()
                .map(quad -> Quad.create(Quad.defaultGraphIRI, quad.asTriple()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
