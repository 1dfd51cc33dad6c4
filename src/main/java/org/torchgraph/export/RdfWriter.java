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
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.export.order.NamedGraphs;
import org.torchgraph.export.syntax.InexpressibleException;
import org.torchgraph.export.syntax.JsonLd;
import org.torchgraph.export.syntax.RdfXml;
import org.torchgraph.export.syntax.SortedTurtle;

/**
 * Writes statements in any {@link Format}, in UTF-8: the same bytes for the same statements.
 *
 * @param prefixes to shorten by, where the format can
 */
public record RdfWriter(PrefixMap prefixes) {

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
        NamedGraphs named = NamedGraphs.of(graphs ? quads : union(quads));
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        switch (format) {
            case TURTLE, TRIG -> writer.write(new SortedTurtle(prefixes, Optional.empty()).text(named));
            case NTRIPLES, NQUADS -> lines(named, writer);
            case JSONLD -> writer.write(JsonLd.text(prefixes, named));
            case RDFXML -> writer.write(RdfXml.text(prefixes, named));
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
                .flatMap(graph -> graph.getValue().stream().map(triple -> line(triple, graph.getKey())))
                .sorted()
                .toList();
        for (String line : lines) {
            out.write(line);
        }
    }

    private static String line(Triple triple, Node graph) {
        String statement = NodeFmtLib.strNodesNT(triple.getSubject(), triple.getPredicate(), triple.getObject());
        return Quad.isDefaultGraph(graph) ? statement + " .\n" : statement + " " + NodeFmtLib.strNT(graph) + " .\n";
    }
}
