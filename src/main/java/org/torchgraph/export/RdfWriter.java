package org.torchgraph.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.rdf.syntax.Coercions;
import org.torchgraph.rdf.syntax.InexpressibleException;

/**
 * Writes statements in any {@link Format}, in UTF-8: the same bytes for the same statements.
 *
 * @param prefixes to shorten by, where the format can
 * @param coercions what JSON-LD says of whole properties
 * @param colophon the comments that each file opens with, if it does
 */
public record RdfWriter(PrefixMap prefixes, Coercions coercions, Optional<FileHeader> colophon) {

    /** A writer of statements that are no part of a known dataset. */
    public RdfWriter(PrefixMap prefixes) {
        this(prefixes, Coercions.NONE, Optional.empty());
    }

    /** A writer of statements of a dataset. */
    public RdfWriter(PrefixMap prefixes, Graph dataset) {
        this(prefixes, Coercions.of(dataset), Optional.empty());
    }

    /** The same with comments. */
    public RdfWriter with(FileHeader comments) {
        return new RdfWriter(prefixes, coercions, Optional.of(comments));
    }

    /**
     * Writes a graph. The stream is flushed, not closed.
     *
     * @throws InexpressibleException before anything is written, when the format has no way to say it
     */
    public void triples(Collection<Triple> triples, Format format, OutputStream out) throws IOException {
        manuscript(triples).write(format, out);
    }

    /** A graph that is to be written in several formats. */
    public SortedGraph manuscript(Collection<Triple> triples) {
        return new SortedGraph(
                this,
                triples.stream()
                        .map(triple -> Quad.create(Quad.defaultGraphIRI, triple))
                        .toList());
    }

    /**
     * Writes a dataset. Formats of triples are given every triple once, whichever graphs it is in; JSON-LD is given the
     * graphs.
     *
     * @throws InexpressibleException before anything is written, when the format has no way to say it
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
