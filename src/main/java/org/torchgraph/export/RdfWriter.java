package org.torchgraph.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.export.order.NamedGraphs;
import org.torchgraph.export.syntax.Coercions;
import org.torchgraph.export.syntax.InexpressibleException;
import org.torchgraph.export.syntax.JsonLd;
import org.torchgraph.export.syntax.RdfXml;
import org.torchgraph.export.syntax.SortedTurtle;
import org.torchgraph.publication.digest.SortedNQuads;

/**
 * Writes statements in any {@link Format}, in UTF-8: the same bytes for the same statements.
 *
 * @param prefixes to shorten by, where the format can
 * @param coercions what JSON-LD says of whole properties
 * @param colophon the comments that each file opens with, if it does
 */
public record RdfWriter(PrefixMap prefixes, Coercions coercions, Optional<Colophon> colophon) {

    /** A writer of statements that are no part of a known dataset. */
    public RdfWriter(PrefixMap prefixes) {
        this(prefixes, Coercions.NONE, Optional.empty());
    }

    /** A writer of statements of a dataset. */
    public RdfWriter(PrefixMap prefixes, Graph dataset) {
        this(prefixes, Coercions.of(dataset), Optional.empty());
    }

    /** The same with comments. */
    public RdfWriter with(Colophon comments) {
        return new RdfWriter(prefixes, coercions, Optional.of(comments));
    }

    /**
     * Writes a graph. The stream is flushed, not closed.
     *
     * @throws InexpressibleException before anything is written, when the format has no way to say it
     */
    public void triples(Collection<Triple> triples, Format format, OutputStream out) throws IOException {
        quads(
                triples.stream()
                        .map(triple -> new Quad(Quad.defaultGraphIRI, triple))
                        .toList(),
                format,
                out);
    }

    /**
     * Writes a dataset. Formats of triples are given every triple once, whichever graphs it is in; JSON-LD is given the
     * graphs.
     *
     * @throws InexpressibleException before anything is written, when the format has no way to say it
     */
    public void quads(Collection<Quad> quads, Format format, OutputStream out) throws IOException {
        boolean graphs = format.holdsGraphs() || format == Format.JSONLD;
        Collection<Quad> said = graphs ? quads : union(quads);
        NamedGraphs named = NamedGraphs.of(said);
        String comments = colophon.map(head -> head.text(format, () -> SortedNQuads.digest(said)))
                .orElse("");
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        switch (format) {
            case TURTLE, TRIG ->
                writer.append(comments).append(new SortedTurtle(prefixes, Optional.empty()).text(named));
            case NTRIPLES, NQUADS -> lines(named, writer.append(comments));
            case JSONLD -> writer.write(JsonLd.text(prefixes, coercions, named));
            case RDFXML -> writer.write(RdfXml.text(prefixes, comments, named));
        }
        writer.flush();
    }

    private static Collection<Quad> union(Collection<Quad> quads) {
        return quads.stream()
                .map(quad -> new Quad(Quad.defaultGraphIRI, quad.asTriple()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void lines(NamedGraphs named, Writer out) throws IOException {
        List<String> lines = named.byName().entrySet().stream()
                .flatMap(graph -> graph.getValue().stream().map(triple -> SortedNQuads.line(triple, graph.getKey())))
                .sorted()
                .toList();
        for (String line : lines) {
            out.write(line);
        }
    }
}
