package org.torchgraph.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.View;
import org.torchgraph.rdf.syntax.InexpressibleException;

/** Writes a whole dataset version in one format. */
public final class Dumps {
    private Dumps() {}

    /**
     * Writes every triple once or, in a format with graphs, every quad. N-Triples and N-Quads are written subject by
     * subject; the other formats are sorted in memory first. The stream is flushed, not closed.
     *
     * @throws InexpressibleException before anything is written, if the format cannot express one of the statements
     */
    public static void write(View data, RdfWriter writer, Format format, OutputStream out) throws IOException {
        if (format == Format.NTRIPLES || format == Format.NQUADS) {
            format.expressiveness().require(quads(data, format.holdsGraphs()));
            SortedLines lines = new SortedLines(data, format.holdsGraphs());
            if (writer.header().isPresent()) {
                lines.write(writer.header().get(), format, out);
            } else {
                lines.write(out);
            }
            return;
        }
        writer.quads(quads(data, format.holdsGraphs()).toList(), format, out);
    }

    private static Stream<Quad> quads(View data, boolean graphs) {
        return quads(data, graphs, Node.ANY);
    }

    /** Returns the statements about a subject, of the named graphs or of their union. */
    static Stream<Quad> quads(View data, boolean graphs, Node subject) {
        return graphs
                ? data.quads(subject, Node.ANY, Node.ANY)
                : data.union()
                        .find(subject, Node.ANY, Node.ANY)
                        .map(triple -> Quad.create(Quad.defaultGraphIRI, triple));
    }
}
